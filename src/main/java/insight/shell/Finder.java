package insight.shell;

import java.util.List;

/** A stage's answer to the global search. */
public interface Finder {
  /** Something found: its name, what it is ("Customer"), the path that opens it. */
  record Hit(String title, String kind, String path) {}

  /** At most a handful of hits for what was typed (two letters or more), best first. */
  List<Hit> find(String words);
}
