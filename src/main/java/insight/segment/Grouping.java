package insight.segment;

import java.util.List;

/**
 * A grouping before it is kept: every customer's group, and what the groups are like.
 *
 * @param persons in the snapshot's order, as are {@code groupOf}
 */
record Grouping(Method method, long[] persons, int[] groupOf, List<Group> groups) {

  /** One group. */
  record Group(Naming.Given name, long size, long revenueMinor, List<FeatureProfile> profile) {}

  long revenueMinor() {
    return groups.stream().mapToLong(Group::revenueMinor).sum();
  }

  double customerShare(Group group) {
    return (double) group.size() / persons.length;
  }

  /** The group's share of all sales; 0 when nothing was sold. */
  double revenueShare(Group group) {
    long all = revenueMinor();
    return all == 0 ? 0 : (double) group.revenueMinor() / all;
  }
}
