package insight.train.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.runtime.Job;
import insight.shell.part.Badge;
import insight.shell.part.Icons;
import insight.shell.part.JobCard;
import insight.shell.part.JobProgress;
import insight.shell.part.Times;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import insight.train.LearningTask.Metric;
import insight.train.Model;
import insight.train.Names;
import insight.train.TrainingRun;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** How train's pages write figures, periods and states. */
final class Figures {
  private static final int DIGITS = 3;

  private Figures() {}

  static String number(double value) {
    return Numbers.decimal(value, DIGITS, Words.locale());
  }

  /** 0.123 (0.110–0.136); without the brackets where there is no interval. */
  static String withInterval(Metric metric) {
    String value = number(metric.value());
    return hasInterval(metric)
        ? value + " (" + number(metric.low()) + "–" + number(metric.high()) + ")"
        : value;
  }

  static boolean hasInterval(Metric metric) {
    return Double.isFinite(metric.low()) && Double.isFinite(metric.high());
  }

  /** "nDCG@10 0.123 (0.110–0.136), baseline 0.090". */
  static String keyFigure(TrainingRun run) {
    return run.keyMetric()
        .map(
            metric -> {
              String figure =
                  Names.metric(Words.locale(), metric.name()) + " " + withInterval(metric);
              return Double.isFinite(metric.baseline())
                  ? Words.of("train.runs.figure", figure, number(metric.baseline()))
                  : figure;
            })
        .orElse("–");
  }

  /** "1 Dec 2010, 00:00 – 9 Dec 2011, 12:50", or "up to …". */
  static String period(Optional<Instant> from, Optional<Instant> cutoff, ZoneId zone) {
    Locale locale = Words.locale();
    String end =
        cutoff.map(at -> Times.moment(at, zone, locale)).orElse(Words.of("train.period.newest"));
    return from.map(at -> Words.of("train.period.range", Times.moment(at, zone, locale), end))
        .orElse(Words.of("train.period.upTo", end));
  }

  static JobProgress.State state(Job job) {
    return JobProgress.State.valueOf(job.state().name());
  }

  /** The job's state; a running one with its share. */
  static Component stateBadge(Job job) {
    return job.state() == Job.State.RUNNING
        ? new Span(
            JobCard.badge(JobProgress.State.RUNNING),
            new Span(" " + Numbers.percent(job.progress(), 0, Words.locale())))
        : JobCard.badge(state(job));
  }

  /** "v3 · Live". */
  static Badge modelBadge(Model model) {
    String word =
        Words.of("train.model.version", model.number())
            + " · "
            + Words.of("train.model.state." + model.state().word());
    return switch (model.state()) {
      case LIVE -> Badge.good(word);
      case CANDIDATE -> Badge.accent(word);
      case REQUESTED, APPROVED -> new Badge(Icons.CLOCK, word, Tone.ACCENT);
      case RETIRED -> Badge.neutral(word);
    };
  }
}
