package insight.monitor;

import insight.kernel.Period;
import insight.runtime.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the dashboard shows of one question.
 *
 * @param compared the other period; empty when nobody asked, or the data do not reach back so far
 * @param tooShort whether the other period was asked for and the data do not reach back so far
 * @param targets money in minor units, sums scaled to the period
 * @param countries largest first; products: the largest few
 */
public record Dashboard(
    Reporting.Basis basis,
    Kpis.Question question,
    Optional<Period> compared,
    boolean tooShort,
    Course course,
    Optional<Course> before,
    Map<Kpi, Double> targets,
    List<Rankings.Part> countries,
    List<Rankings.Part> products,
    List<Alert> alerts,
    List<Job> jobs) {

  public Figures now() {
    return course.whole();
  }

  public Optional<Figures> then() {
    return before.map(Course::whole);
  }
}
