package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.prepare.cleaning.CleaningRule.Draft;
import insight.prepare.cleaning.Rule.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rules every source begins with. They keep nothing apart: forms that mean the same, and a count of
 * lines without customer, product or order.
 */
final class UsualRules {
  private UsualRules() {}

  static List<Draft> of(int sourceId, Set<Canonical> mapped) {
    List<Draft> rules = new ArrayList<>();
    rules.add(form(sourceId, new Form.Width()));
    rules.add(form(sourceId, new Form.Trim()));
    for (Canonical field : List.of(Canonical.CUSTOMER, Canonical.PRODUCT, Canonical.ORDER)) {
      if (mapped.contains(field)) {
        rules.add(new Draft(sourceId, new Target.Of(field), new Rule.Required(), false, ""));
      }
    }
    return rules;
  }

  private static Draft form(int sourceId, Form form) {
    return new Draft(sourceId, new Target.Codes(), new Rule.Normalised(form), false, "");
  }
}
