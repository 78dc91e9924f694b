package insight.feedback.rest;

import insight.feedback.About;
import insight.feedback.Opinion;
import insight.feedback.Verdict;
import insight.kernel.Refused;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Feedback as a shop sends it, read and checked.
 *
 * @param customer key or shop's id
 * @param id the sender's own, so that sending twice counts once
 */
record Message(
    Optional<String> customer, Optional<String> source, Optional<String> id, Opinion opinion) {
  private static final int LONGEST = 200;
  private static final Set<String> SUBJECTS = Set.of("recommendation", "order", "service");

  static Message read(JsonObject body) {
    return new Message(
        text(body, "", "customer"), text(body, "", "source"), text(body, "", "id"), opinion(body));
  }

  /** A reason in free words joins the text, which is encrypted; only codes stay readable. */
  private static Opinion opinion(JsonObject body) {
    Optional<String> reason = text(body, "", "reason");
    Optional<String> words =
        Stream.concat(
                reason.filter(r -> !Opinion.isCode(r)).stream(), string(body, "", "text").stream())
            .reduce((first, second) -> first + "\n" + second);
    return new Opinion(about(body), verdict(body), reason.filter(Opinion::isCode), words);
  }

  private static Verdict verdict(JsonObject body) {
    String word = text(body, "", "verdict").orElseThrow(() -> missing("/verdict", "verdict"));
    return Verdict.of(word)
        .orElseThrow(() -> Refused.invalid("/verdict", "feedback.api.verdict", word));
  }

  private static About about(JsonObject body) {
    if (!(body.get("about") instanceof JsonObject about)
        || about.size() != 1
        || !SUBJECTS.containsAll(about.keySet())) {
      throw Refused.invalid("/about", "feedback.api.about");
    }
    String subject = about.keySet().iterator().next();
    return switch (subject) {
      case "recommendation" ->
          new About.Recommendation(
              part(about, subject, "product"), optionalPart(about, subject, "model"));
      case "order" -> new About.Order(part(about, subject, "number"));
      default -> new About.Service(part(about, subject, "topic"));
    };
  }

  /** The subject is a plain text, or an object that names it. */
  private static String part(JsonObject about, String subject, String name) {
    Optional<String> value =
        about.get(subject) instanceof JsonObject object
            ? text(object, "/about/" + subject, name)
            : text(about, "/about", subject);
    return value.orElseThrow(() -> missing("/about/" + subject + "/" + name, name));
  }

  private static Optional<String> optionalPart(JsonObject about, String subject, String name) {
    return about.get(subject) instanceof JsonObject object
        ? text(object, "/about/" + subject, name)
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject object, String pointer, String name) {
    Optional<String> text = string(object, pointer, name);
    text.ifPresent(
        t -> {
          if (t.length() > LONGEST) {
            throw Refused.invalid(
                pointer + "/" + name, "feedback.api.long", name, t.length(), LONGEST);
          }
        });
    return text;
  }

  /** Absent, null and blank are the same. */
  private static Optional<String> string(JsonObject object, String pointer, String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString().strip()).filter(t -> !t.isEmpty());
    }
    throw Refused.invalid(pointer + "/" + name, "feedback.api.text", name);
  }

  private static Refused missing(String pointer, String name) {
    return Refused.invalid(pointer, "runtime.api.missing", name);
  }
}
