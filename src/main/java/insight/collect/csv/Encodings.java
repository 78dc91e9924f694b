package insight.collect.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells the encoding of a text that has no byte order mark, by how its bytes stand together. */
final class Encodings {
  /** Holds Latin-1. */
  static final Charset WESTERN = Charset.forName("windows-1252");

  /** Holds GBK and GB 2312. */
  static final Charset CHINESE = Charset.forName("GB18030");

  private Encodings() {}

  /**
   * UTF-16 without its mark: in one half of the byte pairs there are many zeros, in the other
   * hardly any.
   */
  static Optional<Charset> wide(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2;
      }
    }
    int least = Math.max(2, head.length / 40);
    if (odd >= least && even * 10 <= odd) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return even >= least && odd * 10 <= even
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  static boolean utf8(byte[] bytes, int length) {
    return valid(StandardCharsets.UTF_8, bytes, length);
  }

  /**
   * What a text is that is no UTF-8: Chinese when it is valid GB18030 and nearly all its high bytes
   * stand in pairs, as those of Chinese signs do and accented letters do not; else Western.
   */
  static Charset legacy(byte[] bytes, int length) {
    int pairs = 0;
    int single = 0;
    for (int i = 0; i < length; i++) {
      if ((bytes[i] & 0xff) > 0x80) {
        if (i + 1 < length && (bytes[i + 1] & 0xff) > 0xa0) {
          pairs++;
          i++;
        } else {
          single++;
        }
      }
    }
    boolean chinese =
        pairs >= 2 && single * 8 <= pairs && valid(CHINESE, bytes, whole(bytes, length));
    return chinese ? CHINESE : WESTERN;
  }

  /** The head of a longer text may end in the middle of a sign: its last line counts not. */
  private static int whole(byte[] bytes, int length) {
    for (int i = length - 1; i > 0; i--) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return length;
  }

  /** As {@link #utf8}, of a head that may end in the middle of a sign. */
  static boolean utf8Head(byte[] head) {
    return utf8(head, whole(head, head.length));
  }

  private static boolean valid(Charset charset, byte[] bytes, int length) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException not) {
      return false;
    }
  }
}
