package insight.prepare.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import insight.collect.Sources;
import insight.kernel.CustomerKey;
import insight.prepare.Persons;
import insight.prepare.identity.Comparison;
import insight.prepare.identity.Comparisons;
import insight.prepare.identity.GoldenRecords;
import insight.prepare.identity.MatchRules;
import insight.prepare.identity.Merge;
import insight.prepare.identity.Merges;
import insight.prepare.identity.NewMerge;
import insight.prepare.identity.Proposal;
import insight.prepare.identity.Proposals;
import insight.prepare.identity.SharedIdentifiers;
import insight.privacy.Consents;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Settings;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cards of the identity page with the services behind them. */
@Dependent
public class IdentityParts {
  private final Proposals proposals;
  private final Merges merges;
  private final Comparisons comparisons;
  private final GoldenRecords golden;
  private final SharedIdentifiers shared;
  private final MatchRules rules;
  private final Sources sources;
  private final Persons persons;
  private final Consents consents;
  private final ClearPair clear;
  private final Settings settings;
  private final Caller caller;
  private final Grant grant;

  @Inject
  IdentityParts(
      Proposals proposals,
      Merges merges,
      Comparisons comparisons,
      GoldenRecords golden,
      SharedIdentifiers shared,
      MatchRules rules,
      Sources sources,
      Persons persons,
      Consents consents,
      ClearPair clear,
      Settings settings,
      Callers callers,
      Grants grants) {
    this.proposals = proposals;
    this.merges = merges;
    this.comparisons = comparisons;
    this.golden = golden;
    this.shared = shared;
    this.rules = rules;
    this.sources = sources;
    this.persons = persons;
    this.consents = consents;
    this.clear = clear;
    this.settings = settings;
    this.caller = callers.required();
    this.grant = grants.of(caller, Purpose.SERVICE);
  }

  Proposals proposals() {
    return proposals;
  }

  Merges merges() {
    return merges;
  }

  SharedIdentifiers shared() {
    return shared;
  }

  Div rules() {
    RulesCard card = new RulesCard(rules, caller);
    return new Div(card.kinds(), card.spaces(sources.list()));
  }

  /** What is said where a list has nothing. */
  static Component nothing(Proposal.State state, boolean elsewhere) {
    String key = "prepare.identity.empty." + state.word();
    return new Card()
        .flush(
            new EmptyState(
                Icons.PEOPLE,
                Words.of(key),
                elsewhere ? Words.of("prepare.identity.empty.page") : Words.of(key + ".text"),
                Link.button(
                    "identity?tab=rules", Words.of("prepare.identity.empty.action"), false)));
  }

  /** A card each; {@code done} runs after something was decided. */
  Component[] cards(List<Proposal> found, Runnable done) {
    return comparisons.of(found, grant).entrySet().stream()
        .map(pair -> card(pair.getKey(), pair.getValue(), done))
        .toArray(Component[]::new);
  }

  private Component card(Proposal proposal, Comparison comparison, Runnable done) {
    ProposalCard card = new ProposalCard(proposal, comparison, settings.zone());
    Component[] acts =
        switch (proposal.state()) {
          case OPEN ->
              ProposalCard.acts(
                  () -> ask(proposal, done),
                  () -> decide(proposal, Proposal.State.REJECTED, done),
                  Optional.of(() -> decide(proposal, Proposal.State.LATER, done)));
          case LATER ->
              ProposalCard.acts(
                  () -> ask(proposal, done),
                  () -> decide(proposal, Proposal.State.REJECTED, done),
                  Optional.empty());
          case REJECTED ->
              new Component[] {
                Buttons.quiet(
                    Words.of("prepare.identity.reopen"),
                    () -> decide(proposal, Proposal.State.OPEN, done))
              };
        };
    return card.card(clear.of(proposal), acts);
  }

  private void decide(Proposal proposal, Proposal.State state, Runnable done) {
    proposals.decide(proposal, state, caller);
    done.run();
    Toasts.done(
        Words.of("prepare.identity.done." + state.word()),
        () -> {
          proposals.decide(proposal, proposal.state(), caller);
          done.run();
        });
  }

  private void ask(Proposal proposal, Runnable done) {
    Set<Long> keys = new HashSet<>();
    for (long key : List.of(proposal.customerKey(), proposal.otherKey())) {
      keys.addAll(persons.person(new CustomerKey(key)).keys());
    }
    new MergeDialog(
            proposal,
            golden.together(List.of(proposal.customerKey(), proposal.otherKey()), grant),
            consents.of(keys),
            wanted -> merge(wanted, done))
        .open();
  }

  private void merge(NewMerge wanted, Runnable done) {
    Merge merge = merges.merge(wanted, caller);
    done.run();
    Toasts.done(
        Words.of("prepare.identity.merged.done"),
        () -> {
          undoAgain(merge.id());
          done.run();
        });
  }

  List<Long> mergeAll(List<Proposal> certain) {
    return merges.all(certain, caller);
  }

  /** Takes a merge back so that its pair is proposed again. */
  void undoAgain(long merge) {
    merges.undo(merge, true, caller);
  }

  Card mergesCard(List<Merge> found, Runnable done) {
    return new MergesCard(
            settings.zone(),
            merge -> golden.of(merge.keys().getFirst(), grant),
            merge -> {
              merges.undo(merge.id(), false, caller);
              done.run();
              Toasts.done(Words.of("prepare.identity.undone.done"));
            })
        .card(found);
  }

  /** Asks before something larger is done. */
  void ask(String title, String about, String verb, Runnable act) {
    Dialog dialog = new Dialog(new Paragraph(about));
    dialog.setHeaderTitle(title);
    dialog.setWidth("460px");
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(
                verb,
                () -> {
                  dialog.close();
                  act.run();
                }));
    dialog.open();
  }
}
