package insight.collect.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by the first bytes what a file is. */
final class Sniffer {
  private Sniffer() {}

  static boolean gzip(byte[] head) {
    return starts(head, 0x1f, 0x8b);
  }

  static boolean zip(byte[] head) {
    return starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6);
  }

  /** Whether it is an archive of any kind we know. */
  static boolean packed(byte[] head) {
    return gzip(head)
        || zip(head)
        || starts(head, 'B', 'Z', 'h')
        || starts(head, 0xfd, '7', 'z', 'X', 'Z')
        || starts(head, '7', 'z', 0xbc, 0xaf)
        || starts(head, 'R', 'a', 'r', '!')
        || starts(head, 0x28, 0xb5, 0x2f, 0xfd)
        || head.length > 262 && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
  }

  /** A byte order mark: the encoding and how many bytes it takes. */
  record Mark(Charset charset, int length) {}

  static Optional<Mark> mark(byte[] head) {
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
    }
    if (starts(head, 0xff, 0xfe)) {
      return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
    }
    if (starts(head, 0xfe, 0xff)) {
      return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
    }
    return Optional.empty();
  }

  /**
   * @throws NotText when these are no text's first bytes
   */
  static void requireText(byte[] head) throws NotText {
    if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new NotText(NotText.Kind.OLD_EXCEL);
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      throw new NotText(NotText.Kind.EXCEL);
    }
    if (starts(head, '%', 'P', 'D', 'F')) {
      throw new NotText(NotText.Kind.PDF);
    }
    if (starts(head, 0x89, 'P', 'N', 'G')
        || starts(head, 0xff, 0xd8, 0xff)
        || starts(head, 'G', 'I', 'F', '8')) {
      throw new NotText(NotText.Kind.IMAGE);
    }
    if (mark(head).isEmpty() && binary(head)) {
      throw new NotText(NotText.Kind.BINARY);
    }
  }

  /** A text holds hardly any control characters; single ones are the line's own trouble. */
  private static boolean binary(byte[] head) {
    int odd = 0;
    for (byte b : head) {
      if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        odd++;
      }
    }
    return odd > 4 && odd * 20 > head.length;
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
