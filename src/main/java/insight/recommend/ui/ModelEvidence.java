package insight.recommend.ui;

import com.vaadin.flow.component.html.Paragraph;
import insight.kernel.Numbers;
import insight.recommend.RecommendationQuality;
import insight.shell.part.EvidenceDrawer;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.Times;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** Where the live model's figures come from. */
final class ModelEvidence {
  private ModelEvidence() {}

  static void open(RecommendationQuality live, ZoneId zone) {
    new EvidenceDrawer(live.label())
        .section(
            Words.of("recommend.evidence.words"),
            new Paragraph(live.model().verdict(Words.locale())))
        .section(Words.of("recommend.evidence.madeBy"), madeBy(live, zone))
        .section(Words.of("recommend.evidence.from"), from(live, zone))
        .actions(
            Link.quiet("training-runs/" + live.model().runId(), Words.of("recommend.evidence.run")))
        .open();
  }

  private static KeyValues madeBy(RecommendationQuality live, ZoneId zone) {
    JsonObject learned = part(live.provenance(), "learned");
    return new KeyValues()
        .row(
            Words.of("recommend.evidence.trained"),
            Times.moment(live.model().createdAt(), zone, Words.locale()))
        .row(Words.of("recommend.evidence.seed"), String.valueOf(live.seed()))
        .row(Words.of("recommend.evidence.parameters"), text(learned, "parameters"))
        .row(Words.of("recommend.evidence.charges"), text(learned, "chargesLeftOut"))
        .row(
            Words.of("recommend.evidence.library"),
            text(learned, "library") + " " + text(learned, "libraryVersion"));
  }

  private static KeyValues from(RecommendationQuality live, ZoneId zone) {
    JsonObject snapshot = part(live.provenance(), "snapshot");
    JsonObject learned = part(live.provenance(), "learned");
    return new KeyValues()
        .row(Words.of("recommend.evidence.snapshot"), text(snapshot, "id"))
        .row(Words.of("recommend.evidence.hash"), text(snapshot, "hash"))
        .row(
            Words.of("recommend.evidence.cutoff"),
            Times.moment(live.asOf(), zone, Words.locale()))
        .row(Words.of("recommend.evidence.rows"), number(learned, "rows"))
        .row(Words.of("recommend.evidence.customers"), number(learned, "customers"))
        .row(Words.of("recommend.evidence.products"), number(learned, "products"));
  }

  private static JsonObject part(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject part ? part : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static String number(JsonObject json, String name) {
    return json.containsKey(name) && !json.isNull(name)
        ? Numbers.whole(json.getJsonNumber(name).longValue(), Words.locale())
        : "–";
  }

  private static String text(JsonObject json, String name) {
    return json.containsKey(name) ? text(json.get(name)) : "–";
  }

  private static String text(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> "–";
      case STRING -> ((JsonString) value).getString();
      case ARRAY ->
          value.asJsonArray().stream().map(ModelEvidence::text).collect(Collectors.joining(", "));
      case OBJECT ->
          value.asJsonObject().entrySet().stream()
              .map(e -> e.getKey() + " " + text(e.getValue()))
              .collect(Collectors.joining(", "));
      case NUMBER, TRUE, FALSE -> value.toString();
    };
  }
}
