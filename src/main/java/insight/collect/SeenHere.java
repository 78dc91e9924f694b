package insight.collect;

import insight.collect.csv.LineIdentities;
import insight.kernel.Refused;
import java.util.UUID;

/** The identities that a file brought so far, in an open table of 8 bytes a slot. */
final class SeenHere {
  private long[] keys = new long[1 << 12];
  private int used;

  /** Whether it is there for the first time. */
  boolean add(UUID identity) {
    long key =
        identity.getMostSignificantBits() ^ Long.rotateLeft(identity.getLeastSignificantBits(), 29);
    key = key == 0 ? 1 : key;
    int slot = slot(key, keys);
    if (keys[slot] == key) {
      return false;
    }
    if (used >= LineIdentities.MOST) {
      throw Refused.unprocessable("collect.import.tooManyLines", LineIdentities.MOST / 1_000_000);
    }
    keys[slot] = key;
    used++;
    if (used > keys.length / 2) {
      grow();
    }
    return true;
  }

  private static int slot(long key, long[] table) {
    int mask = table.length - 1;
    int slot = (int) (key >>> 20) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] wider = new long[keys.length * 2];
    for (long key : keys) {
      if (key != 0) {
        wider[slot(key, wider)] = key;
      }
    }
    keys = wider;
  }
}
