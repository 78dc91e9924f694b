package insight.prepare.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.collect.Canonical;
import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.prepare.cleaning.Rule.Form;
import insight.prepare.cleaning.Rule.Known;
import insight.prepare.cleaning.Rule.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleJsonTest {
  private static final Target PRICE = new Target.Of(Canonical.UNIT_PRICE);

  static Stream<Rule> all() {
    Optional<BigDecimal> one = Optional.of(BigDecimal.ONE);
    Optional<LocalDate> day = Optional.of(LocalDate.of(2025, 3, 1));
    Stream<Rule> checks =
        Stream.of(
            new Rule.Required(),
            new Rule.Range(one, Optional.empty()),
            new Rule.Range(Optional.empty(), one),
            new Rule.Range(one, one),
            new Rule.OneOf(List.of("GB", "中国", "c", "d", "e", "f", "g", "h")),
            new Rule.Matches("\\d{5}"),
            new Rule.Reference(new Known.Products()),
            new Rule.Reference(new Known.Customers()),
            new Rule.Reference(new Known.ValuesOf(3, Canonical.ORDER)),
            new Rule.Unique(),
            new Rule.Between(day, Optional.empty()),
            new Rule.Between(Optional.empty(), day),
            new Rule.Between(day, day));
    Stream<Rule> gaps =
        Stream.of(
                new Policy.Reject(),
                new Policy.Mean(),
                new Policy.Median(),
                new Policy.Mode(),
                new Policy.Constant("GB"),
                new Policy.Flag())
            .map(Rule.Missing::new);
    Stream<Rule> outliers =
        Stream.of(Rule.Method.values())
            .flatMap(m -> Stream.of(Rule.Handling.values()).map(h -> new Rule.Outlier(m, 3.5, h)));
    Stream<Rule> forms =
        Stream.of(
                new Form.Trim(),
                new Form.Width(),
                new Form.Compatibility(),
                new Form.DecimalComma(),
                new Form.Units(new TreeMap<>(Map.of("g", new BigDecimal("0.001")))),
                new Form.Codes(Map.of("男", "M")),
                new Form.Capitals())
            .map(Rule.Normalised::new);
    return Stream.of(checks, gaps, outliers, forms).flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsWrittenIsRead(Rule rule) {
    assertEquals(rule, RuleJson.read(RuleJson.write(rule)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyRuleIsASentenceInBothLanguages(Rule rule) {
    Texts.LANGUAGES.forEach(
        locale -> {
          String sentence = RuleWords.sentence(PRICE, rule, locale);
          assertFalse(sentence.contains("{0}"), sentence);
          assertFalse(sentence.isBlank());
        });
  }

  @Test
  void everyFieldHasAName() {
    for (Canonical field : Canonical.values()) {
      Texts.LANGUAGES.forEach(l -> assertFalse(RuleWords.field(field, l).isBlank()));
      assertEquals(new Target.Of(field), Target.of(field.word()));
    }
  }

  @Test
  void rulesThatDoNotFitTheirFieldAreRefused() {
    Target country = new Target.Of(Canonical.COUNTRY);
    Rule positive = new Rule.Range(Optional.of(BigDecimal.ZERO), Optional.empty());
    refused("/field", country, positive);
    refused("/least", PRICE, new Rule.Range(Optional.empty(), Optional.empty()));
    refused("/field", PRICE, new Rule.Between(Optional.empty(), Optional.empty()));
    refused("/field", country, new Rule.Missing(new Policy.Mean()));
    refused("/field", new Target.Of(Canonical.CUSTOMER), new Rule.Missing(new Policy.Mode()));
    refused("/values", country, new Rule.OneOf(List.of()));
    refused("/field", new Target.Codes(), new Rule.Unique());
    RuleCheck.check(PRICE, positive);
  }

  private static void refused(String pointer, Target target, Rule rule) {
    Refused refused = assertThrows(Refused.class, () -> RuleCheck.check(target, rule));
    assertEquals(pointer, refused.reasons().getFirst().pointer());
  }
}
