package insight.runtime;

/** Somebody tried to log in. */
public record LoginTried(String name, boolean welcome, boolean known) {}
