package insight.monitor.ui;

import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.monitor.Alert;
import insight.monitor.Dashboard;
import insight.monitor.Severity;
import insight.runtime.Job;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Icons;
import insight.shell.part.Rows;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What waits for someone: open alerts, jobs that run or went wrong. */
final class AttentionCard {
  private static final int MOST = 4;

  private AttentionCard() {}

  static Card of(Dashboard dashboard, Instant now) {
    Card card = new Card(Words.of("monitor.attention"));
    List<Alert> alerts = dashboard.alerts();
    List<Job> jobs = dashboard.jobs();
    count(card, alerts, Severity.CRITICAL);
    count(card, alerts, Severity.WARNING);
    if (alerts.isEmpty() && jobs.isEmpty()) {
      return card.body(new Span(Words.of("monitor.attention.none")));
    }
    Rows rows = new Rows();
    alerts.stream().limit(MOST).forEach(alert -> alert(rows, alert, dashboard, now));
    jobs.stream().limit(MOST).forEach(job -> job(rows, job, now));
    card.flush(rows);
    return alerts.size() > MOST
        ? card.foot(Words.of("monitor.attention.more", alerts.size() - MOST))
        : card;
  }

  private static void count(Card card, List<Alert> alerts, Severity severity) {
    long count = alerts.stream().filter(a -> a.rule().severity() == severity).count();
    if (count > 0) {
      String words = String.valueOf(count);
      Badge badge = severity == Severity.CRITICAL ? Badge.bad(words) : Badge.warning(words);
      badge.setTitle(AlertWords.severity(severity, Words.locale()));
      card.aside(badge);
    }
  }

  private static void alert(Rows rows, Alert alert, Dashboard dashboard, Instant now) {
    Locale locale = Words.locale();
    String currency = dashboard.question().currency();
    rows.row(
        AlertWords.icon(alert.rule().severity(), locale),
        alert.rule().name(),
        "alerts?alert=" + alert.id(),
        Words.of(
            "monitor.alert.measured",
            AlertWords.value(alert.rule().metric(), alert.value(), currency, locale),
            AlertWords.condition(alert.rule(), currency, locale)),
        Times.since(alert.raisedAt(), now, locale));
  }

  private static void job(Rows rows, Job job, Instant now) {
    Locale locale = Words.locale();
    boolean open = job.state().open();
    Span shape = new Span((open ? Icons.RUNNING : Icons.FAILED).create());
    shape.addClassName(open ? "a" : "bad");
    rows.row(shape, job.title(), "jobs", progress(job, locale), since(job, now, locale));
  }

  private static String progress(Job job, Locale locale) {
    String state = Words.of("shell.job.state." + job.state().word());
    return switch (job.state()) {
      case RUNNING ->
          job.total().isPresent()
              ? Words.of("monitor.attention.running", Numbers.percent(job.progress(), 0, locale))
              : state;
      case FAILED, INTERRUPTED ->
          job.reason().map(reason -> state + ". " + reason.in(locale)).orElse(state);
      case QUEUED, SUCCEEDED, CANCELLED -> state;
    };
  }

  private static String since(Job job, Instant now, Locale locale) {
    Instant then = job.finishedAt();
    return Times.since(then == null ? job.createdAt() : then, now, locale);
  }
}
