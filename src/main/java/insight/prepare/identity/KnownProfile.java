package insight.prepare.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * What the shop knows of one key, in clear; lives for moments, never leaves the package.
 *
 * @param shopId the customer's id in its source
 * @param toldAt when the customer last said who they are
 */
record KnownProfile(
    long key,
    int sourceId,
    String source,
    String shopId,
    Optional<String> name,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> address,
    Optional<String> country,
    Instant toldAt) {

  /** The value of a field; empty where it is not known. */
  Optional<String> value(PersonField field) {
    return switch (field) {
      case NAME -> name;
      case EMAIL -> email;
      case PHONE -> phone;
      case ADDRESS -> address;
      case COUNTRY -> country;
    };
  }

  Optional<String> foldedEmail() {
    return email.flatMap(Folded::email);
  }

  /** What stands before the at sign, letters and digits alone. */
  Optional<String> mailbox() {
    return foldedEmail()
        .map(e -> String.join("", Folded.words(e.substring(0, e.lastIndexOf('@')))))
        .filter(box -> !box.isEmpty());
  }

  Optional<String> foldedPhone() {
    return phone.flatMap(p -> PhoneNumbers.read(p, country));
  }

  Optional<String> foldedName() {
    return name.map(Folded::name).filter(n -> !n.isEmpty());
  }
}
