package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.collect.Import;
import insight.collect.ui.ImportPanel;
import insight.kernel.Numbers;
import insight.prepare.cleaning.Basis;
import insight.prepare.cleaning.CleaningResult;
import insight.prepare.cleaning.CleaningResults;
import insight.prepare.cleaning.RuleWords;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the cleaning rules found in an import, on its page. */
@ApplicationScoped
public class CleaningPanel implements ImportPanel {
  @Inject CleaningResults results;

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Component> create(Import file) {
    List<CleaningResult> found = results.of(file.id());
    return found.isEmpty() ? Optional.empty() : Optional.of(card(file.sourceId(), found));
  }

  static Card card(int sourceId, List<CleaningResult> found) {
    Table table =
        new Table(Words.of("prepare.quality.panel"))
            .column(Words.of("prepare.quality.rule"))
            .column(Words.of("prepare.quality.severity"))
            .column(Words.of("prepare.quality.found"))
            .optional(Words.of("prepare.quality.samples"));
    for (CleaningResult result : found) {
      Span sentence =
          new Span(
              RuleWords.sentence(result.rule().target(), result.rule().rule(), Words.locale()));
      table.row(
          basis(result).<Component>map(b -> Table.twoLines(sentence, b)).orElse(sentence),
          RulesCard.severity(result.rule()),
          RulesCard.result(result),
          samples(result));
    }
    long failed = found.stream().filter(r -> r.failed() > 0).count();
    return new Card(Words.of("prepare.quality.panel"))
        .aside(
            Link.quiet(
                "quality?source=" + sourceId + "&tab=rules", Words.of("prepare.quality.title")))
        .say(Words.of("prepare.quality.panel.say", found.size(), failed))
        .flush(table);
  }

  /** What the rule was judged by, in words. */
  static Optional<String> basis(CleaningResult result) {
    Basis basis = result.basis();
    Locale locale = Words.locale();
    String n = Numbers.whole(basis.n(), locale);
    if (basis.fill().isPresent()) {
      return Optional.of(Words.of("prepare.quality.basis.fill", basis.fill().get(), n));
    }
    if (basis.low().isPresent() && basis.high().isPresent()) {
      return Optional.of(
          Words.of(
              "prepare.quality.basis.range",
              Numbers.decimal(basis.low().getAsDouble(), 2, locale),
              Numbers.decimal(basis.high().getAsDouble(), 2, locale),
              n));
    }
    return Optional.empty();
  }

  /** «99999 → 100 (line 7)», at most three. */
  static Span samples(CleaningResult result) {
    return new Span(
        result.samples().stream()
            .limit(3)
            .map(CleaningPanel::sample)
            .collect(Collectors.joining("; ")));
  }

  private static String sample(CleaningResult.Sample sample) {
    String from = sample.from().isBlank() ? Words.of("prepare.quality.blank") : sample.from();
    String line = Words.of("prepare.quality.line", Numbers.whole(sample.line(), Words.locale()));
    return sample.to().isEmpty()
        ? from + " (" + line + ")"
        : from + " → " + sample.to() + " (" + line + ")";
  }
}
