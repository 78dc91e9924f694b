package insight.train;

import insight.runtime.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The lines of a gate, as {@code tr_model.gate} keeps them. */
final class GateJson {
  private GateJson() {}

  static JsonArray json(List<GateRow> rows) {
    var array = Json.array();
    for (GateRow row : rows) {
      array.add(
          Json.object()
              .add("rule", row.rule().name().toLowerCase(Locale.ROOT))
              .add("key", row.key())
              .add("outcome", row.outcome().word())
              .add("measured", row.measured())
              .add("limit", row.limit())
              .add("n", row.n()));
    }
    return array.build();
  }

  static List<GateRow> rows(String json) {
    return Json.parseArray(json).getValuesAs(JsonObject.class).stream().map(GateJson::row).toList();
  }

  private static GateRow row(JsonObject row) {
    return new GateRow(
        GateRow.Rule.valueOf(row.getString("rule").toUpperCase(Locale.ROOT)),
        row.getString("key"),
        GateRow.Outcome.valueOf(
            row.getString("outcome").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getString("measured"),
        row.getString("limit"),
        row.getJsonNumber("n").longValue());
  }
}
