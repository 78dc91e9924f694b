package insight.shell.part;

/** What a badge or note means; colour is only its second sign, the word is the first. */
public enum Tone {
  NEUTRAL("", Icons.INFO),
  GOOD("g", Icons.FINE),
  WARNING("w", Icons.WARNING),
  BAD("b", Icons.CRITICAL),
  ACCENT("a", Icons.INFO),
  OUTLINE("o", Icons.INFO);

  private final String className;
  private final Icons icon;

  Tone(String className, Icons icon) {
    this.className = className;
    this.icon = icon;
  }

  String className() {
    return className;
  }

  Icons icon() {
    return icon;
  }
}
