package insight.prepare.identity;

import insight.privacy.Field;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Puts the two keys of proposals side by side, masked where the grant does not allow more. */
@UseCase
public class Comparisons {
  @Inject Jdbi jdbi;
  @Inject KnownProfiles profiles;

  /** One for each proposal whose keys are both still known. */
  public Map<Proposal, Comparison> of(Collection<Proposal> proposals, Grant grant) {
    Set<Long> keys = new HashSet<>();
    proposals.forEach(p -> keys.addAll(List.of(p.customerKey(), p.otherKey())));
    Map<Long, KnownProfile> known = jdbi.withHandle(h -> profiles.of(h, new ArrayList<>(keys)));
    boolean clear = grant.allows(Field.IDENTITY);
    Map<Proposal, Comparison> comparisons = new LinkedHashMap<>();
    for (Proposal proposal : proposals) {
      KnownProfile a = known.get(proposal.customerKey());
      KnownProfile b = known.get(proposal.otherKey());
      if (a != null && b != null) {
        comparisons.put(
            proposal,
            new Comparison(
                GoldenRecords.said(a, clear), GoldenRecords.said(b, clear), alike(a, b)));
      }
    }
    return comparisons;
  }

  /** Mail and phone as they were matched: in their normal form they are equal, or compared. */
  private static Map<PersonField, Double> alike(KnownProfile a, KnownProfile b) {
    Map<PersonField, Double> alike = new EnumMap<>(PersonField.class);
    alike.putAll(Likeness.fields(a, b));
    if (a.foldedEmail().isPresent() && a.foldedEmail().equals(b.foldedEmail())) {
      alike.put(PersonField.EMAIL, 1.0);
    } else {
      alike.computeIfPresent(PersonField.EMAIL, (f, v) -> Math.min(v, 0.95));
    }
    if (a.foldedPhone().isPresent() && b.foldedPhone().isPresent()) {
      alike.put(PersonField.PHONE, a.foldedPhone().equals(b.foldedPhone()) ? 1.0 : 0.0);
    }
    return alike;
  }
}
