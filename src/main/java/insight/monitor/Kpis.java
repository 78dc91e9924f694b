package insight.monitor;

import insight.kernel.Period;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Computes the figures: one pass over the order lines a question, straight from the events. */
@UseCase
public class Kpis {
  @Inject Jdbi jdbi;

  /** What to look at. Empty country: all; amounts are of this currency only. */
  public record Question(Period period, Optional<String> country, String currency) {
    public Question over(Period other) {
      return new Question(other, country, currency);
    }
  }

  /** All figures of the question. */
  public Figures figures(Question question, Grant grant) {
    Period period = question.period();
    return figures(period.start(), period.end(), question.country(), question.currency(), grant);
  }

  /** All figures from one instant (inclusive) to another (exclusive). */
  public Figures figures(
      Instant from, Instant to, Optional<String> country, String currency, Grant grant) {
    Sums.Scope scope = new Sums.Scope(from, to, country, currency);
    return jdbi.withHandle(h -> Sums.whole(h, scope, grant)).figures();
  }

  /** The figures of the whole, and of each of its days or weeks in order, empty ones included. */
  public Course course(Question question, Course.By by, Grant grant) {
    Period period = question.period();
    Sums.Scope scope =
        new Sums.Scope(period.start(), period.end(), question.country(), question.currency());
    List<Sums> rows = jdbi.withHandle(h -> Sums.steps(h, scope, period, by, grant));
    Figures whole = rows.stream().filter(Sums::isWhole).findFirst().orElse(Sums.NOTHING).figures();
    List<Course.Step> steps = new ArrayList<>();
    int count = by.steps(period);
    long seen = 0;
    long repeating = 0;
    for (int i = 0; i < count; i++) {
      Sums sums = at(rows, i);
      seen += sums.firsts();
      repeating += sums.seconds();
      steps.add(
          new Course.Step(
              by.step(period, i), sums.figures(), seen == 0 ? 0 : (double) repeating / seen));
    }
    return new Course(whole, steps);
  }

  private static Sums at(List<Sums> rows, int step) {
    String name = String.valueOf(step);
    return rows.stream()
        .filter(row -> !row.isWhole() && name.equals(row.part()))
        .findFirst()
        .orElse(Sums.NOTHING);
  }
}
