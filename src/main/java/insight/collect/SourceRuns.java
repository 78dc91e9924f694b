package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Chore;
import insight.runtime.Json;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs sources by themselves when their time has come, and at once when a person says so. */
@ApplicationScoped
public class SourceRuns implements Chore {
  private static final Logger LOG = Logger.getLogger(SourceRuns.class.getName());

  @Inject RunRows rows;
  @Inject Sources sources;
  @Inject Imports imports;
  @Inject WatchedFolders folders;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  /**
   * Takes the sources that are due, each with its next time in the same transaction: of two nodes
   * one takes it, and what was missed while the portal was off runs once.
   */
  @Override
  public void run() {
    for (Integer id : transactions.inNew(this::take)) {
      try {
        runNow(id, Caller.PORTAL);
      } catch (Refused refused) {
        note(id, Optional.of(refused.reasons().getFirst()));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "The scheduled run of source " + id + " failed", e);
      }
    }
  }

  private List<Integer> take() {
    Instant now = clock.instant();
    List<Integer> due = rows.due(now);
    due.forEach(id -> schedule(sources.required(id), sources.scheduleOf(id)));
    return due.stream().filter(id -> !sources.required(id).paused()).toList();
  }

  private void runNow(int id, Caller by) {
    Source source = transactions.inNew(() -> sources.required(id));
    if (source.kind() == SourceKind.JDBC) {
      start(id, by);
    } else {
      folder(id);
    }
  }

  /**
   * Runs a source's query now.
   *
   * @return the job's number
   * @throws Refused when it is paused, or has no query
   */
  public long start(int sourceId, Caller by) {
    return imports.startQuery(sourceId, by);
  }

  /**
   * Looks into a source's watched folder now.
   *
   * @return the imports that were queued
   */
  public List<Long> folder(int sourceId) {
    try {
      List<Long> queued = folders.look(transactions.inNew(() -> sources.required(sourceId)));
      note(sourceId, Optional.empty());
      return queued;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into the folder of source " + sourceId, e);
    }
  }

  /** Writes down that it ran, and why it failed. */
  void note(int sourceId, Optional<Refused.Reason> trouble) {
    transactions.doInNew(() -> rows.ran(sourceId, clock.instant(), trouble));
  }

  /** Its next time, in the caller's transaction; without a schedule there is none. */
  void schedule(Source source, Optional<String> cron) {
    rows.next(
        source.id(),
        cron.flatMap(c -> new Schedule(c).next(clock.instant(), source.timeZone())).orElse(null));
  }

  void retainAgain(int sourceId) {
    rows.retainAgain(sourceId);
  }

  SourceDetails details(SourceRow row) {
    Source source = row.record();
    RunRows.Row run = rows.find(source.id());
    return new SourceDetails(
        source,
        Optional.ofNullable(row.shop),
        Json.parse(row.settings),
        row.secretCipher != null,
        Optional.ofNullable(row.licence),
        Optional.ofNullable(row.basis).flatMap(Basis::of),
        Optional.ofNullable(row.retentionDays),
        Optional.ofNullable(row.schedule).map(Schedule::new),
        Optional.ofNullable(run.nextRun()),
        Optional.ofNullable(run.lastRun()),
        Optional.ofNullable(run.watermark()),
        Optional.ofNullable(run.lag()),
        run.trouble(),
        source.kind().files() ? WatchedFolders.shown(source) : "");
  }
}
