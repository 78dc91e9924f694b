package insight.prepare.ui;

import insight.collect.Source;
import insight.prepare.quality.Finding;
import insight.prepare.quality.SourceQuality;
import java.util.Map;
import java.util.Optional;

/** What the page shows, as its address says. */
record QualityState(Optional<Integer> source, Tab tab, Optional<Finding> rows) {
  /** The parts of a source's quality. */
  enum Tab {
    FINDINGS,
    RULES,
    QUARANTINE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Tab of(String word) {
      for (Tab tab : values()) {
        if (tab.word().equals(word)) {
          return tab;
        }
      }
      return FINDINGS;
    }
  }

  static QualityState of(Map<String, String> parameters) {
    return new QualityState(
        Optional.ofNullable(parameters.get("source"))
            .filter(id -> id.matches("\\d{1,9}"))
            .map(Integer::valueOf),
        Tab.of(parameters.getOrDefault("tab", "")),
        Optional.ofNullable(parameters.get("rows")).flatMap(Finding::written));
  }

  static String path(Source source, Tab tab) {
    return "quality?source=" + source.id() + "&tab=" + tab.word();
  }

  static String path(SourceQuality quality, Finding finding) {
    return path(quality.source(), Tab.FINDINGS) + "&rows=" + finding.word();
  }
}
