package insight.prepare.cleaning;

import insight.kernel.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern that cannot stop an import. Back references, look-around and a repetition inside a
 * repetition are refused when a rule is saved; and whatever is left may look at a value only so
 * many times, after which the value counts as not matching.
 */
final class SafePattern {
  /** Longest pattern. */
  static final int LONGEST = 200;

  /** Looks at signs of one value; a sound pattern needs a few per sign. */
  private static final int BUDGET = 20_000;

  private static final int LONGEST_VALUE = 2_000;
  private static final Pattern REPEATED_GROUP = Pattern.compile("\\)(?:[+*]|\\{\\d*,?\\d*\\})");
  private static final Pattern REPETITION = Pattern.compile("[+*]|\\{\\d+,\\d*\\}");

  private final Metered metered = new Metered();
  private final Matcher matcher;

  private SafePattern(Pattern pattern) {
    this.matcher = pattern.matcher(metered);
  }

  /**
   * Compiles the pattern.
   *
   * @throws Refused when it is no pattern, too long, or could take for ever
   */
  static SafePattern of(String pattern) {
    if (pattern.isBlank() || pattern.length() > LONGEST) {
      throw Refused.invalid("/pattern", "prepare.rule.pattern.length", LONGEST);
    }
    if (risky(pattern)) {
      throw Refused.invalid("/pattern", "prepare.rule.pattern.risky");
    }
    try {
      return new SafePattern(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      throw Refused.invalid("/pattern", "prepare.rule.pattern.wrong", e.getDescription());
    }
  }

  /** Whether a group that holds a repetition is itself repeated, or signs are looked at twice. */
  private static boolean risky(String pattern) {
    String plain = pattern.replaceAll("\\\\[^1-9k]", "x").replaceAll("\\[[^\\]]*\\]", "x");
    if (Pattern.compile("\\\\[1-9k]|\\(\\?(?!:)").matcher(plain).find()) {
      return true;
    }
    Matcher group = REPEATED_GROUP.matcher(plain);
    while (group.find()) {
      String inside = plain.substring(opening(plain, group.start()), group.start());
      if (REPETITION.matcher(inside).find() || inside.indexOf('|') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int opening(String pattern, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0; i--) {
      depth += pattern.charAt(i) == ')' ? 1 : pattern.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  /** Whether the whole value is written as the pattern says. */
  boolean matches(String value) {
    if (value.length() > LONGEST_VALUE) {
      return false;
    }
    metered.show(value);
    try {
      return matcher.reset().matches();
    } catch (Spent tooLong) {
      return false;
    }
  }

  /** The value's budget is used up. */
  private static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Spent NOW = new Spent();

    private Spent() {
      super("the pattern looks too often", null, false, false);
    }
  }

  /** A value that counts how often it is looked at. */
  private static final class Metered implements CharSequence {
    private String value = "";
    private int left;

    void show(String next) {
      value = next;
      left = BUDGET;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw Spent.NOW;
      }
      return value.charAt(index);
    }

    @Override
    public int length() {
      return value.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return value.substring(start, end);
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
