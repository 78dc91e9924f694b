package insight.prepare.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.Canonical;
import insight.kernel.Texts;
import insight.prepare.cleaning.Basis;
import insight.prepare.cleaning.CleaningResult;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.Rule;
import insight.prepare.cleaning.Rule.Form;
import insight.prepare.cleaning.Rule.Known;
import insight.prepare.cleaning.Rule.Policy;
import insight.prepare.cleaning.Target;
import insight.prepare.cleaning.Trial;
import insight.prepare.quality.Proposals.Proposal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFieldsTest {
  private static final Target PRICE = new Target.Of(Canonical.UNIT_PRICE);
  private static final Rule POSITIVE =
      new Rule.Range(Optional.of(BigDecimal.ZERO), Optional.empty());
  private static final Basis FENCES =
      new Basis(1000, OptionalDouble.of(-4), OptionalDouble.of(25.5), Optional.empty());

  static Stream<Rule> all() {
    return Stream.of(
        new Rule.Required(),
        POSITIVE,
        new Rule.OneOf(List.of("GB", "FR")),
        new Rule.Matches("\\d{5}"),
        new Rule.Reference(new Known.Products()),
        new Rule.Reference(new Known.ValuesOf(3, Canonical.ORDER)),
        new Rule.Unique(),
        new Rule.Between(Optional.of(LocalDate.of(2025, 3, 1)), Optional.empty()),
        new Rule.Missing(new Policy.Median()),
        new Rule.Missing(new Policy.Constant("GB")),
        new Rule.Outlier(Rule.Method.Z_SCORE, 3.5, Rule.Handling.WINSORISE),
        new Rule.Normalised(new Form.Trim()),
        new Rule.Normalised(new Form.Units(new TreeMap<>(Map.of("g", new BigDecimal("0.001"))))),
        new Rule.Normalised(new Form.Codes(Map.of("男", "M"))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFormGivesBackTheRuleItWasFilledFrom(Rule rule) {
    RuleFields fields = new RuleFields(() -> {});
    fields.set(rule);
    assertEquals(rule, fields.rule());
  }

  @ParameterizedTest
  @EnumSource(RuleKind.class)
  void everyKindHasAName(RuleKind kind) {
    Texts.LANGUAGES.forEach(
        l -> assertFalse(Texts.of(l, "prepare.form.kind." + kind.word()).isBlank()));
  }

  @Test
  void aTrialSaysHowManyRowsWouldFail() {
    Trial trial =
        new Trial(
            200,
            3,
            0,
            List.of(new Trial.Example("-1", "", 3, Instant.EPOCH, Optional.empty(), 0)),
            Basis.NONE);
    String text =
        TrialWords.shown("Price of one piece is at least 0", trial, ZoneOffset.UTC)
            .getElement()
            .getTextRecursively();
    assertTrue(text.contains("3 of 200 stored rows (1.50%) would fail"), text);
    assertTrue(text.contains("-1"), text);
  }

  @Test
  void aProposalNamesItsEvidence() {
    String text =
        ProposalsCard.sentence(new Proposal(PRICE, POSITIVE, 998, 1000))
            .getElement()
            .getTextRecursively();
    assertEquals("Price of one piece is at least 0 Holds for 99.80% of 1,000 values.", text);
  }

  @Test
  void anImportShowsWhatItsRulesFound() {
    CleaningRule rule =
        new CleaningRule(
            4,
            7,
            PRICE,
            new Rule.Outlier(Rule.Method.MAD, 5, Rule.Handling.WINSORISE),
            false,
            true,
            1,
            "",
            "olive",
            Instant.EPOCH);
    CleaningResult result =
        new CleaningResult(
            9,
            rule,
            1000,
            1,
            1,
            List.of(new CleaningResult.Sample(17, "99999", "25.5")),
            FENCES,
            Instant.EPOCH);
    String text = CleaningPanel.card(7, List.of(result)).getElement().getTextRecursively();
    assertTrue(text.contains("1 of 1,000 · 1 changed"), text);
    assertTrue(text.contains("99999 → 25.5 (line 17)"), text);
    assertTrue(text.contains("Usual from −4.00 to 25.50, from 1,000 stored values"), text);
  }

  @Test
  void onlyAllIsAHundredPercent() {
    assertEquals("99.99%", ScoresCard.share(0.999999));
    assertEquals("100.00%", ScoresCard.share(1));
  }
}
