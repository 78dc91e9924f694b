package insight.prepare.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import insight.collect.Canonical;
import insight.collect.RecordCleaner;
import insight.prepare.cleaning.Rule.Form;
import insight.prepare.cleaning.Rule.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CleanerTest {
  private static final List<String> HEADER =
      List.of("time", "customer", "price", "country", "note");
  private static final Map<Canonical, Integer> PLACES =
      Map.of(
          Canonical.TIME, 0,
          Canonical.CUSTOMER, 1,
          Canonical.UNIT_PRICE, 2,
          Canonical.COUNTRY, 3);
  private static final Target PRICE = new Target.Of(Canonical.UNIT_PRICE);
  private static final Target COUNTRY = new Target.Of(Canonical.COUNTRY);
  private static final Target CUSTOMER = new Target.Of(Canonical.CUSTOMER);
  private static final Basis FENCES =
      new Basis(500, OptionalDouble.of(0), OptionalDouble.of(100), Optional.empty());

  private int numbers;

  private CleaningRule rule(Target target, Rule rule, boolean blocking) {
    return new CleaningRule(
        ++numbers, 7, target, rule, blocking, true, 1, "", "olive", Instant.EPOCH);
  }

  private static Cleaner cleaner(Basis basis, CleaningRule... rules) {
    return new Compiler(
            HEADER,
            PLACES,
            ZoneId.of("Europe/London"),
            text -> text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text)),
            to -> value -> value.equals("known"))
        .cleaner(List.of(rules), r -> basis);
  }

  private static String[] record(String customer, String price, String country) {
    return new String[] {"2025-03-01T12:00:00Z", customer, price, country, ""};
  }

  private static Cleaner.RuleFound only(Cleaner cleaner) {
    Cleaner.Found found = (Cleaner.Found) cleaner.noticed();
    assertNotNull(found);
    assertEquals(1, found.rules().size());
    return found.rules().getFirst();
  }

  @Test
  void aBlockingRuleKeepsTheLineApartWithItsReason() {
    Rule positive = new Rule.Range(Optional.of(BigDecimal.ZERO), Optional.empty());
    Cleaner cleaner = cleaner(Basis.NONE, rule(PRICE, positive, true));
    assertNull(cleaner.clean(record("a", "2.50", "GB"), 2));
    RecordCleaner.Rejection why = cleaner.clean(record("a", "-2.50", "GB"), 3);
    assertNotNull(why);
    assertEquals(2, why.place());
    assertEquals("prepare.reject.range", why.key());
    Cleaner.RuleFound found = only(cleaner);
    assertEquals(2, found.checked());
    assertEquals(1, found.failed());
    assertEquals("-2.50", found.samples().getFirst().from());
    assertNull(cleaner.noticed(), "what was told is not told again");
  }

  @Test
  void aWarningKeepsTheLineAndCounts() {
    Cleaner cleaner = cleaner(Basis.NONE, rule(CUSTOMER, new Rule.Required(), false));
    assertNull(cleaner.clean(record("", "1", "GB"), 2));
    assertNull(cleaner.clean(record("anna", "1", "GB"), 3));
    assertEquals(1, only(cleaner).failed());
    assertNull(cleaner.remarks());
  }

  @Test
  void anOutlierIsBroughtToTheBoundAndWhatItWasStaysWithTheEvent() {
    Rule outlier = new Rule.Outlier(Rule.Method.MAD, 5, Rule.Handling.WINSORISE);
    Cleaner cleaner = cleaner(FENCES, rule(PRICE, outlier, false));
    String[] fields = record("a", "99999.5", "GB");
    assertNull(cleaner.clean(fields, 2));
    assertEquals("100", fields[2]);
    assertEquals(
        "{\"was\":{\"unitPrice\":\"99999.5\"}}",
        java.util.Objects.requireNonNull(cleaner.remarks()).toString());
    assertNull(cleaner.clean(record("a", "99", "GB"), 3));
    assertNull(cleaner.remarks(), "the next event has no remark of the one before");
    Cleaner.RuleFound found = only(cleaner);
    assertEquals(1, found.failed());
    assertEquals(1, found.changed());
  }

  @Test
  void anOutlierCanBeKeptApart() {
    Rule outlier = new Rule.Outlier(Rule.Method.IQR, 5, Rule.Handling.QUARANTINE);
    Cleaner cleaner = cleaner(FENCES, rule(PRICE, outlier, false));
    RecordCleaner.Rejection why = cleaner.clean(record("a", "101", "GB"), 2);
    assertNotNull(why);
    assertEquals(List.of("1", "0", "100", "500"), why.arguments());
  }

  @Test
  void withoutStoredValuesNothingIsAnOutlier() {
    Rule outlier = new Rule.Outlier(Rule.Method.IQR, 5, Rule.Handling.QUARANTINE);
    Cleaner cleaner = cleaner(Basis.NONE, rule(PRICE, outlier, false));
    assertNull(cleaner.clean(record("a", "1e9", "GB"), 2));
    assertNull(cleaner.noticed());
  }

  @Test
  void gapsAreFilledFromStoredValuesOrFlagged() {
    Basis median =
        new Basis(500, OptionalDouble.empty(), OptionalDouble.empty(), Optional.of("2.95"));
    Cleaner cleaner =
        cleaner(
            median,
            rule(PRICE, new Rule.Missing(new Policy.Median()), false),
            rule(COUNTRY, new Rule.Missing(new Policy.Flag()), false));
    String[] fields = record("a", " ", "");
    assertNull(cleaner.clean(fields, 2));
    assertEquals("2.95", fields[2]);
    assertEquals(
        "{\"was\":{\"unitPrice\":\" \"},\"flags\":[\"country\"]}",
        java.util.Objects.requireNonNull(cleaner.remarks()).toString());
  }

  @Test
  void formsComeBeforeChecksAndChineseTextStays() {
    Cleaner cleaner =
        cleaner(
            Basis.NONE,
            rule(PRICE, new Rule.Range(Optional.of(BigDecimal.ONE), Optional.empty()), true),
            rule(new Target.Codes(), new Rule.Normalised(new Form.Width()), false),
            rule(COUNTRY, new Rule.Normalised(new Form.Codes(Map.of("中国", "CN"))), false));
    String[] fields = record("客户１２３", "１２．５０", "中国");
    assertNull(cleaner.clean(fields, 2));
    assertEquals("客户123", fields[1]);
    assertEquals("12.50", fields[2]);
    assertEquals("CN", fields[3]);
  }

  @Test
  void samplesOfWhatMayTellAboutPeopleAreMasked() {
    Cleaner cleaner = cleaner(Basis.NONE, rule(CUSTOMER, new Rule.OneOf(List.of("anna")), false));
    assertNull(cleaner.clean(record("secret", "1", "GB"), 2));
    assertEquals("•••••", only(cleaner).samples().getFirst().from());
  }

  @Test
  void uniqueRemembersLinesStoredBeforeAnInterruption() {
    Cleaner cleaner = cleaner(Basis.NONE, rule(CUSTOMER, new Rule.Unique(), true));
    cleaner.skip(record("anna", "1", "GB"));
    assertNotNull(cleaner.clean(record("anna", "1", "GB"), 3));
    assertNull(cleaner.clean(record("bert", "1", "GB"), 4));
  }

  @Test
  void daysAreThoseOfTheSource() {
    Rule march = new Rule.Between(Optional.of(LocalDate.of(2025, 3, 2)), Optional.empty());
    Cleaner cleaner = cleaner(Basis.NONE, rule(new Target.Of(Canonical.TIME), march, true));
    assertNotNull(cleaner.clean(record("a", "1", "GB"), 2));
    assertNull(cleaner.clean(new String[] {"2025-03-02T00:00:00Z", "a", "1", "GB", ""}, 3));
  }

  @Test
  void countriesMayBeWrittenAsCodeOrName() {
    Cleaner cleaner = cleaner(Basis.NONE, rule(COUNTRY, new Rule.OneOf(List.of("GB", "FR")), true));
    assertNull(cleaner.clean(record("a", "1", "United Kingdom"), 2));
    assertNotNull(cleaner.clean(record("a", "1", "Germany"), 3));
  }

  @Test
  void unknownReferencesAreFound() {
    Rule known = new Rule.Reference(new Rule.Known.Products());
    Cleaner cleaner = cleaner(Basis.NONE, rule(new Target.Column("note"), known, true));
    assertNull(cleaner.clean(new String[] {"", "", "", "", "known"}, 2));
    assertNotNull(cleaner.clean(new String[] {"", "", "", "", "orphan"}, 3));
    assertNull(cleaner.clean(new String[] {"", "", "", "", ""}, 4), "empty is not unknown");
  }

  @Test
  void formsChangeWhatTheyShouldAndLeaveTheRest() {
    assertEquals("1234.56", Forms.decimalComma("1.234,56"));
    assertEquals("12", Forms.decimalComma("12"));
    assertEquals("a,b", Forms.decimalComma("a,b"));
    assertEquals("a b", Forms.trim("\u00A0a  b\u3000"));
    assertEquals("", Forms.trim("  "));
    TreeMap<String, BigDecimal> kilograms = new TreeMap<>();
    kilograms.put("g", new BigDecimal("0.001"));
    kilograms.put("kg", BigDecimal.ONE);
    var units = Forms.of(new Form.Units(kilograms));
    assertEquals("0.5", units.apply("500 g"));
    assertEquals("2", units.apply("2kg"));
    assertEquals("2 lb", units.apply("2 lb"));
    assertEquals("7", units.apply("7"));
  }
}
