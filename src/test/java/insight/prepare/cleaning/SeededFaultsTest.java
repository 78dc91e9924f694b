package insight.prepare.cleaning;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import insight.collect.Canonical;
import insight.collect.csv.LineIdentities;
import insight.collect.csv.Lines;
import insight.collect.csv.Records;
import insight.collect.csv.Records.Found;
import insight.collect.csv.Separator;
import insight.prepare.cleaning.Distribution.Counted;
import insight.prepare.quality.Proposals;
import insight.prepare.quality.Proposals.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R13: faults planted in real data – empty values, repeated lines, unknown references, outliers,
 * late rows – are found by the rules that a profile of the clean data proposes.
 */
class SeededFaultsTest {
  private static final int ROWS = 30_000;
  private static final int EACH = 200;
  private static final double FAR = 3;

  /** How the five data sets are written. */
  enum Shop {
    ONLINE_RETAIL(
        "online-retail-2011/online_retail_2010-12_2011-12.csv.gz",
        List.of(),
        "order product - quantity time unitPrice customer country",
        local("yyyy-MM-dd HH:mm:ss")),
    CDNOW(
        "cdnow/CDNOW_master.txt",
        List.of("customer", "date", "quantity", "amount"),
        "customer time quantity amount",
        t -> LocalDate.parse(t, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay().toInstant(UTC)),
    OLIST_PAYMENTS(
        "olist/olist_order_payments_dataset.csv.gz",
        List.of(),
        "order - method - amount",
        Instant::parse),
    COMPLETE_JOURNEY(
        "complete-journey/transactions_sample.csv.gz",
        List.of(),
        "customer - order product quantity amount - - - - time",
        Instant::parse),
    MOVIE_RATINGS(
        "ml-latest-small/ratings.csv.gz",
        List.of(),
        "customer product rating time",
        t -> Instant.ofEpochSecond(Long.parseLong(t)));

    final String file;
    final List<String> header;
    final String[] fields;
    final Function<String, Instant> time;

    Shop(String file, List<String> header, String fields, Function<String, Instant> time) {
      this.file = file;
      this.header = header;
      this.fields = fields.split(" ");
      this.time = time;
    }

    Map<Canonical, Integer> places() {
      Map<Canonical, Integer> places = new TreeMap<>();
      for (int i = 0; i < fields.length; i++) {
        int place = i;
        Canonical.of(fields[i]).ifPresent(f -> places.put(f, place));
      }
      return places;
    }
  }

  private static final ZoneOffset UTC = ZoneOffset.UTC;

  private static Function<String, Instant> local(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT);
    return text -> LocalDateTime.parse(text, format).toInstant(UTC);
  }

  /** A row, and the fault planted in it. */
  private record Row(String[] fields, String fault) {}

  private final Random random = new Random(13);
  private final Map<String, int[]> planted = new TreeMap<>();

  @ParameterizedTest
  @EnumSource(Shop.class)
  void plantedFaultsAreFoundAndSoundRowsLeftAlone(Shop shop) throws IOException {
    List<String[]> clean = read(shop);
    Map<Canonical, Distribution> profile = profile(shop, clean);
    List<Proposal> proposals = new ArrayList<>();
    profile.forEach((field, values) -> proposals.addAll(Proposals.of(1, field, values)));
    List<Row> rows = plant(shop, clean, profile, proposals);
    Cleaner cleaner = cleaner(shop, profile, proposals);
    LineIdentities identities = new LineIdentities();
    int found = 0;
    int alarms = 0;
    for (Row row : rows) {
      long before = identities.identical();
      identities.next(row.fields());
      boolean alarm =
          cleaner.clean(row.fields().clone(), 1) != null || identities.identical() > before;
      if (row.fault().isEmpty()) {
        alarms += alarm ? 1 : 0;
      } else {
        found += alarm ? 1 : 0;
        planted.computeIfAbsent(row.fault(), kind -> new int[2])[alarm ? 1 : 0]++;
      }
    }
    int faults = planted.values().stream().mapToInt(n -> n[0] + n[1]).sum();
    double recall = (double) found / faults;
    double falseAlarms = (double) alarms / rows.size();
    StringBuilder each = new StringBuilder();
    planted.forEach(
        (kind, n) ->
            each.append(" ").append(kind).append(" ").append(n[1]).append("/").append(n[0] + n[1]));
    report(
        "%s: n = %d, rules = %d, recall %.4f, false alarms %.4f;%s",
        shop, rows.size(), proposals.size(), recall, falseAlarms, each);
    assertTrue(recall >= 0.99, "recall " + recall);
    assertTrue(falseAlarms <= 0.01, "false alarms " + falseAlarms);
  }

  private static void report(String format, Object... arguments) {
    java.util.logging.Logger.getLogger("R13").info(() -> format.formatted(arguments));
  }

  /** Rows of the real file; what it repeats itself is left out, since that is a fault already. */
  private static List<String[]> read(Shop shop) throws IOException {
    Path file = Path.of(System.getProperty("insight.data", "../shared/data"), shop.file);
    assumeTrue(Files.exists(file), "needs the data set " + file);
    List<String[]> rows = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    try (Lines lines = Lines.open(file)) {
      Separator separator = Separator.BLANKS;
      int columns = shop.header.size();
      if (shop.header.isEmpty()) {
        lines.next();
        separator = Separator.of(lines.text());
        columns = separator.fields(lines.text()).orElseThrow().size();
      }
      Records records = new Records(lines, separator, columns);
      Optional<Found> next = records.next();
      while (next.isPresent() && rows.size() < ROWS) {
        if (next.get() instanceof Found.Fields fields && seen.add(List.of(fields.fields()))) {
          rows.add(fields.fields());
        }
        next = records.next();
      }
    }
    return rows;
  }

  private static Map<Canonical, Distribution> profile(Shop shop, List<String[]> rows) {
    Map<Canonical, Distribution> profile = new TreeMap<>();
    shop.places()
        .forEach(
            (field, place) -> {
              Map<String, Long> counts = new HashMap<>();
              for (String[] row : rows) {
                String text = row[place].strip();
                String value =
                    field == Canonical.TIME && !text.isEmpty()
                        ? shop.time.apply(text).toString()
                        : text;
                counts.merge(value, 1L, Long::sum);
              }
              Long missing = counts.remove("");
              profile.put(
                  field,
                  Distribution.of(
                      missing == null ? 0 : missing,
                      counts.entrySet().stream()
                          .map(e -> new Counted(e.getKey(), e.getValue()))
                          .toList()));
            });
    return profile;
  }

  private Cleaner cleaner(
      Shop shop, Map<Canonical, Distribution> profile, List<Proposal> proposals) {
    List<CleaningRule> rules = new ArrayList<>();
    for (Proposal p : proposals) {
      rules.add(
          new CleaningRule(
              rules.size() + 1, 1, p.target(), p.rule(), true, true, 1, "", "", Instant.EPOCH));
    }
    return new Compiler(
            List.of(shop.fields),
            shop.places(),
            UTC,
            text -> text.isEmpty() ? Optional.empty() : Optional.of(shop.time.apply(text)),
            known -> {
              Set<String> values = values(profile, known(known));
              return values::contains;
            })
        .cleaner(
            rules,
            rule ->
                rule.target() instanceof Target.Of(Canonical field)
                    ? Basis.of(rule.rule(), java.util.Objects.requireNonNull(profile.get(field)))
                    : Basis.NONE);
  }

  private static Canonical known(Rule.Known known) {
    return switch (known) {
      case Rule.Known.Customers customers -> Canonical.CUSTOMER;
      case Rule.Known.Products products -> Canonical.PRODUCT;
      case Rule.Known.ValuesOf values -> values.field();
    };
  }

  private static Set<String> values(Map<Canonical, Distribution> profile, Canonical field) {
    Set<String> values = new HashSet<>();
    java.util.Objects.requireNonNull(profile.get(field))
        .values()
        .forEach(v -> values.add(v.value()));
    return values;
  }

  private List<Row> plant(
      Shop shop,
      List<String[]> clean,
      Map<Canonical, Distribution> profile,
      List<Proposal> proposals) {
    List<Row> rows = new ArrayList<>();
    clean.forEach(fields -> rows.add(new Row(fields, "")));
    for (Proposal proposal : proposals) {
      Canonical field = ((Target.Of) proposal.target()).field();
      int place = java.util.Objects.requireNonNull(shop.places().get(field));
      Distribution values = java.util.Objects.requireNonNull(profile.get(field));
      switch (proposal.rule()) {
        case Rule.Required required -> spoil(rows, place, "empty", before -> "");
        case Rule.OneOf oneOf -> spoil(rows, place, "orphan", before -> "Nowhere");
        case Rule.Reference reference -> {
          Set<String> known = values(profile, field);
          spoil(rows, place, "orphan", before -> orphan(known));
        }
        case Rule.Outlier outlier -> {
          double far = FAR * Math.max(1, values.quantile(0.999).orElse(1));
          spoil(rows, place, "outlier", before -> Figures.plain(far * (1 + random.nextInt(5))));
        }
        case Rule.Between between -> {
          Instant first = first(values);
          spoil(rows, place, "late", before -> late(shop, first));
        }
        case Rule.Range range -> {}
        case Rule.Matches matches -> {}
        case Rule.Unique unique -> {}
        case Rule.Missing missing -> {}
        case Rule.Normalised normalised -> {}
      }
    }
    for (int i = 0; i < EACH; i++) {
      Row row = rows.get(random.nextInt(clean.size()));
      rows.add(new Row(row.fields(), row.fault().isEmpty() ? kind("double") : row.fault()));
    }
    return rows;
  }

  /** A number nobody has, written like the others. */
  private String orphan(Set<String> known) {
    while (true) {
      String number = String.valueOf(10_000 + random.nextInt(9_990_000));
      if (!known.contains(number)) {
        return number;
      }
    }
  }

  private static Instant first(Distribution values) {
    return values.values().stream()
        .map(v -> Instant.parse(v.value()))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private String late(Shop shop, Instant first) {
    Instant late = first.minusSeconds(86_400L * (3 + random.nextInt(400)));
    LocalDateTime at = LocalDateTime.ofInstant(late, UTC);
    return switch (shop) {
      case ONLINE_RETAIL ->
          at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", java.util.Locale.ROOT));
      case CDNOW -> at.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8);
      case MOVIE_RATINGS -> String.valueOf(late.getEpochSecond());
      case OLIST_PAYMENTS, COMPLETE_JOURNEY -> late.toString();
    };
  }

  private void spoil(List<Row> rows, int place, String kind, Function<String, String> fault) {
    for (int i = 0; i < EACH; i++) {
      int at = random.nextInt(rows.size());
      if (rows.get(at).fault().isEmpty()) {
        String[] fields = rows.get(at).fields().clone();
        fields[place] = fault.apply(fields[place]);
        rows.set(at, new Row(fields, kind(kind)));
      }
    }
  }

  private String kind(String kind) {
    planted.putIfAbsent(kind, new int[2]);
    return kind;
  }
}
