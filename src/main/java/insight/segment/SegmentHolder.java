package insight.segment;

import insight.privacy.Holder;
import insight.privacy.Vault;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The segments a person was in, and what was noted about the person. */
@ApplicationScoped
class SegmentHolder implements Holder {
  @Inject Jdbi jdbi;
  @Inject Vault vault;
  @Inject SegmentRows rows;

  private record MemberRow(long segmentationId, long segmentId) {}

  private record RuleRow(Instant at, String name) {}

  private record NoteRow(Instant at, byte[] textCipher) {}

  @Override
  public Set<String> tables() {
    return Set.of("sg_member", "sg_rule_member", "sg_note");
  }

  @Override
  public JsonValue export(Person person) {
    return jdbi.withHandle(
        h ->
            Json.object()
                .add("segments", segments(h, person))
                .add("ruleSegments", ruleSegments(h, person))
                .add("notes", notes(h, person))
                .build());
  }

  private JsonArrayBuilder segments(Handle h, Person person) {
    JsonArrayBuilder list = Json.array();
    h.createQuery(
            """
            select segmentation_id, segment_id from sg_member
            where person = any(:keys) order by segmentation_id""")
        .bind("keys", person.keyArray())
        .mapTo(MemberRow.class)
        .forEach(
            row ->
                rows.segmentation(h, "id = :id", row.segmentationId())
                    .ifPresent(
                        s ->
                            s.segment(row.segmentId())
                                .ifPresent(
                                    segment ->
                                        list.add(
                                            Json.object()
                                                .add("asOf", s.cutoff().toString())
                                                .add("segment", segment.title(Locale.ENGLISH))))));
    return list;
  }

  private static JsonArrayBuilder ruleSegments(Handle h, Person person) {
    JsonArrayBuilder list = Json.array();
    h.createQuery(
            """
            select r.cutoff as at, s.name from sg_rule_member m
              join sg_rule_run r on r.id = m.run_id join sg_rule s on s.id = r.rule_id
            where m.person = any(:keys) order by r.id""")
        .bind("keys", person.keyArray())
        .mapTo(RuleRow.class)
        .forEach(
            row ->
                list.add(
                    Json.object().add("asOf", row.at().toString()).add("segment", row.name())));
    return list;
  }

  private JsonArrayBuilder notes(Handle h, Person person) {
    JsonArrayBuilder list = Json.array();
    h.createQuery("select at, text_cipher from sg_note where person = any(:keys) order by at, id")
        .bind("keys", person.keyArray())
        .mapTo(NoteRow.class)
        .forEach(
            row ->
                list.add(
                    Json.object()
                        .add("at", row.at().toString())
                        .add("text", vault.decrypt(CustomerNotes.COLUMN, row.textCipher()))));
    return list;
  }

  @Override
  public Outcome forget(Person person) {
    return new Outcome(
        "segment",
        jdbi.withHandle(
            h -> tables().stream().sorted().mapToInt(table -> forget(h, table, person)).sum()));
  }

  private static int forget(Handle h, String table, Person person) {
    return h.createUpdate("delete from " + table + " where person = any(:keys)")
        .bind("keys", person.keyArray())
        .execute();
  }
}
