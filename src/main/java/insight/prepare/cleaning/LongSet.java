package insight.prepare.cleaning;

import java.util.Arrays;

/** An open table of hashes, 8 bytes a slot: which values were there. */
final class LongSet {
  /** More are not remembered: half a gigabyte would be passed. */
  static final int MOST = 30_000_000;

  private long[] slots = new long[1 << 12];
  private int used;

  /** Adds a hash; false when it was there. Beyond {@link #MOST} nothing is remembered. */
  boolean add(long hash) {
    long key = hash == 0 ? 1 : hash;
    int slot = slot(key, slots);
    if (slots[slot] == key) {
      return false;
    }
    if (used >= MOST) {
      return true;
    }
    slots[slot] = key;
    if (++used * 2L > slots.length) {
      grow();
    }
    return true;
  }

  boolean contains(long hash) {
    long key = hash == 0 ? 1 : hash;
    return slots[slot(key, slots)] == key;
  }

  int size() {
    return used;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    Arrays.stream(slots).filter(key -> key != 0).forEach(key -> larger[slot(key, larger)] = key);
    slots = larger;
  }

  private static int slot(long key, long[] table) {
    int mask = table.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** 64 bits of a text: two different polynomials, mixed. */
  static long hash(String text) {
    long a = 1125899906842597L;
    long b = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      a = 31 * a + text.charAt(i);
      b = (b ^ text.charAt(i)) * 0x100000001b3L;
    }
    long mixed = a ^ Long.rotateLeft(b, 32);
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 33);
  }
}
