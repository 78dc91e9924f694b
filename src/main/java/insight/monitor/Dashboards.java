package insight.monitor;

import insight.kernel.Period;
import insight.privacy.Grant;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers what the dashboard shows. */
@UseCase
public class Dashboards {
  private static final int PRODUCTS = 8;
  private static final int JOBS_LOOKED_AT = 20;
  private static final Duration FAILURES_MATTER = Duration.ofDays(2);

  /** Up to so many days the course is drawn by day, beyond by week. */
  private static final int BY_DAY = 31;

  @Inject Reporting reporting;
  @Inject Kpis kpis;
  @Inject Rankings rankings;
  @Inject Targets targets;
  @Inject Alerts alerts;
  @Inject Jobs jobs;
  @Inject Clock clock;

  public Optional<Reporting.Basis> basis() {
    return reporting.basis();
  }

  /** How long a step of the period's course is. */
  public static Course.By stepOf(Period period) {
    return period.days() <= BY_DAY ? Course.By.DAY : Course.By.WEEK;
  }

  public Dashboard of(
      Reporting.Basis basis,
      Period period,
      Optional<Period> wanted,
      Optional<String> country,
      Grant grant) {
    Kpis.Question question = new Kpis.Question(period, country, basis.currency());
    Optional<Period> compared = wanted.filter(basis::covers);
    Course.By step = stepOf(period);
    return new Dashboard(
        basis,
        question,
        compared,
        wanted.isPresent() && compared.isEmpty(),
        kpis.course(question, step, grant),
        compared.map(other -> kpis.course(question.over(other), step, grant)),
        country.isPresent() ? java.util.Map.of() : targets.over(period),
        rankings.countries(question, compared, grant),
        rankings.products(question, compared, PRODUCTS, grant),
        alerts.open(),
        worthKnowing());
  }

  /** Jobs that wait, run, or failed of late. */
  private List<Job> worthKnowing() {
    Instant since = clock.instant().minus(FAILURES_MATTER);
    return jobs.newest(Optional.empty(), JOBS_LOOKED_AT).stream()
        .filter(job -> job.state().open() || wentWrong(job) && !job.createdAt().isBefore(since))
        .toList();
  }

  private static boolean wentWrong(Job job) {
    return switch (job.state()) {
      case FAILED, INTERRUPTED -> true;
      case QUEUED, RUNNING, SUCCEEDED, CANCELLED -> false;
    };
  }
}
