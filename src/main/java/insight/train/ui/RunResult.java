package insight.train.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Checks;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import insight.train.LearningTask.Check;
import insight.train.Names;
import insight.train.TrainingRun;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came out of a run, in cards: quality, gate, origin, provenance. */
record RunResult(TrainingRun run, ZoneId zone) {

  Card quality() {
    return new QualityCard(run.metrics()).card();
  }

  /** The checks, and what they allow. */
  Card gate() {
    long passed = run.checks().stream().filter(Check::passed).count();
    String word = Words.of("train.gate.passed", passed, run.checks().size());
    Checks list = new Checks();
    for (Check check : run.checks()) {
      list.check(
          check.passed() ? Checks.Outcome.PASSED : Checks.Outcome.ATTENTION,
          Names.check(Words.locale(), check),
          Words.of("train.gate.limit", check.limit()),
          check.measured());
    }
    return new Card(Words.of("train.gate.title"))
        .badge(passed == run.checks().size() ? Badge.good(word) : Badge.warning(word))
        .flush(list);
  }

  /** Where it comes from, for people. */
  Card origin() {
    Locale locale = Words.locale();
    JsonObject snapshot = run.provenance().getJsonObject("snapshot");
    JsonObject machine = run.provenance().getJsonObject("machine");
    KeyValues values =
        new KeyValues()
            .row(Words.of("train.origin.question"), Names.taskAbout(locale, run.task()))
            .row(
                Words.of("train.origin.snapshot"),
                new Link("snapshots", text(snapshot, "kind") + " " + text(snapshot, "id")))
            .row(
                Words.of("train.origin.rows"),
                Numbers.whole(snapshot.getJsonNumber("rows").longValue(), locale))
            .row(
                Words.of("train.origin.cutoff"),
                Times.moment(Instant.parse(text(snapshot, "cutoff")), zone, locale))
            .row(Words.of("train.origin.hash"), brief(text(snapshot, "hash")))
            .row(Words.of("train.origin.trainer"), Names.trainer(locale, run.trainer()))
            .row(Words.of("train.origin.parameters"), parameters(locale))
            .row(Words.of("train.origin.seed"), String.valueOf(run.seed()))
            .row(Words.of("train.origin.time"), time(machine, locale))
            .row(Words.of("train.origin.by"), run.requestedBy());
    return new Card(Words.of("train.origin.title")).body(values);
  }

  private String parameters(Locale locale) {
    return run.parameters().isEmpty()
        ? Words.of("train.origin.none")
        : run.parameters().entrySet().stream()
            .map(e -> Names.parameter(locale, e.getKey()) + ": " + plain(e.getValue(), locale))
            .collect(Collectors.joining("; "));
  }

  private static String plain(double value, Locale locale) {
    return value == Math.rint(value)
        ? Numbers.whole((long) value, locale)
        : Numbers.decimal(value, 2, locale);
  }

  private String time(JsonObject machine, Locale locale) {
    double seconds = run.provenance().getJsonNumber("trainedSeconds").doubleValue();
    return Words.of(
        "train.origin.took",
        Times.duration(Duration.ofMillis(Math.round(seconds * 1000)), locale),
        machine.getInt("cores"),
        text(machine, "java"));
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }

  private static Span brief(String hash) {
    Span span = new Span(hash.substring(0, Math.min(12, hash.length())) + "…");
    span.addClassName("num");
    span.getElement().setAttribute("title", hash);
    return span;
  }

  /** The whole provenance, for machines. */
  Card provenance() {
    String json = PrettyJson.of(run.provenance());
    Pre pre = new Pre(json);
    pre.getElement().setAttribute("tabindex", "0");
    pre.getStyle().set("overflow", "auto").set("max-height", "24rem");
    NativeDetails details = new NativeDetails(Words.of("train.provenance.show"), pre);
    return new Card(Words.of("train.provenance.title"))
        .aside(copy(json))
        .say(Words.of("train.provenance.about"))
        .body(details);
  }

  private static Component copy(String json) {
    var button = Buttons.small(Buttons.plain(Words.of("train.provenance.copy"), RunResult::copied));
    button
        .getElement()
        .executeJs("this.addEventListener('click', () => navigator.clipboard.writeText($0))", json);
    return button;
  }

  private static void copied() {
    Toasts.done(Words.of("train.provenance.copied"));
  }
}
