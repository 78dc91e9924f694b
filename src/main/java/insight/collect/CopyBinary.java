package insight.collect;

import insight.runtime.Database;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary format of COPY (documentation of COPY, «Binary Format»): a count of
 * fields, then each field's length and bytes in network order, length -1 for null. Neither side
 * writes or reads numbers and times as text, which halves what a row costs.
 */
final class CopyBinary implements AutoCloseable {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int CHUNK = 64 * 1024;

  /** Seconds from 1970 to 2000, where PostgreSQL's time begins. */
  private static final long EPOCH = 946_684_800L;

  private final CopyIn copy;
  private byte[] buffer = new byte[CHUNK + 8 * 1024];
  private int used;

  /**
   * @param statement a {@code copy … from stdin (format binary)}
   */
  CopyBinary(Handle h, String statement) throws SQLException {
    copy = Database.postgres(h).getCopyAPI().copyIn(statement);
    System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
    used = HEADER.length;
  }

  /** Begins a row of so many fields; what was written so far may be sent. */
  CopyBinary row(int fields) throws SQLException {
    if (used >= CHUNK) {
      send();
    }
    room(2);
    put2(fields);
    return this;
  }

  private void nothing() {
    room(4);
    put4(-1);
  }

  CopyBinary int2(long value) {
    room(6);
    put4(2);
    put2((int) value);
    return this;
  }

  CopyBinary int2(@Nullable Integer value) {
    if (value == null) {
      nothing();
      return this;
    }
    return int2(value.longValue());
  }

  CopyBinary int4(@Nullable Integer value) {
    if (value == null) {
      nothing();
      return this;
    }
    room(8);
    put4(4);
    put4(value);
    return this;
  }

  CopyBinary int8(@Nullable Long value) {
    if (value == null) {
      nothing();
      return this;
    }
    room(12);
    put4(8);
    put8(value);
    return this;
  }

  /** To the microsecond; what is finer is cut. */
  CopyBinary time(Instant value) {
    return int8((value.getEpochSecond() - EPOCH) * 1_000_000 + value.getNano() / 1000);
  }

  CopyBinary uuid(UUID value) {
    room(20);
    put4(16);
    put8(value.getMostSignificantBits());
    put8(value.getLeastSignificantBits());
    return this;
  }

  CopyBinary bytes(byte @Nullable [] value) {
    if (value == null) {
      nothing();
      return this;
    }
    room(4 + value.length);
    put4(value.length);
    System.arraycopy(value, 0, buffer, used, value.length);
    used += value.length;
    return this;
  }

  CopyBinary text(@Nullable String value) {
    if (value == null) {
      nothing();
      return this;
    }
    int length = value.length();
    room(4 + length);
    int from = used;
    put4(length);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        used = from;
        return bytes(value.getBytes(StandardCharsets.UTF_8));
      }
      buffer[used++] = (byte) c;
    }
    return this;
  }

  /** A {@code jsonb}: its version, then its text. */
  CopyBinary json(@Nullable String value) {
    if (value == null) {
      nothing();
      return this;
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    room(5 + text.length);
    put4(1 + text.length);
    buffer[used++] = 1;
    System.arraycopy(text, 0, buffer, used, text.length);
    used += text.length;
    return this;
  }

  /**
   * A {@code numeric}, rounded half up to so many places (at most four): groups of four decimal
   * digits, the first group's weight as a power of 10,000, a sign, and the places shown.
   *
   * @throws ArithmeticException when it has more than 14 digits before the point
   */
  CopyBinary numeric(@Nullable BigDecimal value, int places) {
    if (value == null) {
      nothing();
      return this;
    }
    BigDecimal rounded =
        value.scale() > places || value.scale() < 0
            ? value.setScale(Math.clamp(value.scale(), 0, places), RoundingMode.HALF_UP)
            : value;
    long scaled = rounded.setScale(4).unscaledValue().longValueExact();
    long size = Math.abs(scaled);
    int[] groups = new int[5];
    int count = 0;
    for (long rest = size; rest > 0; rest /= 10_000) {
      groups[count++] = (int) (rest % 10_000);
    }
    room(4 + 8 + 2 * count);
    put4(8 + 2 * count);
    put2(count);
    put2(count - 2);
    put2(scaled < 0 ? 0x4000 : 0);
    put2(rounded.scale());
    for (int i = count - 1; i >= 0; i--) {
      put2(groups[i]);
    }
    return this;
  }

  /** Ends the COPY; its errors, a broken constraint say, come here at the latest. */
  void end() throws SQLException {
    room(2);
    put2(-1);
    send();
    copy.endCopy();
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer, 0, used);
    used = 0;
  }

  private void room(int more) {
    if (used + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(used + more, 2 * buffer.length));
    }
  }

  private void put2(int value) {
    buffer[used++] = (byte) (value >> 8);
    buffer[used++] = (byte) value;
  }

  private void put4(int value) {
    put2(value >> 16);
    put2(value);
  }

  private void put8(long value) {
    put4((int) (value >> 32));
    put4((int) value);
  }

  /** Takes back what was not ended. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
