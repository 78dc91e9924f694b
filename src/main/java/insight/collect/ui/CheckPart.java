package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import insight.collect.DryRuns;
import insight.collect.Preset;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.ui.Progresses;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.JobCard;
import insight.shell.part.Note;
import insight.shell.part.Rich;
import insight.shell.part.Table;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The dry run of a source's file: how many lines would come in, as what, and which would not. */
final class CheckPart implements WizardPart {
  private final Jobs jobs;
  private final Clock clock;
  private final ZoneId zone;
  private final Optional<Preset> preset;
  private final Optional<Long> run;
  private final Runnable start;
  private Optional<JobCard> card = Optional.empty();

  CheckPart(
      Jobs jobs,
      Clock clock,
      ZoneId zone,
      Optional<Preset> preset,
      Optional<Long> run,
      Runnable start) {
    this.jobs = jobs;
    this.clock = clock;
    this.zone = zone;
    this.preset = preset;
    this.run = run;
    this.start = start;
  }

  @Override
  public Component show() {
    Optional<Job> job = run.flatMap(jobs::find).filter(j -> j.kind().equals(DryRuns.JOB));
    if (job.isEmpty()) {
      return new Div(
          new Paragraph(Words.of("collect.wizard.check.what")),
          Buttons.plain(Words.of("collect.wizard.check.start"), start));
    }
    return job.get().state().open() ? running(job.get()) : Columns.stack(ended(job.get()));
  }

  private Component running(Job job) {
    JobCard running = new JobCard(() -> jobs.cancel(job.id())).show(progress(job));
    card = Optional.of(running);
    return running;
  }

  private insight.shell.part.JobProgress progress(Job job) {
    return Progresses.of(
        job, "collect.ui.bytes", List.of("collect.dryRun.stage"), clock.instant(), zone);
  }

  /** Shows how far the run is; false when it has ended and the page must be built anew. */
  boolean refresh(long id) {
    Job job = jobs.required(id);
    if (job.state().open() && card.isPresent()) {
      card.get().show(progress(job));
      return true;
    }
    return false;
  }

  private Component[] ended(Job job) {
    List<Component> parts = new ArrayList<>();
    job.reason().ifPresent(r -> parts.add(new Note(Tone.BAD, r.in(Words.locale()))));
    JsonObject counts = job.counts();
    if (ImportVerdict.number(counts, "read") > 0) {
      parts.add(verdict(counts));
      parts.add(new ImportResult(counts, preset, Words.of("collect.wizard.check.foot")).card());
      reasons(counts).ifPresent(parts::add);
    } else if (job.state() == Job.State.SUCCEEDED) {
      parts.add(new Note(Tone.WARNING, Words.of("collect.ui.result.empty")));
    }
    parts.add(Buttons.quiet(Words.of("collect.wizard.check.again"), start));
    return parts.toArray(Component[]::new);
  }

  private static Component verdict(JsonObject counts) {
    long read = ImportVerdict.number(counts, "read");
    long rejected = ImportVerdict.number(counts, "rejected");
    String accepted = whole(ImportVerdict.number(counts, "accepted"));
    if (rejected == 0) {
      return new Note(Tone.GOOD, Words.of("collect.wizard.check.all", accepted, whole(read)));
    }
    boolean most = rejected * 2 > read;
    return new Note(
        most ? Tone.BAD : Tone.WARNING,
        Words.of(
            most ? "collect.wizard.check.most" : "collect.wizard.check.some",
            accepted,
            whole(read),
            whole(rejected)));
  }

  /** What is wrong, the most frequent first, with the first lines of each. */
  static Optional<Card> reasons(JsonObject counts) {
    if (!(counts.get("reasons") instanceof JsonArray all) || all.isEmpty()) {
      return Optional.empty();
    }
    Table table =
        new Table(Words.of("collect.ui.rejects"))
            .column(Words.of("collect.ui.reason"))
            .column(Words.of("collect.ui.column"))
            .number(Words.of("collect.ui.lines.all"))
            .optional(Words.of("collect.ui.examples"));
    for (JsonObject group : all.getValuesAs(JsonObject.class)) {
      table.row(
          Rich.span(reason(group)),
          group.getString("column").isEmpty() ? "–" : group.getString("column"),
          whole(ImportVerdict.number(group, "lines")),
          Words.of(
              "collect.wizard.check.lines",
              group.getJsonArray("first").stream()
                  .map(JsonValue::toString)
                  .collect(Collectors.joining(", "))));
    }
    return Optional.of(new Card(Words.of("collect.wizard.check.reasons")).flush(table));
  }

  private static String reason(JsonObject group) {
    Object[] arguments =
        group.getJsonArray("arguments").stream()
            .map(v -> v instanceof jakarta.json.JsonString s ? s.getString() : v.toString())
            .toArray();
    return Texts.of(Words.locale(), group.getString("key"), arguments);
  }

  private static String whole(long number) {
    return Numbers.whole(number, Words.locale());
  }
}
