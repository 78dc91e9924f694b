package insight.collect.csv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names the records of one file: by a hash of their fields, and by their ordinal among identical
 * ones. So two equal lines of a file are two events, and the same file once more holds the same
 * events. Ordinals are counted in an open table of numbers, 12 bytes a slot.
 */
public final class LineIdentities {
  /** More different records than this are not counted; 200 MB of table would be passed. */
  public static final int MOST = 12_000_000;

  private static final char UNIT = '\u001f';

  private final MessageDigest sha256 = sha256();
  private final StringBuilder joined = new StringBuilder(256);
  private long[] keys = new long[1 << 16];
  private int[] counts = new int[1 << 16];
  private int used;
  private long identical;

  /** The identity of the next record of the file. */
  public UUID next(String[] fields) {
    joined.setLength(0);
    for (String field : fields) {
      joined.append(field).append(UNIT);
    }
    byte[] hash = sha256.digest(joined.toString().getBytes(StandardCharsets.UTF_8));
    ByteBuffer bits = ByteBuffer.wrap(hash);
    long high = bits.getLong();
    long low = bits.getLong();
    int ordinal = ordinal(high == 0 ? 1 : high);
    if (ordinal == 0) {
      return new UUID(high, low);
    }
    identical++;
    sha256.update(hash);
    ByteBuffer again =
        ByteBuffer.wrap(sha256.digest(("#" + ordinal).getBytes(StandardCharsets.US_ASCII)));
    return new UUID(again.getLong(), again.getLong());
  }

  /** Records that equal an earlier one. */
  public long identical() {
    return identical;
  }

  /** Whether the file has more different records than can be counted. */
  public boolean full() {
    return used >= MOST;
  }

  private int ordinal(long key) {
    int slot = slot(key, keys);
    if (keys[slot] == key) {
      return ++counts[slot];
    }
    keys[slot] = key;
    used++;
    if (used > keys.length / 4 * 3) {
      grow();
    }
    return 0;
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
    int[] widerCounts = new int[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int slot = slot(keys[i], wider);
        wider[slot] = keys[i];
        widerCounts[slot] = counts[i];
      }
    }
    keys = wider;
    counts = widerCounts;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
