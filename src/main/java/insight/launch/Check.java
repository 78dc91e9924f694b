package insight.launch;

/** One thing that the doctor looked at, and the mend when it is not right. */
record Check(String name, Verdict verdict, String finding, String mend) {

  /** How it stands. */
  enum Verdict {
    GOOD("ok  "),
    MENTION("note"),
    MISSING("MEND");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }
  }

  static Check good(String name, String finding) {
    return new Check(name, Verdict.GOOD, finding, "");
  }

  static Check mention(String name, String finding, String mend) {
    return new Check(name, Verdict.MENTION, finding, mend);
  }

  static Check missing(String name, String finding, String mend) {
    return new Check(name, Verdict.MISSING, finding, mend);
  }

  boolean blocks() {
    return verdict == Verdict.MISSING;
  }

  /** The check as one line. */
  String line() {
    String end = mend.isEmpty() ? "" : ". " + mend;
    return "%s  %-14s %s%s".formatted(verdict.word, name, finding, end);
  }
}
