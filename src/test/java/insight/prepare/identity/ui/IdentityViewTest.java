package insight.prepare.identity.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import insight.kernel.CustomerKey;
import insight.prepare.identity.Comparison;
import insight.prepare.identity.GoldenRecord;
import insight.prepare.identity.GoldenRecord.Said;
import insight.prepare.identity.GoldenRecord.Sourced;
import insight.prepare.identity.MatchKind;
import insight.prepare.identity.Merge;
import insight.prepare.identity.NewMerge;
import insight.prepare.identity.PersonField;
import insight.prepare.identity.Proposal;
import insight.privacy.Consents;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "insight.prepare.identity.ui")
class IdentityViewTest extends BrowserlessTest {
  private static final Instant MARCH = Instant.parse("2025-03-01T12:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Proposal PROPOSAL =
      new Proposal(
          17,
          18,
          List.of(MatchKind.EMAIL),
          OptionalDouble.empty(),
          0.975,
          Proposal.State.OPEN,
          MARCH,
          Optional.empty(),
          17,
          18);

  @BeforeEach
  void english() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  private static Said said(long key, String name, String email) {
    return new Said(
        new CustomerKey(key),
        "Web shop",
        "••••17",
        MARCH.plusSeconds(key),
        Map.of(PersonField.NAME, name, PersonField.EMAIL, email));
  }

  private static Comparison comparison(double names) {
    return new Comparison(
        said(17, "A••• H•••", "a•••••@•••••.example"),
        said(18, "B•• H•••", "a•••••@•••••.example"),
        Map.of(PersonField.NAME, names, PersonField.EMAIL, 1.0));
  }

  private static Component shown(Component part) {
    UI.getCurrent().add(part);
    return part;
  }

  private static String text(Component part) {
    return part.getElement().getTextRecursively();
  }

  @Test
  void aProposalSaysHowSureWhyAndWhereTheTwoDiffer() {
    List<String> done = new ArrayList<>();
    Component card =
        shown(
            new ProposalCard(PROPOSAL, comparison(0.4), LONDON)
                .card(
                    new Span("reveal"),
                    ProposalCard.acts(
                        () -> done.add("merge"),
                        () -> done.add("reject"),
                        Optional.of(() -> done.add("later")))));
    String words = text(card);
    assertTrue(words.contains("98% sure") || words.contains("97% certain"), words);
    assertTrue(words.contains("Same e-mail"), words);
    assertTrue(words.contains("names differ"), words);
    assertTrue(words.contains("Differs") && words.contains("Equal"), words);
    test(find(Button.class).withText("Merge…").single()).click();
    test(find(Button.class).withText("Not the same").single()).click();
    test(find(Button.class).withText("Later").single()).click();
    assertEquals(List.of("merge", "reject", "later"), done);
  }

  @Test
  void aMergeKeepsWhatWasChosenForEachField() {
    List<NewMerge> asked = new ArrayList<>();
    Said older = said(17, "A••• H•••", "a•••••@•••••.example");
    Said newer = said(18, "B•• H•••", "a•••••@•••••.example");
    GoldenRecord together =
        new GoldenRecord(
            17,
            Map.of(PersonField.NAME, new Sourced("B•• H•••", newer.key(), false)),
            List.of(older, newer),
            false);
    new MergeDialog(
            PROPOSAL,
            together,
            List.of(new Consents.Consent("marketing", false, MARCH)),
            asked::add)
        .open();
    List<RadioButtonGroup> groups = find(RadioButtonGroup.class).all();
    assertEquals(2, groups.size(), "the survivor, and the one field that differs");
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Said> name = (RadioButtonGroup<Said>) groups.get(1);
    assertEquals(newer, name.getValue(), "the newest unless somebody chooses");
    name.setValue(older);
    test(find(Button.class).withText("Merge").single()).click();
    assertEquals(Map.of(PersonField.NAME, 17L), asked.getFirst().fields());
    assertEquals(Optional.of(17L), asked.getFirst().survivor());
    assertEquals(List.of("email"), asked.getFirst().evidence());
  }

  @Test
  void aMergeThatStandsCanBeUndoneAndAnUndoneOneSaysByWhom() {
    List<Long> undone = new ArrayList<>();
    MergesCard card =
        new MergesCard(
            LONDON,
            merge -> new GoldenRecord(17, Map.of(), List.of(), false),
            merge -> undone.add(merge.id()));
    Component list =
        shown(
            card.card(
                List.of(
                    merge(2, Optional.empty()),
                    merge(1, Optional.of(new Merge.Undone("olive", MARCH))))));
    assertTrue(text(list).contains("Undone by olive"), text(list));
    assertTrue(text(list).contains("A rule"), text(list));
    test(find(Button.class).withText("Undo").single()).click();
    assertEquals(List.of(), undone, "it asks first");
    test(find(Button.class).withText("Undo").all().getLast()).click();
    assertEquals(List.of(2L), undone);
  }

  private static Merge merge(long id, Optional<Merge.Undone> undone) {
    return new Merge(
        id,
        List.of(17L, 18L),
        17,
        Map.of(),
        List.of("alias"),
        OptionalDouble.of(1),
        "portal",
        MARCH,
        undone);
  }

  @Test
  void nothingToDecideLeadsToTheRules() {
    Component empty = shown(IdentityParts.nothing(Proposal.State.OPEN, false));
    assertTrue(text(empty).contains("No pair to decide"), text(empty));
    assertFalse(text(SharedCard.of(List.of())).isEmpty());
  }
}
