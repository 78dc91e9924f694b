package insight.prepare.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where merges and the mapping that follows from them are kept. */
interface MergeBook {
  /** The keys themselves and all keys that stand for the same persons now. */
  Set<Long> companions(Collection<Long> keys);

  /** The merges not undone that name at least one of the keys. */
  List<Merge> active(Collection<Long> keys);

  /** Replaces what was said of these keys; those without an entry are persons of their own. */
  void write(Set<Long> keys, Map<Long, Long> persons);

  /**
   * Brings the mapping of everybody around these keys up to date. Only merges that touch them are
   * read: a chain that reaches further would have made its other end a companion.
   *
   * @return the partition of all of them
   */
  default Partition regroup(Collection<Long> keys) {
    Set<Long> around = companions(keys);
    Partition partition = Partition.of(active(around));
    write(around, partition.persons());
    return partition;
  }
}
