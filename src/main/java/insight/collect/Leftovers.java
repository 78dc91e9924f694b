package insight.collect;

import insight.runtime.Chore;
import insight.runtime.DataDirectory;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Throws away what nobody went on with: rejected records after 30 days, since one of them may name
 * a person who is to be forgotten and no key leads to it, and drafts with their file after a week.
 */
@ApplicationScoped
class Leftovers implements Chore {
  /** How long a rejected record can be mended. */
  static final int DAYS = 30;

  private static final Duration DRAFTS = Duration.ofDays(7);
  private static final Duration UPLOADS = Duration.ofDays(7);

  @Inject RejectRecords records;
  @Inject DraftRows drafts;
  @Inject Transactions transactions;
  @Inject DataDirectory data;
  @Inject Clock clock;

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    transactions.doInNew(() -> records.forgetBefore(clock.instant().minus(Duration.ofDays(DAYS))));
    List<DraftRows.Row> left = transactions.inNew(() -> drafts.left(clock.instant().minus(DRAFTS)));
    for (DraftRows.Row draft : left) {
      transactions.doInNew(() -> drafts.delete(UUID.fromString(draft.id())));
      throwAway(draft);
    }
    sweep();
  }

  /**
   * Uploads that nobody will read any more: of cancelled and failed jobs, and of dead processes.
   */
  private void sweep() {
    Instant old = clock.instant().minus(UPLOADS);
    try (Stream<Path> uploads = Files.list(data.folder(Imports.UPLOADS))) {
      for (Path file : uploads.filter(Files::isRegularFile).toList()) {
        String path = data.root().relativize(file).toString();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)
            && transactions.inNew(() -> drafts.unread(path))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look through the uploads", e);
    }
  }

  private void throwAway(DraftRows.Row draft) {
    try {
      if (draft.filePath() != null) {
        Files.deleteIfExists(data.root().resolve(draft.filePath()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the file of a draft", e);
    }
  }
}
