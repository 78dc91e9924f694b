package insight.collect;

import insight.kernel.Countries;
import insight.kernel.Nearest;
import insight.kernel.Refused;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks what was said about a new source, all of it before it complains. */
final class SourceCheck {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final NewSource wanted;
  private final List<Refused.Reason> wrong = new ArrayList<>();
  private final SourceKind kind;
  private final Optional<Preset> preset;

  /**
   * @throws Refused when the kind or the preset cannot be used yet
   */
  SourceCheck(NewSource wanted) {
    this.wanted = wanted;
    this.kind = known(wanted.kind());
    this.preset = preset();
  }

  SourceKind kind() {
    return kind;
  }

  private SourceKind known(String word) {
    SourceKind found =
        SourceKind.of(word)
            .filter(k -> k != SourceKind.PORTAL)
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "/kind",
                        "collect.source.kind",
                        word,
                        String.join(", ", SourceKind.words())));
    if (!found.creatable()) {
      throw Refused.unprocessable("collect.source.kindLater", word);
    }
    return found;
  }

  private Optional<Preset> preset() {
    if (wanted.preset().isEmpty()) {
      return Optional.empty();
    }
    String word = wanted.preset().get();
    Preset found =
        Preset.of(word)
            .orElseThrow(
                () -> didYouMean("/preset", "collect.source.preset", word, Preset.words()));
    if (!found.ready()) {
      throw Refused.unprocessable("collect.source.presetLater", word);
    }
    if (found.kind() != kind) {
      throw Refused.invalid(
          "/preset", "collect.source.presetKind", word, found.kind().word(), kind.word());
    }
    return Optional.of(found);
  }

  private static Refused didYouMean(
      String pointer, String key, String word, Collection<String> known) {
    return Nearest.of(word, known)
        .map(near -> Refused.invalid(pointer, key + "Near", word, near))
        .orElseGet(
            () ->
                Refused.invalid(
                    pointer,
                    key,
                    word,
                    known.stream().limit(20).collect(Collectors.joining(", "))));
  }

  /**
   * The row to be stored, without owner and key.
   *
   * @throws Refused naming every field that does not fit
   */
  SourceRow row() {
    SourceRow row = new SourceRow();
    row.name = name();
    row.kind = kind.word();
    row.preset = preset.map(Preset::word).orElse(null);
    row.timeZone = zone();
    row.currency = currency();
    row.country = country().orElse(null);
    row.mapping = mapping();
    row.synthetic = wanted.synthetic();
    if (!wrong.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, wrong);
    }
    return row;
  }

  private String name() {
    String name = wanted.name().strip();
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      wrong("/name", "collect.source.name");
    }
    return name;
  }

  private String zone() {
    Optional<String> zone = wanted.timeZone().or(() -> preset.map(Preset::zone));
    if (zone.isEmpty()) {
      wrong("/timeZone", "collect.source.zoneMissing");
      return "UTC";
    }
    Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
    if (!zones.contains(zone.get())) {
      wrong.addAll(didYouMean("/timeZone", "collect.source.zone", zone.get(), zones).reasons());
    }
    return zone.get();
  }

  private String currency() {
    Optional<String> code = wanted.currency().or(() -> preset.map(Preset::currency));
    if (code.isEmpty()) {
      wrong("/currency", "collect.source.currencyMissing");
      return "XXX";
    }
    if (!Currencies.known(code.get())) {
      List<String> codes =
          Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList();
      wrong(
          "/currency",
          "collect.source.currency",
          code.get(),
          Nearest.of(code.get(), codes).orElse("GBP"));
    }
    return code.get();
  }

  private Optional<String> country() {
    Optional<String> code =
        wanted.country().map(String::strip).filter(c -> !c.isEmpty()).map(Countries::code);
    if (code.isPresent() && !COUNTRIES.contains(code.get())) {
      wrong("/country", "collect.source.country", code.get());
    }
    return code;
  }

  private String mapping() {
    boolean given = !wanted.mapping().isEmpty();
    if (!given) {
      if (kind == SourceKind.CSV && preset.isEmpty()) {
        wrong("/mapping", "collect.source.mapping");
      }
      return "{}";
    }
    try {
      return Mapping.parse(wanted.mapping()).json().toString();
    } catch (Refused refused) {
      wrong.addAll(refused.reasons());
      return "{}";
    }
  }

  private void wrong(String pointer, String key, Object... arguments) {
    wrong.add(new Refused.Reason(pointer, key, List.of(arguments)));
  }
}
