package insight.privacy;

import insight.runtime.Caller;
import java.util.Set;

/**
 * The right to read personal data: role × purpose → allowed fields and a set-based predicate. Made
 * only by {@link Grants}; every query on personal rows takes one and puts {@link #persons} into its
 * {@code where}, so that pages, exports, the API and snapshots obey by construction.
 */
public final class Grant {
  private final Caller caller;
  private final Purpose purpose;
  private final Set<Field> fields;

  Grant(Caller caller, Purpose purpose, Set<Field> fields) {
    this.caller = caller;
    this.purpose = purpose;
    this.fields = Set.copyOf(fields);
  }

  public Caller caller() {
    return caller;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Whether the field may be shown in clear. */
  public boolean allows(Field field) {
    return fields.contains(field);
  }

  /**
   * An SQL condition that keeps only rows of people who may be read for this purpose.
   *
   * @param keyColumn a column of this code's own SQL that holds a customer key or person (never
   *     input); rows where it is null are anonymous and stay
   */
  public String persons(String keyColumn) {
    return switch (purpose) {
      case SERVICE, ANALYSIS, PRIVACY -> "true";
      case MARKETING -> refusedNot(keyColumn, "marketing");
      case PERSONALISATION -> refusedNot(keyColumn, "personalisation");
    };
  }

  private static String refusedNot(String keyColumn, String consent) {
    return """
        not exists (select 1 from pv_consent pvc
          left join pr_person pvp on pvp.customer_key = pvc.customer_key
          where coalesce(pvp.person, pvc.customer_key) = %s
            and pvc.purpose = '%s' and not pvc.granted)"""
        .formatted(keyColumn, consent);
  }
}
