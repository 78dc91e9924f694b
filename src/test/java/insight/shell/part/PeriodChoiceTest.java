package insight.shell.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.vaadin.flow.router.QueryParameters;
import insight.kernel.Period;
import insight.kernel.Refused;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodChoiceTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final PeriodChoice USUAL =
      PeriodChoice.of(
          new Period(LocalDate.parse("2011-09-10"), LocalDate.parse("2011-12-10"), LONDON));

  @Test
  void anEmptyUrlMeansTheUsual() {
    assertEquals(USUAL, PeriodChoice.read(QueryParameters.empty(), USUAL));
  }

  @Test
  void oneEndAloneKeepsTheUsualLength() {
    PeriodChoice choice = read("from", "2011-01-01");
    assertEquals(LocalDate.parse("2011-04-02"), choice.period().to());
    assertEquals(91, choice.period().days());
  }

  @Test
  void whatCannotBeReadIsRefusedNamingItsField() {
    Refused date = assertThrows(Refused.class, () -> read("from", "31.2.2011"));
    assertEquals("/from", date.reasons().getFirst().pointer());
    Refused compare = assertThrows(Refused.class, () -> read("compare", "later"));
    assertEquals("/compare", compare.reasons().getFirst().pointer());
  }

  @Test
  void theRestOfTheUrlStays() {
    QueryParameters url = USUAL.write(QueryParameters.of("tab", "members"));
    assertEquals(Optional.of("members"), url.getSingleParameter("tab"));
    assertEquals(Optional.of("2011-12-10"), url.getSingleParameter("to"));
  }

  @Test
  void allCountriesIsNoParameter() {
    QueryParameters germany = USUAL.in(Optional.of("DE")).write(QueryParameters.empty());
    assertEquals(Optional.of("DE"), germany.getSingleParameter("country"));
    assertEquals(Optional.empty(), USUAL.write(germany).getSingleParameter("country"));
  }

  @Test
  void whatItIsHeldAgainst() {
    assertEquals(LocalDate.parse("2011-06-11"), USUAL.compared().orElseThrow().from());
    assertEquals(
        LocalDate.parse("2010-09-10"),
        USUAL.with(PeriodChoice.Compare.YEAR).compared().orElseThrow().from());
    assertEquals(Optional.empty(), USUAL.with(PeriodChoice.Compare.NONE).compared());
  }

  @Property
  void whatIsWrittenIsReadBack(
      @ForAll @IntRange(min = 0, max = 20_000) int first,
      @ForAll @IntRange(min = 1, max = 1_000) int days,
      @ForAll PeriodChoice.Compare compare) {
    LocalDate from = LocalDate.EPOCH.plusDays(first);
    PeriodChoice choice =
        new PeriodChoice(new Period(from, from.plusDays(days), LONDON), compare, Optional.of("GB"));
    assertEquals(choice, PeriodChoice.read(choice.write(QueryParameters.empty()), USUAL));
  }

  private static PeriodChoice read(String name, String value) {
    return PeriodChoice.read(new QueryParameters(Map.of(name, List.of(value))), USUAL);
  }
}
