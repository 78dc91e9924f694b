package insight.privacy;

import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Decides who may read what for which purpose. Deny by default. */
@ApplicationScoped
public class Grants {

  /** The grant of this caller for this purpose. */
  public Grant of(Caller caller, Purpose purpose) {
    if (caller.roles().isEmpty()) {
      throw Refused.forbidden("privacy.grant.none", caller.name(), purpose.word());
    }
    return new Grant(caller, purpose, fields(caller, purpose));
  }

  private static Set<Field> fields(Caller caller, Purpose purpose) {
    EnumSet<Field> fields = EnumSet.of(Field.BEHAVIOUR, Field.REGION);
    boolean worksWithPeople = caller.is(Role.OPERATIONS) || caller.is(Role.ADMIN);
    if (worksWithPeople && (purpose == Purpose.SERVICE || purpose == Purpose.PRIVACY)) {
      fields.add(Field.FREE_TEXT);
    }
    return fields;
  }

  /**
   * A grant that shows identifiers in clear; the caller must have said why, and it is logged first.
   */
  Grant revealed(Caller caller, Purpose purpose) {
    if (!caller.is(Role.OPERATIONS) && !caller.is(Role.ADMIN)) {
      throw Refused.forbidden("privacy.reveal.role");
    }
    EnumSet<Field> fields = EnumSet.allOf(Field.class);
    return new Grant(caller, purpose, fields);
  }
}
