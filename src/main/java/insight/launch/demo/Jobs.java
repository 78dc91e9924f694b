package insight.launch.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The long jobs of a fill: started at most once, looked at until they end. */
final class Jobs {
  /** Noted for a job that another fill has done. */
  static final String ELSEWHERE = "elsewhere";

  private static final Duration BEAT = Duration.ofMillis(500);
  private static final int PATIENCE = 120;

  /** Starts a job. */
  @FunctionalInterface
  interface Start {
    Answer now() throws IOException;
  }

  private final Portal portal;
  private final Diary diary;
  private final Progress progress;

  Jobs(Portal portal, Diary diary, Progress progress) {
    this.portal = portal;
    this.diary = diary;
    this.progress = progress;
  }

  /**
   * Sees to it that a job succeeds: the one noted, if it did or still may; else a new one. Answers
   * why it did not.
   */
  Optional<String> see(String name, String label, Start start) throws IOException {
    Optional<String> noted = diary.entry(name);
    if (noted.isPresent()) {
      String state =
          noted.get().equals(ELSEWHERE)
              ? "succeeded"
              : job(noted.get()).text("state").orElse("unknown");
      if (state.equals("succeeded")) {
        progress.say("demo.already", progress.words(label));
        return Optional.empty();
      }
      if (state.equals("queued") || state.equals("running")) {
        return watch(noted.get(), label);
      }
    }
    Answer started = start.now();
    Optional<String> id = started.text("id");
    if (!started.good() || id.isEmpty()) {
      return Optional.of(started.reason());
    }
    diary.note(name, id.get());
    return watch(id.get(), label);
  }

  /** Waits until the job ended; answers why it did not succeed. */
  private Optional<String> watch(String id, String label) throws IOException {
    while (true) {
      Answer job = job(id);
      String state = job.text("state").orElse("unknown");
      switch (state) {
        case "succeeded" -> {
          progress.done(label);
          return Optional.empty();
        }
        case "queued", "running" ->
            progress.step(label, job.text("progress").map(Double::parseDouble).orElse(0.0));
        default -> {
          progress.broken();
          return Optional.of(job.text("reason").orElseGet(job::reason));
        }
      }
      portal.rest(BEAT);
    }
  }

  /**
   * A job; asked again while the portal cannot be reached or has lost its database, for a minute.
   */
  private Answer job(String id) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        Answer answer = portal.get("/api/v1/jobs/" + id);
        if (answer.status() < 500 || tries == PATIENCE) {
          return answer;
        }
      } catch (IOException unreachable) {
        if (tries == PATIENCE) {
          throw unreachable;
        }
      }
      portal.rest(BEAT);
    }
  }
}
