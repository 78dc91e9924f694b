package insight.segment;

import insight.kernel.Money;
import insight.kernel.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A group of customers.
 *
 * @param ordinal tells groups of the same label apart
 * @param name a name given by a person; empty: the automatic one
 * @param revenue sales of its members within the snapshot; empty where the shop has no currency
 * @param profile one entry a feature, in the order of {@link GroupFeature}
 */
public record Segment(
    long id,
    long segmentation,
    SegmentLabel label,
    int ordinal,
    Optional<String> name,
    long size,
    double customerShare,
    long revenueMinor,
    double revenueShare,
    Optional<String> currency,
    List<FeatureProfile> profile) {

  public Segment {
    profile = List.copyOf(profile);
  }

  /** The name people see. */
  public String title(Locale locale) {
    return name.orElseGet(() -> automaticTitle(locale));
  }

  /** The name that follows from the profile. */
  public String automaticTitle(Locale locale) {
    String label = Texts.of(locale, label().key());
    return ordinal == 1 ? label : label + " " + Naming.numeral(ordinal);
  }

  public Goal goal() {
    return label.goal();
  }

  /** Its chart colour; a second group of the same label takes one of the three left over. */
  public int colour() {
    return ordinal == 1 ? label.colour() : 3 + (ordinal - 2 + label.ordinal()) % 3;
  }

  public Optional<Money> revenue() {
    return currency.map(c -> Money.of(revenueMinor, c));
  }

  /** The profile of one feature; empty when the groups were made without it. */
  public Optional<FeatureProfile> of(GroupFeature feature) {
    return profile.stream().filter(p -> p.feature() == feature).findFirst();
  }

  /** Its median member in one line: «12 orders, last one 8 days ago». */
  public String line(Locale locale) {
    return Texts.of(
        locale, "segment.line", median(GroupFeature.FREQUENCY), median(GroupFeature.RECENCY));
  }

  private long median(GroupFeature feature) {
    return of(feature).map(p -> Math.round(p.median())).orElse(0L);
  }

  /** Whether it is the same kind of group as one of another segmentation. */
  boolean sameKind(Segment other) {
    return label == other.label && ordinal == other.ordinal;
  }
}
