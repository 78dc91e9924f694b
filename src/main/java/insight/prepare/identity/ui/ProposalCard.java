package insight.prepare.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import insight.kernel.CustomerKey;
import insight.prepare.identity.Comparison;
import insight.prepare.identity.GoldenRecord.Said;
import insight.prepare.identity.PersonField;
import insight.prepare.identity.Proposal;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One proposed pair: why, how the two differ, and what can be said about it. */
final class ProposalCard {
  private static final double EQUAL = 0.995;
  private static final double ALIKE = 0.8;

  private final Proposal proposal;
  private final Comparison comparison;
  private final ZoneId zone;

  ProposalCard(Proposal proposal, Comparison comparison, ZoneId zone) {
    this.proposal = proposal;
    this.comparison = comparison;
    this.zone = zone;
  }

  /**
   * @param reveal shows both in clear, with a logged reason
   * @param acts what can be done
   */
  Card card(Component reveal, Component... acts) {
    Card card =
        new Card(Words.of("prepare.identity.sure", IdentityWords.percent(proposal.score())))
            .badge(IdentityWords.badges(proposal.evidence()))
            .say(say())
            .flush(table());
    Div row = new Div(acts);
    row.addClassName("acts");
    Div foot = new Div(row, reveal);
    return card.foot(foot);
  }

  private String say() {
    if (proposal.state() != Proposal.State.OPEN) {
      return proposal
          .decided()
          .map(
              d ->
                  Words.of(
                      "prepare.identity.decided." + proposal.state().word(),
                      d.by(),
                      Times.moment(d.at(), zone, Words.locale())))
          .orElse("");
    }
    boolean others =
        Optional.ofNullable(comparison.alike().get(PersonField.NAME)).orElse(1.0) < ALIKE;
    if (others) {
      return Words.of("prepare.identity.othername");
    }
    return proposal.kinds().isEmpty() ? Words.of("prepare.identity.alikeonly") : "";
  }

  private Table table() {
    Table table =
        new Table(Words.of("prepare.identity.compared"))
            .column(Words.of("prepare.identity.field"))
            .column(comparison.first().key().brief())
            .column(comparison.second().key().brief())
            .optional(Words.of("prepare.identity.compare"));
    table.row(
        IdentityWords.unbroken(Words.of("prepare.identity.customer")),
        who(comparison.first(), proposal.person()),
        who(comparison.second(), proposal.other()),
        "");
    for (PersonField field : PersonField.values()) {
      if (comparison.first().values().containsKey(field)
          || comparison.second().values().containsKey(field)) {
        table.row(
            named(field),
            IdentityWords.breakable(IdentityWords.value(comparison.first(), field)),
            IdentityWords.breakable(IdentityWords.value(comparison.second(), field)),
            alike(comparison.alike(), field));
      }
    }
    return table.row(
        IdentityWords.unbroken(Words.of("prepare.identity.told")),
        Times.day(comparison.first().toldAt().atZone(zone).toLocalDate(), Words.locale()),
        Times.day(comparison.second().toldAt().atZone(zone).toLocalDate(), Words.locale()),
        "");
  }

  /** Where there is no room for the last column, its word stands under the field's name. */
  private Component named(PersonField field) {
    Span narrow = alike(comparison.alike(), field);
    narrow.addClassName("only-narrow");
    return new Div(new Div(IdentityWords.unbroken(IdentityWords.field(field))), narrow);
  }

  /** Shop's id and source; and whose person the key is already. */
  private static Component who(Said said, long person) {
    List<String> more = new ArrayList<>(List.of(said.source()));
    if (person != said.key().value()) {
      more.add(Words.of("prepare.identity.partof", new CustomerKey(person).brief()));
    }
    return Table.twoLines(
        new Link("customers/" + said.key(), said.shopId()), String.join(" · ", more));
  }

  private static Span alike(Map<PersonField, Double> alike, PersonField field) {
    Double share = alike.get(field);
    if (share == null) {
      return new Span(Words.of("prepare.identity.onlyone"));
    }
    if (share >= EQUAL) {
      return Badge.good(Words.of("prepare.identity.equal"));
    }
    return share >= ALIKE
        ? Badge.neutral(Words.of("prepare.identity.alike", IdentityWords.percent(share)))
        : new Badge(
            Icons.WARNING, Words.of("prepare.identity.differs"), insight.shell.part.Tone.WARNING);
  }

  /** Buttons of an open or put-off pair. */
  static Component[] acts(Runnable merge, Runnable reject, Optional<Runnable> later) {
    List<Component> acts = new ArrayList<>();
    acts.add(Buttons.small(Buttons.plain(Words.of("prepare.identity.merge"), merge)));
    acts.add(Buttons.quiet(Words.of("prepare.identity.reject"), reject));
    later.ifPresent(l -> acts.add(Buttons.quiet(Words.of("prepare.identity.later"), l)));
    return acts.toArray(Component[]::new);
  }
}
