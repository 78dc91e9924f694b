package insight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masked forms: enough to recognise, too little to use. */
public final class Masks {
  private static final Pattern DIGITS = Pattern.compile("\\d(?:[ -]?\\d){12,18}");

  private Masks() {}

  /** M••••• H••• */
  public static String name(String name) {
    StringBuilder masked = new StringBuilder();
    for (String part : name.strip().split("\\s+")) {
      if (!part.isEmpty()) {
        masked.append(masked.isEmpty() ? "" : " ");
        masked
            .appendCodePoint(part.codePointAt(0))
            .append("•".repeat(Math.min(5, part.length() - 1)));
      }
    }
    return masked.toString();
  }

  /** m•••••@•••••.com */
  public static String email(String email) {
    int at = email.indexOf('@');
    int dot = email.lastIndexOf('.');
    if (at < 1 || dot < at) {
      return "•••••";
    }
    return email.charAt(0) + "•••••@•••••" + email.substring(dot);
  }

  /** •••• 417 */
  public static String phone(String phone) {
    String digits = phone.replaceAll("\\D", "");
    return "•••• " + digits.substring(Math.max(0, digits.length() - 3));
  }

  /** A shop's customer number: the last two signs stay. */
  public static String shopId(String id) {
    int keep = id.length() > 4 ? 2 : 0;
    return "•".repeat(Math.max(3, id.length() - keep)) + id.substring(id.length() - keep);
  }

  /** The text with what looks like a payment card number (13–19 digits, Luhn) masked. */
  public static String cards(String text) {
    Matcher found = DIGITS.matcher(text);
    StringBuilder masked = new StringBuilder();
    while (found.find()) {
      String digits = found.group().replaceAll("\\D", "");
      String replacement =
          luhn(digits) ? "•••• " + digits.substring(digits.length() - 4) : found.group();
      found.appendReplacement(masked, Matcher.quoteReplacement(replacement));
    }
    return found.appendTail(masked).toString();
  }

  /** Luhn's check sum, ISO/IEC 7812-1. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
