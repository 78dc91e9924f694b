package insight.shell.part;

/** One thing that can be picked: its value in the URL or database, and its words. */
public record Choice(String value, String words) {}
