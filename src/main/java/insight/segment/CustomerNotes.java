package insight.segment;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.privacy.Vault;
import insight.runtime.Role;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What operations staff write down about a customer; kept encrypted. */
@UseCase
public class CustomerNotes {
  static final String COLUMN = "sg_note.text_cipher";

  private static final int LONGEST = 2_000;

  @Inject Jdbi jdbi;
  @Inject Vault vault;
  @Inject Clock clock;
  @Inject Audit audit;

  /** One note. */
  public record Note(long id, Instant at, String author, String text) {}

  private record Row(long id, Instant at, String author, byte[] textCipher) {}

  /** The notes, the newest first; none where the grant does not allow free text. */
  public List<Note> of(Person person, Grant grant) {
    if (!grant.allows(Field.FREE_TEXT)) {
      return List.of();
    }
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    select id, at, author, text_cipher from sg_note
                    where person = any(:keys) order by at desc, id desc""")
                .bind("keys", person.keyArray())
                .mapTo(Row.class)
                .stream()
                .map(
                    r ->
                        new Note(r.id(), r.at(), r.author(), vault.decrypt(COLUMN, r.textCipher())))
                .toList());
  }

  /**
   * Writes a note down.
   *
   * @throws Refused without text, for a text that is too long, or for a role that may not
   */
  public void add(Person person, String text, Grant grant) {
    if (!grant.caller().is(Role.OPERATIONS) && !grant.caller().is(Role.ADMIN)) {
      throw Refused.forbidden("segment.note.role");
    }
    String words = text.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw Refused.invalid("/text", "segment.note.length", LONGEST);
    }
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into sg_note (person, at, author, text_cipher)
                    values (:person, :at, :author, :text)""")
                .bind("person", person.person())
                .bind("at", clock.instant())
                .bind("author", grant.caller().name())
                .bind("text", vault.encrypt(COLUMN, words))
                .execute());
    audit.record(
        grant.caller().name(),
        Audit.Action.CHANGE,
        new CustomerKey(person.person()).toString(),
        grant.purpose(),
        Map.of("what", "note"));
  }
}
