package insight.collect;

import insight.kernel.Nearest;
import insight.kernel.Refused;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks what was said about a new source, all of it before it complains. */
final class SourceCheck {
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
    return SourceKind.of(word)
        .filter(SourceKind::creatable)
        .orElseThrow(
            () ->
                Refused.invalid(
                    "/kind", "collect.source.kind", word, String.join(", ", SourceKind.words())));
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
    if (found.kind() != kind && !(found.kind() == SourceKind.CSV && tables())) {
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
    SourceTerms terms = new SourceTerms();
    row.name = terms.name(wanted.name());
    row.kind = kind.word();
    row.preset = preset.map(Preset::word).orElse(null);
    row.content = content().word();
    row.shop = shop().orElse(null);
    row.timeZone = zone();
    row.currency = currency();
    row.country = terms.country(wanted.country());
    row.licence = terms.licence(wanted.licence());
    row.basis = terms.basis(wanted.basis());
    row.retentionDays = terms.retention(wanted.retentionDays());
    row.schedule = terms.schedule(kind, wanted.schedule());
    row.mapping = mapping();
    row.settings = settings();
    row.synthetic = wanted.synthetic();
    wrong.addAll(0, terms.wrong());
    if (!wrong.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, wrong);
    }
    return row;
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

  /** What the records are; the preset decides where there is one. */
  private Content content() {
    Content own = preset.map(Preset::content).orElse(Content.EVENTS);
    if (wanted.content().isEmpty()) {
      return own;
    }
    String word = wanted.content().get();
    Optional<Content> said = Content.of(word);
    if (said.isEmpty()) {
      wrong("/content", "collect.source.content", word, String.join(", ", Content.words()));
    } else if (preset.isPresent() && said.get() != own) {
      wrong("/content", "collect.source.presetContent", preset.get().word(), own.word());
    } else if (said.get() != Content.EVENTS && !tables()) {
      wrong("/content", "collect.source.kindContent", kind.word());
    }
    return said.orElse(own);
  }

  private boolean tables() {
    return kind == SourceKind.CSV || kind == SourceKind.EXCEL || kind == SourceKind.JDBC;
  }

  private Optional<String> shop() {
    Optional<String> shop = wanted.shop().map(String::strip).filter(s -> !s.isEmpty());
    if (shop.isPresent() && shop.get().length() > 100) {
      wrong("/shop", "collect.source.shop");
    }
    if (shop.isPresent() && !tables()) {
      wrong("/shop", "collect.source.shopKind", kind.word());
    }
    return shop.or(() -> preset.flatMap(Preset::shop));
  }

  private String settings() {
    try {
      if (Connection.of(kind, wanted.settings()) instanceof Connection.Kafka kafka
          && kafka.format().equals("json")
          && wanted.mapping().isEmpty()) {
        wrong("/mapping", "collect.source.mapping");
      }
    } catch (Refused refused) {
      wrong.addAll(refused.reasons());
    }
    return Connection.bare(wanted.settings()).toString();
  }

  private String mapping() {
    boolean given = !wanted.mapping().isEmpty();
    if (!given) {
      if (tables() && preset.isEmpty()) {
        wrong("/mapping", "collect.source.mapping");
      }
      return "{}";
    }
    try {
      return Mapping.parse(wanted.mapping(), content()).json().toString();
    } catch (Refused refused) {
      wrong.addAll(refused.reasons());
      return "{}";
    }
  }

  private void wrong(String pointer, String key, Object... arguments) {
    wrong.add(new Refused.Reason(pointer, key, List.of(arguments)));
  }
}
