package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Texts;
import insight.prepare.FeatureFigure;
import insight.prepare.FeatureUse;
import insight.prepare.Features;
import insight.prepare.Snapshot;
import insight.prepare.feature.Bin;
import insight.prepare.feature.Feature;
import insight.shell.chart.TinyBars;
import insight.shell.part.Badge;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Features with how they lie and moved in the newest snapshot. */
final class FeatureTable {
  private static final int USES = 2;

  private FeatureTable() {}

  /** What is known of all features. */
  record Known(
      Optional<Snapshot.Header> header,
      Map<String, FeatureFigure> figures,
      Map<String, Features.Deprecated> deprecated,
      Map<String, List<FeatureUse.Use>> uses) {
    Optional<String> currency() {
      return header.flatMap(Snapshot.Header::currency);
    }
  }

  static Table of(List<Feature> shown, Known known) {
    Table table =
        new Table(Words.of("prepare.features.title"))
            .column(Words.of("prepare.features.feature"))
            .optional(Words.of("prepare.features.distribution"))
            .number(Words.of("prepare.features.median"))
            .number(Words.of("prepare.features.missing"))
            .column(Words.of("prepare.features.drift"))
            .optional(Words.of("prepare.features.window"))
            .optional(Words.of("prepare.features.usedBy"));
    shown.forEach(feature -> table.row(row(feature, known)));
    return table;
  }

  private static Object[] row(Feature feature, Known known) {
    Optional<FeatureFigure> figure = Optional.ofNullable(known.figures().get(feature.id()));
    return new Object[] {
      name(feature, known),
      figure.<Object>map(f -> TinyBars.of(f.bins().stream().map(Bin::n).toList(), 1)).orElse("–"),
      figure.map(f -> typical(feature, f, known)).orElse("–"),
      figure.map(f -> FeatureFormat.percent(f.missing())).orElse("–"),
      figure.<Object>map(FeatureFormat::drift).orElse("–"),
      Table.twoLines(
          new Span(Texts.of(Words.locale(), feature.window().key())),
          FeatureFormat.unit(feature, known.currency())),
      known.uses().getOrDefault(feature.id(), List.of()).stream()
          .map(u -> u.name().apply(Words.locale()))
          .limit(USES)
          .collect(Collectors.joining(", "))
    };
  }

  private static String typical(Feature feature, FeatureFigure figure, Known known) {
    return figure.median().isPresent()
        ? FeatureFormat.value(feature, figure.median(), known.currency())
        : figure.bins().stream()
            .findFirst()
            .map(bin -> FeatureFormat.label(feature, bin, known.currency()))
            .orElse("–");
  }

  private static Component name(Feature feature, Known known) {
    Span line = new Span(new Link("features/" + feature.id(), FeatureFormat.name(feature)));
    if (feature.personal()) {
      line.add(new Span(" "), Badge.outline(Words.of("prepare.features.personal")));
    }
    if (known.deprecated().containsKey(feature.id())) {
      line.add(new Span(" "), Badge.warning(Words.of("prepare.features.deprecated")));
    }
    return Table.twoLines(line, feature.id());
  }
}
