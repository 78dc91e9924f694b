package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.collect.Import;
import insight.collect.Imports;
import insight.kernel.Numbers;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.shell.part.Badge;
import insight.shell.part.JobCard;
import insight.shell.part.JobProgress;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Imports as a table, the newest first. */
final class ImportTable {
  private ImportTable() {}

  static Table of(List<Import> imports, Jobs jobs, Instant now, ZoneId zone) {
    Map<Long, Job> known = jobs(imports, jobs);
    Table table =
        new Table(Words.of("collect.ui.imports"))
            .column(Words.of("collect.ui.file"))
            .column(Words.of("collect.ui.state"))
            .number(Words.of("collect.ui.read"))
            .optionalNumber(Words.of("collect.ui.accepted"))
            .optionalNumber(Words.of("collect.ui.duplicates"))
            .optionalNumber(Words.of("collect.ui.rejected"))
            .optionalNumber(Words.of("collect.ui.masked"))
            .optionalNumber(Words.of("collect.ui.dropped.short"))
            .optionalNumber(Words.of("collect.ui.rate"))
            .optional(Words.of("collect.ui.hash"))
            .optional(Words.of("collect.ui.when"));
    for (Import file : imports) {
      Job job = known.getOrDefault(file.id(), null);
      Job shown = job == null ? jobs.required(file.id()) : job;
      row(table, file, shown, now, zone);
    }
    return table;
  }

  /** All jobs in one question; an import and its job share one id. */
  private static Map<Long, Job> jobs(List<Import> imports, Jobs jobs) {
    return imports.size() < 2
        ? Map.of()
        : jobs.newest(Optional.of(Imports.JOB), 2 * imports.size()).stream()
            .collect(Collectors.toMap(Job::id, Function.identity()));
  }

  private static void row(Table table, Import file, Job job, Instant now, ZoneId zone) {
    table.row(
        still(Table.twoLines(new Link("imports/" + file.id(), file.fileName()), file.sourceName())),
        Table.twoLines(badge(job, file), rest(job, now)),
        whole(file.counts().read()),
        whole(file.counts().accepted()),
        whole(file.counts().duplicates()),
        whole(file.counts().rejected()),
        whole(file.counts().masked()),
        whole(file.counts().dropped()),
        rate(job),
        hash(file),
        still(
            Table.twoLines(
                new Span(Times.moment(file.createdAt(), zone, Words.locale())),
                file.requestedBy())));
  }

  /** A cell that is never broken into lines. */
  private static Span still(Span cell) {
    cell.getStyle().set("white-space", "nowrap");
    return cell;
  }

  private static String rate(Job job) {
    long rate = ImportVerdict.number(job.counts(), "rate");
    return rate == 0 ? "–" : whole(rate);
  }

  private static Component hash(Import file) {
    Span hash = new Span(file.sha256().substring(0, 8));
    hash.addClassName("mono");
    hash.getElement().setAttribute("title", file.sha256());
    return hash;
  }

  /** How much time a running one still needs, by the bytes read so far. */
  static String rest(Job job, Instant now) {
    long total = job.total().orElse(0);
    Duration gone = job.elapsed(now);
    if (job.state() != Job.State.RUNNING || job.done() <= 0 || total <= 0 || gone.isZero()) {
      return "";
    }
    double left = (double) Math.max(0, total - job.done()) / job.done() * gone.toMillis();
    return Words.of(
        "collect.ui.rest", Times.duration(Duration.ofMillis(Math.round(left)), Words.locale()));
  }

  /** How the job stands; one that was undone, or left lines out, says so. */
  static Component badge(Job job, Import file) {
    if (file.reversedAt().isPresent()) {
      return Badge.neutral(Words.of("collect.ui.state.undone"));
    }
    if (job.state() == Job.State.SUCCEEDED && file.counts().rejected() > 0) {
      return Badge.warning(Words.of("collect.ui.state.rejects"));
    }
    return JobCard.badge(JobProgress.State.valueOf(job.state().name()));
  }

  static String whole(long number) {
    return Numbers.whole(number, Words.locale());
  }
}
