package insight.segment;

import insight.learn.cluster.Condition;
import insight.learn.cluster.Dendrogram;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to see of a grouping besides its groups.
 *
 * @param tree the upper part of the tree of a hierarchy
 * @param rules of a decision tree, by cluster: the conditions that all hold
 * @param outcome what a decision tree tells apart
 */
public record Shape(
    Optional<Dendrogram> tree, List<List<Condition>> rules, Optional<GroupFeature> outcome) {
  /** Nothing. */
  static final Shape NONE = new Shape(Optional.empty(), List.of(), Optional.empty());

  /** A picture with more leaves cannot be read. */
  static final int LEAVES_SHOWN = 24;

  public Shape {
    rules = rules.stream().map(List::copyOf).toList();
  }

  static Shape of(Dendrogram tree) {
    return new Shape(
        Optional.of(tree.top(Math.min(LEAVES_SHOWN, tree.leaves()))), List.of(), Optional.empty());
  }

  /** Whether anything was kept of how the groups came about. */
  public boolean isPlain() {
    return tree.isEmpty() && rules.isEmpty();
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    tree.ifPresent(t -> map.put("tree", asMap(t)));
    outcome.ifPresent(o -> map.put("outcome", o.word()));
    if (!rules.isEmpty()) {
      map.put("rules", rules.stream().map(r -> r.stream().map(Shape::asMap).toList()).toList());
    }
    return map;
  }

  private static Map<String, Object> asMap(Condition c) {
    return Map.of("feature", c.feature(), "op", c.above() ? "gt" : "le", "value", c.threshold());
  }

  private static Map<String, Object> asMap(Dendrogram tree) {
    return Map.of(
        "sizes",
        tree.sizes(),
        "merges",
        tree.merges().stream()
            .map(m -> Map.of("left", m.left(), "right", m.right(), "height", m.height()))
            .toList());
  }

  static Shape of(JsonObject json) {
    return new Shape(
        Optional.ofNullable(json.getJsonObject("tree")).map(Shape::tree),
        Optional.ofNullable(json.getJsonArray("rules")).map(Shape::rules).orElse(List.of()),
        Optional.ofNullable(json.getString("outcome", null)).map(GroupFeature::of));
  }

  private static Dendrogram tree(JsonObject json) {
    return new Dendrogram(
        json.getJsonArray("sizes").getValuesAs(JsonNumber.class).stream()
            .map(JsonNumber::intValue)
            .toList(),
        json.getJsonArray("merges").getValuesAs(JsonObject.class).stream()
            .map(
                m ->
                    new Dendrogram.Merge(
                        m.getInt("left"), m.getInt("right"), Method.number(m, "height")))
            .toList());
  }

  private static List<List<Condition>> rules(JsonArray json) {
    return json.stream().map(JsonValue::asJsonArray).map(Shape::rule).toList();
  }

  private static List<Condition> rule(JsonArray json) {
    return json.getValuesAs(JsonObject.class).stream()
        .map(
            c ->
                new Condition(
                    c.getString("feature"),
                    c.getString("op").equals("gt"),
                    Method.number(c, "value")))
        .toList();
  }
}
