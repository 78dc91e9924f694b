package insight.prepare.quality;

import insight.collect.Canonical;
import insight.collect.Source;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.kernel.Refused;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.CleaningRules;
import insight.prepare.cleaning.Trials;
import insight.prepare.quality.Proposals.Proposal;
import insight.prepare.quality.SourceQuality.FieldQuality;
import insight.prepare.quality.SourceQuality.Point;
import insight.privacy.Audit;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How good the stored data of each source is, and what follows from it. */
@UseCase
public class DataQuality {
  private static final int SHORTEST_NOTE = 5;
  private static final int LONGEST_NOTE = 500;

  @Inject Sources sources;
  @Inject QualityRows rows;
  @Inject FaultyRows faulty;
  @Inject Freshnesses freshnesses;
  @Inject QualityWatch watch;
  @Inject Quarantine quarantine;
  @Inject CleaningRules rules;
  @Inject Trials trials;
  @Inject Audit audit;

  /** A dimension that keeps a source from training. */
  public record Blocking(int sourceId, Dimension dimension, double share, double least) {}

  /** All sources but the portal's own, the worst first, those not yet looked at last. */
  public List<SourceQuality> all() {
    return sources.list().stream()
        .filter(s -> s.kind() != SourceKind.PORTAL)
        .map(this::of)
        .sorted(
            Comparator.comparingDouble((SourceQuality q) -> q.score().value().orElse(101))
                .thenComparing(q -> q.source().name()))
        .toList();
  }

  public SourceQuality of(int sourceId) {
    return of(sources.required(sourceId));
  }

  private SourceQuality of(Source source) {
    Optional<QualityRows.Look> look = rows.look(source.id());
    List<FieldQuality> fields = rows.fields(source.id());
    return new SourceQuality(
        source,
        score(fields),
        fields,
        look.map(QualityRows.Look::newest),
        freshnesses.of(source),
        look.map(QualityRows.Look::lookedAt));
  }

  static Score score(List<FieldQuality> fields) {
    List<Score.Part> parts = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      List<FieldQuality> counted =
          fields.stream()
              .filter(f -> f.finding().dimension() == dimension && f.accepted().isEmpty())
              .toList();
      long checked = counted.stream().mapToLong(FieldQuality::checked).sum();
      if (checked > 0) {
        long failed = counted.stream().mapToLong(FieldQuality::failed).sum();
        parts.add(new Score.Part(dimension, checked, failed));
      }
    }
    return new Score(parts);
  }

  /** A dimension over time, day by day. */
  public List<Point> course(SourceQuality quality, Dimension dimension) {
    return rows.course(quality.source().id(), dimension, quality.fields());
  }

  /** The rows behind a finding, masked as the reader's grant says. */
  public List<FaultyRows.Faulty> rows(SourceQuality quality, Finding finding, Grant grant) {
    return quality
        .newest()
        .map(newest -> faulty.of(quality.source(), finding, newest, grant))
        .orElse(List.of());
  }

  /** Lines that imports kept apart, by reason, the most frequent first. */
  public List<Quarantine.Group> quarantined(int sourceId) {
    return quarantine.of(sourceId);
  }

  /** What the stored values of a source suggest, without what is a rule already. */
  public List<Proposal> proposals(int sourceId) {
    Source source = sources.required(sourceId);
    List<CleaningRule> there = rules.of(sourceId);
    return Arrays.stream(Canonical.values())
        .filter(field -> field != Canonical.CUSTOMER && field != Canonical.SESSION)
        .filter(
            field ->
                source.mapping().rules().isEmpty() || source.mapping().rules().containsKey(field))
        .flatMap(
            field ->
                trials.values(source, field).stream()
                    .flatMap(values -> Proposals.of(sourceId, field, values).stream()))
        .filter(
            p ->
                there.stream()
                    .noneMatch(
                        r ->
                            r.target().equals(p.target())
                                && r.rule().getClass().equals(p.rule().getClass())))
        .toList();
  }

  /** Gates that the source's data is below; empty: nothing keeps it from training. */
  public List<Blocking> blocking(int sourceId) {
    Map<Dimension, Double> gates = rows.gates(sourceId);
    return gates.isEmpty()
        ? List.of()
        : score(rows.fields(sourceId)).parts().stream()
            .filter(p -> p.share() < gates.getOrDefault(p.dimension(), 0.0))
            .map(
                p ->
                    new Blocking(
                        sourceId, p.dimension(), p.share(), gates.getOrDefault(p.dimension(), 0.0)))
            .toList();
  }

  /** The same for all sources. */
  public List<Blocking> blocking() {
    return sources.list().stream().flatMap(s -> blocking(s.id()).stream()).toList();
  }

  public Map<Dimension, Double> gates(int sourceId) {
    return rows.gates(sourceId);
  }

  /**
   * Below {@code least} the dimension keeps the source from training; empty takes the gate away.
   */
  public void gate(int sourceId, Dimension dimension, Optional<Double> least, Caller by) {
    may(by);
    if (least.isPresent() && (least.get() <= 0 || least.get() > 1)) {
      throw Refused.invalid("/least", "prepare.quality.gate.range");
    }
    rows.gate(sourceId, dimension, least, by.name());
    log(by, sourceId, "gate " + dimension.word() + " " + least.map(String::valueOf).orElse("off"));
  }

  /** From now on the finding does not count in the score. */
  public void accept(int sourceId, Finding finding, String note, Caller by) {
    may(by);
    if (note.strip().length() < SHORTEST_NOTE || note.length() > LONGEST_NOTE) {
      throw Refused.invalid("/note", "prepare.quality.accept.note", SHORTEST_NOTE, LONGEST_NOTE);
    }
    rows.accept(sourceId, finding.word(), note.strip(), by.name());
    log(by, sourceId, "accepted " + finding.word());
  }

  /** It counts again. */
  public void withdraw(int sourceId, Finding finding, Caller by) {
    may(by);
    rows.withdraw(sourceId, finding.word());
    log(by, sourceId, "withdrawn " + finding.word());
  }

  /** Looks at all days of a source now. */
  public void look(int sourceId) {
    watch.look(sources.required(sourceId), true);
  }

  private static void may(Caller by) {
    if (!by.is(Role.OPERATIONS) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("prepare.rule.role");
    }
  }

  private void log(Caller by, int sourceId, String what) {
    audit.record(
        by.name(), Audit.Action.CHANGE, "data-quality " + sourceId, null, Map.of("what", what));
  }
}
