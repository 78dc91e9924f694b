package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import insight.collect.Import;
import insight.collect.Preset;
import insight.collect.Source;
import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.runtime.Job;
import insight.shell.part.Card;
import insight.shell.part.Facts;
import insight.shell.part.Note;
import insight.shell.part.ShareBars;
import insight.shell.part.Table;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The counts of an import: what was accepted, and what the lines were, with the rule that decided.
 */
final class ImportResult {
  private static final List<String> CLASSES =
      List.of("sale", "return", "write-off", "free", "adjustment", "cancelled");

  private final JsonObject counts;
  private final Optional<Preset> preset;
  private final String foot;
  private final Locale locale = Words.locale();

  ImportResult(Import file, Job job, Source source) {
    this(job.counts(), source.preset(), foot(file, source));
  }

  /** Of a dry run, or of an import. */
  ImportResult(JsonObject counts, Optional<Preset> preset, String foot) {
    this.counts = counts;
    this.preset = preset;
    this.foot = foot;
  }

  private static String foot(Import file, Source source) {
    return Words.of(
        "collect.ui.foot",
        file.sha256().substring(0, 8) + "…" + file.sha256().substring(60),
        file.encoding().orElse("–"),
        Numbers.whole(file.bytes(), Words.locale()),
        SourceWords.kind(source),
        source.timeZone().getId(),
        source.currency());
  }

  Card card() {
    List<Component> parts = new ArrayList<>();
    parts.add(facts());
    List<String> present = CLASSES.stream().filter(name -> lines(name) > 0).toList();
    if (!present.isEmpty()) {
      parts.add(bar(present));
      parts.add(classes(present));
    }
    long identical = ImportVerdict.number(counts, "identical");
    if (identical > 0) {
      parts.add(
          new Note(
              Tone.WARNING, Words.of("collect.ui.identical", Numbers.whole(identical, locale))));
    }
    return new Card(Words.of("collect.ui.result")).body(parts.toArray(Component[]::new)).foot(foot);
  }

  private Facts facts() {
    Facts facts = new Facts();
    for (String name :
        List.of(
            "read",
            "accepted",
            "duplicates",
            "rejected",
            "dropped",
            "masked",
            "customers",
            "orders",
            "countries")) {
      if (counts.containsKey(name)) {
        facts.fact(
            Words.of("collect.ui." + name),
            Numbers.whole(ImportVerdict.number(counts, name), locale));
      }
    }
    return facts;
  }

  private long lines(String name) {
    JsonObject classes = counts.getJsonObject("classes");
    return classes != null && classes.get(name) instanceof JsonObject part
        ? ImportVerdict.number(part, "lines")
        : 0;
  }

  private long allLines(List<String> present) {
    return present.stream().mapToLong(this::lines).sum();
  }

  private Component bar(List<String> present) {
    List<ShareBars.Part> parts = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    double all = allLines(present);
    for (String name : present) {
      parts.add(
          new ShareBars.Part(Words.of("collect.ui.class." + name), CLASSES.indexOf(name) + 1));
      shares.add(lines(name) / all);
    }
    List<String> words =
        shares.stream().map(s -> s < .04 ? "" : Numbers.percent(s, 1, locale)).toList();
    return new ShareBars(parts).line(Words.of("collect.ui.lines.all"), shares, words).legend();
  }

  private Table classes(List<String> present) {
    Table table =
        new Table(Words.of("collect.ui.result"))
            .column(Words.of("collect.ui.class"))
            .optional(Words.of("collect.ui.rule"))
            .number(Words.of("collect.ui.lines.all"))
            .optionalNumber(Words.of("collect.ui.share"))
            .number(Words.of("collect.ui.value"));
    long all = allLines(present);
    for (String name : present) {
      table.row(
          named(name),
          Words.of(rule(name)),
          Numbers.whole(lines(name), locale),
          share(lines(name), all),
          value(ImportVerdict.amounts(counts, name)));
    }
    table.sum(
        Words.of("collect.ui.lines.all"),
        "",
        Numbers.whole(all, locale),
        Numbers.percent(1, 0, locale),
        total(present));
    return table;
  }

  private String share(long lines, long all) {
    double share = (double) lines / all;
    return share < .0001 ? "< 0.01%" : Numbers.percent(share, 2, locale);
  }

  /** The class with its colour in the bar. */
  private static Span named(String name) {
    Span square = new Span();
    square.addClassName("sq");
    square.getStyle().set("background", "var(--in-c" + (CLASSES.indexOf(name) + 1) + ")");
    return new Span(square, new Text(" " + Words.of("collect.ui.class." + name)));
  }

  /** Letters before the order number mean something in one shape of files only. */
  private String rule(String name) {
    boolean letters = preset.filter(p -> p == Preset.UCI_ONLINE_RETAIL).isPresent();
    return letters && name.equals("return")
        ? "collect.ui.rule.return.letters"
        : "collect.ui.rule." + name;
  }

  private String value(List<Money> amounts) {
    return amounts.isEmpty()
        ? "–"
        : amounts.stream().map(m -> m.format(locale)).collect(Collectors.joining(" · "));
  }

  /** Summed within each currency. */
  private String total(List<String> present) {
    Map<Currency, Money> sums = new LinkedHashMap<>();
    present.stream()
        .flatMap(name -> ImportVerdict.amounts(counts, name).stream())
        .forEach(m -> sums.merge(m.currency(), m, Money::plus));
    return value(List.copyOf(sums.values()));
  }
}
