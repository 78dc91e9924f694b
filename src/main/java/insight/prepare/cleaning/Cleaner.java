package insight.prepare.cleaning;

import insight.collect.RecordCleaner;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The active rules of a source, compiled for one file's header. */
final class Cleaner implements RecordCleaner {
  /** Samples kept of each rule. */
  static final int SAMPLES = 5;

  private final List<RuleTally> tallies;
  private final Step[] steps;
  private final RuleTally[] tallyOf;
  private @Nullable Map<String, String> was;
  private @Nullable List<String> flags;

  /** What came of one rule so far. */
  static final class RuleTally {
    final CleaningRule rule;
    final Basis basis;
    final boolean keepsApart;
    long checked;
    long failed;
    long changed;
    List<Sample> samples = new ArrayList<>();

    RuleTally(CleaningRule rule, Basis basis) {
      this.rule = rule;
      this.basis = basis;
      this.keepsApart = rule.keepsApart();
    }
  }

  /**
   * A value that a rule did not let pass.
   *
   * @param to what it became; empty when it stayed
   */
  public record Sample(long line, String from, String to) {}

  /** What the rules noticed in a run of lines. */
  record Found(List<RuleFound> rules) implements Noticed {}

  record RuleFound(
      CleaningRule rule,
      Basis basis,
      long checked,
      long failed,
      long changed,
      List<Sample> samples) {}

  /** One step of one rule. */
  record Placed(Step step, RuleTally tally) {}

  Cleaner(List<RuleTally> tallies, List<Placed> placed) {
    this.tallies = List.copyOf(tallies);
    this.steps = placed.stream().map(Placed::step).toArray(Step[]::new);
    this.tallyOf = placed.stream().map(Placed::tally).toArray(RuleTally[]::new);
  }

  @Override
  public @Nullable Rejection clean(String[] fields, long line) {
    was = null;
    flags = null;
    for (int i = 0; i < steps.length; i++) {
      Step step = steps[i];
      String before = fields[step.place];
      Outcome outcome = step.apply(fields);
      if (outcome == Outcome.SKIPPED) {
        continue;
      }
      RuleTally tally = tallyOf[i];
      tally.checked++;
      if (outcome != Outcome.PASSED && kept(tally, outcome, before, fields[step.place], line)) {
        return new Rejection(
            step.place,
            RejectWords.key(tally.rule),
            RejectWords.arguments(tally.rule, tally.basis));
      }
    }
    return null;
  }

  /** Counts what was not right; true when the line is to be kept apart. */
  private boolean kept(RuleTally tally, Outcome outcome, String from, String to, long line) {
    boolean changed = outcome == Outcome.CHANGED || outcome == Outcome.MENDED;
    tally.changed += changed ? 1 : 0;
    tally.failed += outcome == Outcome.CHANGED ? 0 : 1;
    if (tally.samples.size() < SAMPLES) {
      boolean personal = tally.rule.target().personal();
      tally.samples.add(
          new Sample(line, shown(from, personal), changed ? shown(to, personal) : ""));
    }
    if (outcome == Outcome.MENDED) {
      remember(tally.rule.target(), from);
    } else if (outcome == Outcome.FLAGGED) {
      flags = flags == null ? new ArrayList<>() : flags;
      flags.add(tally.rule.target().word());
    }
    return outcome == Outcome.FAILED && tally.keepsApart;
  }

  private void remember(Target target, String from) {
    was = was == null ? new TreeMap<>() : was;
    was.putIfAbsent(target.word(), target.personal() && !from.isBlank() ? "•••••" : from);
  }

  private static String shown(String value, boolean personal) {
    if (personal && !value.isBlank()) {
      return "•••••";
    }
    return value.length() > 60 ? value.substring(0, 60) + "…" : value;
  }

  @Override
  public void skip(String[] fields) {
    for (Step step : steps) {
      step.skip(fields);
    }
  }

  /** {@code {"was":{"unitPrice":"99999"},"flags":["country"]}}. */
  @Override
  public @Nullable JsonObject remarks() {
    if (was == null && flags == null) {
      return null;
    }
    var json = Json.object();
    if (was != null) {
      json.add("was", Json.of(was));
    }
    if (flags != null) {
      json.add("flags", Json.value(flags));
    }
    return json.build();
  }

  @Override
  public @Nullable Noticed noticed() {
    List<RuleFound> found = new ArrayList<>();
    for (RuleTally tally : tallies) {
      if (tally.checked > 0) {
        found.add(
            new RuleFound(
                tally.rule,
                tally.basis,
                tally.checked,
                tally.failed,
                tally.changed,
                List.copyOf(tally.samples)));
        tally.checked = 0;
        tally.failed = 0;
        tally.changed = 0;
        tally.samples = new ArrayList<>();
      }
    }
    return found.isEmpty() ? null : new Found(List.copyOf(found));
  }
}
