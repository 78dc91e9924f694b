package insight.collect.csv;

import insight.kernel.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a packed stream, held against what went in: more than {@link #RATIO} times as
 * much, or more than {@link #MOST} in all, is no data of a shop but a bomb.
 */
final class Bounded extends FilterInputStream {
  /** Unpacked bytes a packed one may become. Tables shrink to a tenth, at most to a sixtieth. */
  static final int RATIO = 250;

  /** So much may come out before the ratio is looked at. */
  static final long FREE = 8L << 20;

  /** Unpacked bytes of a delivery: 16 GB. */
  static final long MOST = 16L << 30;

  private final Counted packed;
  private long count;

  Bounded(InputStream unpacked, Counted packed) {
    super(unpacked);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      add(1);
    }
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = super.read(into, offset, length);
    if (n > 0) {
      add(n);
    }
    return n;
  }

  private void add(int n) {
    count += n;
    check(count, packed.count());
  }

  /**
   * @throws Refused when this is a bomb
   */
  static void check(long unpacked, long packed) {
    if (unpacked > MOST || unpacked > FREE && unpacked > RATIO * packed) {
      throw Refused.unprocessable("collect.import.bomb", RATIO, MOST >> 30);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
