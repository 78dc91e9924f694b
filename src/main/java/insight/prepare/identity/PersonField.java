package insight.prepare.identity;

import insight.kernel.Refused;
import java.util.Locale;

/** What a person is known by; for each, one of the keys' values counts. */
public enum PersonField {
  NAME,
  EMAIL,
  PHONE,
  ADDRESS,
  COUNTRY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Refused when there is no such field
   */
  public static PersonField of(String word) {
    for (PersonField field : values()) {
      if (field.word().equals(word)) {
        return field;
      }
    }
    throw Refused.invalid("/fields/" + word, "prepare.identity.field.unknown", word);
  }
}
