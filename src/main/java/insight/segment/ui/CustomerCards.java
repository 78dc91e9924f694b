package insight.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import insight.collect.Customers;
import insight.kernel.CustomerKey;
import insight.privacy.Audit;
import insight.privacy.Consents;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.privacy.Reveals;
import insight.segment.CustomerNotes;
import insight.segment.CustomerProfile;
import insight.segment.CustomerProfiles;
import insight.segment.FeatureWords;
import insight.segment.Membership;
import insight.segment.Memberships;
import insight.segment.Timelines;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Choice;
import insight.shell.part.Facts;
import insight.shell.part.Icons;
import insight.shell.part.KeyValues;
import insight.shell.part.MaskedValue;
import insight.shell.part.Rows;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cards of a customer's page. */
@ApplicationScoped
public class CustomerCards {
  private static final int ACCESSES = 5;

  @Inject CustomerProfiles profiles;
  @Inject Customers customers;
  @Inject Timelines timelines;
  @Inject Consents consents;
  @Inject CustomerNotes notes;
  @Inject Reveals reveals;
  @Inject Audit audit;

  Timelines timelines() {
    return timelines;
  }

  /** Orders, spend, mean order, products, returns, RFM. */
  Card figures(CustomerProfile profile, Optional<Memberships.Standing> standing) {
    Facts facts =
        new Facts()
            .fact(Words.of("segment.feature.frequency"), SegmentWords.whole(profile.orders()));
    for (CustomerProfile.Turnover t : profile.turnovers()) {
      facts
          .fact(
              Words.of("segment.feature.monetary"),
              t.sales().format(Words.locale()),
              profile.turnovers().size() > 1 ? Words.of("segment.orders", t.orders()) : "")
          .fact(Words.of("segment.averageOrder"), t.averageOrder().format(Words.locale()))
          .fact(
              Words.of("segment.returns"),
              SegmentWords.percent(t.returnShare()),
              t.returns().format(Words.locale()));
    }
    facts.fact(Words.of("segment.feature.products"), SegmentWords.whole(profile.products()));
    standing.ifPresent(s -> facts.fact(Words.of("segment.rfm"), s.rfm().word()));
    Card card = new Card(Words.of("segment.figures")).body(facts);
    return standing.isPresent() ? card.foot(Words.of("segment.rfm.about")) : card;
  }

  /**
   * Masked identity of the person's own key, with a logged reveal.
   *
   * @param revealed runs after each reveal
   */
  Card identity(CustomerProfile profile, Grant grant, Runnable revealed) {
    Card card = new Card(Words.of("segment.identity"));
    Optional<Customers.Identity> identity =
        Optional.ofNullable(customers.identities(List.of(profile.key()), grant).get(profile.key()));
    if (identity.isEmpty()) {
      return card.body(new Span(Words.of("segment.identity.none")));
    }
    Customers.Identity masked = identity.get();
    KeyValues values = new KeyValues().row(Words.of("segment.identity.shopId"), masked.shopId());
    masked.name().ifPresent(v -> values.row(Words.of("segment.identity.name"), v));
    masked.email().ifPresent(v -> values.row(Words.of("segment.identity.email"), v));
    masked.phone().ifPresent(v -> values.row(Words.of("segment.identity.phone"), v));
    values.row(Words.of("segment.identity.source"), masked.source());
    if (profile.keys() > 1) {
      values.row(Words.of("segment.identity.merged"), SegmentWords.whole(profile.keys()));
    }
    return card.body(
        values,
        new MaskedValue(
            Words.of("segment.identity.inClear"),
            Stream.of(Purpose.SERVICE, Purpose.PRIVACY)
                .map(p -> new Choice(p.word(), Words.of("segment.purpose." + p.word() + ".name")))
                .toList(),
            Reveals.VISIBLE,
            (purpose, reason) -> {
              String clear = clear(profile.key(), purpose, reason, grant);
              revealed.run();
              return clear;
            }));
  }

  private String clear(CustomerKey key, String purpose, String reason, Grant grant) {
    Grant revealed = reveals.reveal(grant.caller(), Purpose.of(purpose), reason, key);
    Customers.Identity clear = customers.identity(key, revealed);
    return Stream.of(Optional.of(clear.shopId()), clear.name(), clear.email(), clear.phone())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  /** The segment and what decided. */
  Card segment(Optional<Memberships.Standing> standing, ZoneId zone) {
    Card card = new Card(Words.of("segment.segment"));
    if (standing.isEmpty()) {
      return card.body(new Span(Words.of("segment.member.none")));
    }
    Membership membership = standing.get().membership();
    Optional<String> currency = membership.segment().currency();
    Table table =
        new Table(Words.of("segment.why"))
            .column(Words.of("segment.why.feature"))
            .number(Words.of("segment.why.own"))
            .number(Words.of("segment.why.group"))
            .number(Words.of("segment.why.shop"));
    for (Membership.Reason reason : membership.reasons()) {
      table.row(
          Words.of(reason.feature().key()),
          figure(reason, reason.value(), currency),
          figure(reason, reason.median(), currency),
          figure(reason, reason.base(), currency));
    }
    return card.aside(SegmentWords.link(membership.segment()))
        .say(
            Words.of(
                "segment.why.say",
                Times.day(membership.asOf().atZone(zone).toLocalDate(), Words.locale())))
        .flush(table)
        .foot(FeatureWords.nearest(membership, Words.locale()));
  }

  /** Short, since the column is narrow. */
  private static String figure(Membership.Reason reason, double value, Optional<String> currency) {
    return switch (reason.feature().unit()) {
      case MONEY -> SegmentWords.brief(Math.round(value / 100) * 100, currency);
      case COUNT, DAYS -> SegmentWords.value(reason.feature(), value, currency);
    };
  }

  /** What the customer agreed to or refused. */
  Card consents(Person person, ZoneId zone) {
    List<Consents.Consent> given = consents.of(person.keys());
    Card card = new Card(Words.of("segment.consents"));
    if (given.isEmpty()) {
      return card.body(new Span(Words.of("segment.consents.none")));
    }
    Rows rows = new Rows();
    for (Consents.Consent consent : given) {
      rows.row(
          (consent.granted() ? Icons.FINE : Icons.FAILED).create(),
          Words.of("segment.consent." + consent.purpose()),
          "",
          Words.of(consent.granted() ? "segment.consent.given" : "segment.consent.refused"),
          Times.day(consent.changedAt().atZone(zone).toLocalDate(), Words.locale()));
    }
    return card.flush(rows);
  }

  Card notes(Person person, Grant grant, ZoneId zone) {
    Card card = new Card(Words.of("segment.notes"));
    fillNotes(card, person, grant, zone);
    return card.aside(
        Buttons.icon(
            Icons.PLUS,
            Buttons.quiet(
                Words.of("segment.note.add"),
                () ->
                    new NoteDialog(
                            text -> {
                              notes.add(person, text, grant);
                              fillNotes(card, person, grant, zone);
                            })
                        .open())));
  }

  private void fillNotes(Card card, Person person, Grant grant, ZoneId zone) {
    List<CustomerNotes.Note> all = notes.of(person, grant);
    if (all.isEmpty()) {
      card.body(new Span(Words.of("segment.notes.none")));
      return;
    }
    Div list = new Div();
    for (CustomerNotes.Note note : all) {
      Div text = new Div(note.text());
      text.getStyle().set("white-space", "pre-wrap");
      list.add(
          text,
          SegmentWords.quiet(
              note.author() + " · " + Times.moment(note.at(), zone, Words.locale())));
    }
    card.body(list);
  }

  /** Who revealed, exported or changed something of this customer. */
  void fillAccesses(Card card, CustomerKey key, ZoneId zone) {
    List<Audit.Entry> entries = audit.about(key.toString(), ACCESSES);
    if (entries.isEmpty()) {
      card.body(new Span(Words.of("segment.accesses.none")));
      return;
    }
    Rows rows = new Rows();
    for (Audit.Entry entry : entries) {
      rows.row(
          Icons.EYE.create(),
          entry.actor(),
          "",
          Words.of("privacy.action." + entry.action()),
          Times.moment(entry.at(), zone, Words.locale()));
    }
    card.flush(rows);
  }
}
