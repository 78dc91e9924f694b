package insight.kernel;

import java.util.Optional;

/**
 * The portal's own name of a customer: a pseudonym, computed as a keyed hash of source and shop
 * number. Written {@code c-} and 13 characters of Crockford's base 32.
 *
 * @param value 63 bits, never negative
 */
public record CustomerKey(long value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public CustomerKey {
    if (value < 0) {
      throw new IllegalArgumentException("a customer key has 63 bits");
    }
  }

  /** Reads the written form; empty when the text is none. */
  public static Optional<CustomerKey> parse(String text) {
    if (text.length() != 15 || !text.regionMatches(true, 0, "c-", 0, 2)) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 2; i < 15; i++) {
      int digit = ALPHABET.indexOf(Character.toUpperCase(text.charAt(i)));
      if (digit < 0) {
        return Optional.empty();
      }
      value = value << 5 | digit;
    }
    return value < 0 ? Optional.empty() : Optional.of(new CustomerKey(value));
  }

  /** The first eight characters, enough for the eye: c-7F3K-92QX. */
  public String brief() {
    String text = toString();
    return text.substring(0, 6) + "-" + text.substring(6, 10);
  }

  @Override
  public String toString() {
    char[] text = new char[15];
    text[0] = 'c';
    text[1] = '-';
    for (int i = 14; i >= 2; i--) {
      text[i] = ALPHABET.charAt((int) (value >>> (5 * (14 - i)) & 31));
    }
    return new String(text);
  }
}
