package insight.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.kernel.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FIRST = LocalDate.of(2011, 9, 1);

  @Test
  void ninetyOneDaysAreThirteenWholeWeeks() {
    Period autumn = new Period(FIRST, FIRST.plusDays(91), LONDON);
    assertEquals(13, Course.By.WEEK.steps(autumn));
    assertEquals(new Period(FIRST, FIRST.plusDays(7), LONDON), Course.By.WEEK.step(autumn, 0));
  }

  @Test
  void onlyTheFirstWeekMayBeShorter() {
    Period month = new Period(FIRST, FIRST.plusDays(30), LONDON);
    assertEquals(5, Course.By.WEEK.steps(month));
    assertEquals(2, Course.By.WEEK.step(month, 0).days());
    assertEquals(7, Course.By.WEEK.step(month, 4).days());
  }

  @Property
  void stepsFollowOnEachOtherAndFillThePeriod(
      @ForAll @IntRange(min = 1, max = 800) int days, @ForAll Course.By by) {
    Period period = new Period(FIRST, FIRST.plusDays(days), LONDON);
    LocalDate at = period.from();
    for (int i = 0; i < by.steps(period); i++) {
      assertEquals(at, by.step(period, i).from());
      at = by.step(period, i).to();
    }
    assertEquals(period.to(), at);
  }
}
