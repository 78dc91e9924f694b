package insight.prepare.quality;

import insight.collect.Canonical;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.Rule;
import insight.prepare.cleaning.Target;
import java.util.Set;

/** Which cleaning rules also judge what is stored. */
final class RuleFinding {
  /** Stored in a form of ours, so that a rule about the file's form says nothing about it. */
  private static final Set<Canonical> OTHERWISE =
      Set.of(
          Canonical.CUSTOMER,
          Canonical.EVENT,
          Canonical.ID,
          Canonical.EMAIL,
          Canonical.PHONE,
          Canonical.NAME,
          Canonical.PRODUCT_NAME,
          Canonical.TEXT);

  private RuleFinding() {}

  /** Checks of one value; completeness and uniqueness are looked at anyway. */
  static boolean stored(CleaningRule rule) {
    boolean one =
        switch (rule.rule()) {
          case Rule.Range range -> true;
          case Rule.OneOf oneOf -> true;
          case Rule.Matches matches -> true;
          case Rule.Reference reference -> true;
          case Rule.Between between -> true;
          case Rule.Required required -> false;
          case Rule.Unique unique -> false;
          case Rule.Missing missing -> false;
          case Rule.Outlier outlier -> false;
          case Rule.Normalised form -> false;
        };
    return one && rule.target() instanceof Target.Of(Canonical field) && !OTHERWISE.contains(field);
  }
}
