package insight.collect.guess;

import insight.collect.Canonical;
import insight.collect.Preview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives each column of a file the field it probably holds. Names and values vote; the pair of
 * column and field with most votes is settled first, and no field is given twice.
 */
public final class Guesses {
  private static final double ENOUGH = 1;

  private final Preview preview;
  private final List<Looks> looks = new ArrayList<>();

  private record Pair(int column, Canonical field, double votes) {}

  private Guesses(Preview preview) {
    this.preview = preview;
    for (int i = 0; i < preview.columns().size(); i++) {
      looks.add(new Looks(preview.column(i)));
    }
  }

  public static Guess of(Preview preview) {
    return new Guesses(preview).guess();
  }

  private Guess guess() {
    Map<Integer, Canonical> settled = settle();
    List<ColumnGuess> columns = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      columns.add(column(i, Optional.ofNullable(settled.get(i))));
    }
    Set<Canonical> fields = Set.copyOf(settled.values());
    boolean comma = amounts(settled).anyMatch(Looks::decimalComma);
    return new Guess(
        columns,
        constants(fields),
        currency(settled),
        comma,
        offsets(settled),
        notes(fields, comma));
  }

  private Map<Integer, Canonical> settle() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      for (Canonical field : Canonical.values()) {
        double votes = votes(i, field);
        if (votes >= ENOUGH) {
          pairs.add(new Pair(i, field, votes));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::votes).reversed().thenComparing(Pair::column));
    Map<Integer, Canonical> settled = new HashMap<>();
    for (Pair pair : pairs) {
      if (!settled.containsValue(pair.field())) {
        settled.putIfAbsent(pair.column(), pair.field());
      }
    }
    return settled;
  }

  private double votes(int column, Canonical field) {
    double name = Vocabulary.fit(preview.columns().get(column), field);
    Looks look = looks.get(column);
    return Values.speakAgainst(field, look, name)
        ? 0
        : Math.max(0, name) + Values.votes(field, look);
  }

  private ColumnGuess column(int i, Optional<Canonical> field) {
    String name = preview.columns().get(i);
    if (field.isEmpty()) {
      return new ColumnGuess(name, field, Optional.empty(), List.of(Why.of("none")), false);
    }
    Optional<Times> times =
        field.filter(f -> f == Canonical.TIME).flatMap(f -> looks.get(i).times());
    boolean beside = Vocabulary.doubtful(name, field.get());
    List<Why> why = new ArrayList<>();
    if (beside) {
      why.add(Why.of("beside", name));
    }
    why.addAll(Reasons.of(name, field.get(), looks.get(i), Vocabulary.fit(name, field.get()) > 0));
    boolean doubt = beside || times.flatMap(Times::other).isPresent();
    return new ColumnGuess(name, field, times.flatMap(Times::format), why, doubt);
  }

  /** A price without a quantity is the price of one. */
  private static Map<Canonical, String> constants(Set<Canonical> fields) {
    Map<Canonical, String> constants = new EnumMap<>(Canonical.class);
    if (fields.contains(Canonical.UNIT_PRICE)
        && !fields.contains(Canonical.QUANTITY)
        && !fields.contains(Canonical.AMOUNT)) {
      constants.put(Canonical.QUANTITY, "1");
    }
    return constants;
  }

  private java.util.stream.Stream<Looks> amounts(Map<Integer, Canonical> settled) {
    return settled.entrySet().stream()
        .filter(e -> e.getValue() == Canonical.AMOUNT || e.getValue() == Canonical.UNIT_PRICE)
        .map(e -> looks.get(e.getKey()));
  }

  private Optional<String> currency(Map<Integer, Canonical> settled) {
    Set<String> found =
        settled.entrySet().stream()
            .filter(e -> Values.MONEY.contains(e.getValue()))
            .flatMap(e -> said(e.getKey()).stream())
            .collect(Collectors.toSet());
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /** By the values of a column, or by its name: {@code price_eur}. */
  private Optional<String> said(int column) {
    return looks
        .get(column)
        .currency()
        .or(
            () ->
                Vocabulary.words(preview.columns().get(column)).stream()
                    .map(w -> w.toUpperCase(java.util.Locale.ROOT))
                    .filter(Looks::currencyCode)
                    .findFirst());
  }

  private boolean offsets(Map<Integer, Canonical> settled) {
    return settled.entrySet().stream()
        .filter(e -> e.getValue() == Canonical.TIME)
        .flatMap(e -> preview.column(e.getKey()).stream())
        .anyMatch(v -> v.strip().matches(".*\\d\\d:\\d\\d.*(?:Z|[+-]\\d\\d:?\\d\\d)"));
  }

  private List<Why> notes(Set<Canonical> fields, boolean comma) {
    List<Why> notes = new ArrayList<>();
    if (!preview.header()) {
      notes.add(Why.of("noHeader"));
    }
    if (!fields.contains(Canonical.TIME)) {
      notes.add(Why.of("noTime"));
    }
    if (!fields.contains(Canonical.CUSTOMER)) {
      notes.add(Why.of("noCustomer"));
    }
    if (comma) {
      notes.add(Why.of("comma"));
    }
    return notes;
  }
}
