package insight.prepare.ui;

import com.vaadin.flow.component.html.Div;
import insight.kernel.Numbers;
import insight.prepare.cleaning.RuleWords;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.Proposals.Proposal;
import insight.prepare.quality.SourceQuality;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Icons;
import insight.shell.part.Rich;
import insight.shell.part.Rows;
import insight.shell.part.Words;
import java.util.List;
import java.util.function.BiConsumer;

/** Rules that the stored values suggest; the profile is made when somebody asks for it. */
final class ProposalsCard {
  private final DataQuality quality;
  private final BiConsumer<SourceQuality, Proposal> choose;

  ProposalsCard(DataQuality quality, BiConsumer<SourceQuality, Proposal> choose) {
    this.quality = quality;
    this.choose = choose;
  }

  Card card(SourceQuality q) {
    Card card =
        new Card(Words.of("prepare.quality.proposals"))
            .say(Words.of("prepare.quality.proposals.say"));
    Div body = new Div();
    body.add(
        Buttons.plain(
            Words.of("prepare.quality.proposals.find"),
            () -> {
              List<Proposal> found = quality.proposals(q.source().id());
              if (found.isEmpty()) {
                card.body(Rich.paragraph(Words.of("prepare.quality.proposals.none")));
              } else {
                card.flush(rows(q, found));
              }
            }));
    return card.body(body);
  }

  private Rows rows(SourceQuality q, List<Proposal> found) {
    Rows rows = new Rows();
    for (Proposal proposal : found) {
      rows.row(
          Icons.INFO.create(),
          sentence(proposal),
          Buttons.quiet(
              Words.of("prepare.quality.proposals.add"), () -> choose.accept(q, proposal)));
    }
    return rows;
  }

  /** «99.8% of 541,909 values keep to this: Price of one piece is at least 0.» */
  static Div sentence(Proposal proposal) {
    return new Div(
        Rich.span(
            Words.of(
                "prepare.quality.proposals.evidence",
                ScoresCard.share(proposal.share()),
                Numbers.whole(proposal.of(), Words.locale()),
                RuleWords.sentence(proposal.target(), proposal.rule(), Words.locale()))));
  }
}
