package insight.collect;

import insight.kernel.Refused;
import insight.runtime.JsonBody;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads typed fields of one JSON object; what does not fit is refused with its pointer. */
final class MessageFields {
  /** Longest text of a field that is no free text. */
  static final int LONGEST_WORD = 500;

  private static final int LONGEST_TEXT = 20_000;

  private static final List<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toList());

  private final JsonObject json;
  private final String pointer;

  MessageFields(JsonObject json, String pointer) {
    this.json = json;
    this.pointer = pointer;
  }

  String at(String name) {
    return pointer + "/" + name;
  }

  boolean has(String name) {
    return json.containsKey(name) && !json.isNull(name);
  }

  /** The first of the names that is there, as text; numbers count as text. */
  Optional<String> word(String... names) {
    for (String name : names) {
      JsonValue value = json.get(name);
      if (value instanceof JsonString text && !text.getString().isBlank()) {
        return Optional.of(checked(name, text.getString().strip(), LONGEST_WORD));
      }
      if (value instanceof JsonNumber number) {
        return Optional.of(checked(name, number.toString(), LONGEST_WORD));
      }
    }
    return Optional.empty();
  }

  String requiredWord(String... names) {
    return word(names)
        .orElseThrow(() -> Refused.invalid(at(names[0]), "collect.message.missing", names[0]));
  }

  /** Free text, longer than a word. */
  Optional<String> text(String... names) {
    for (String name : names) {
      if (json.get(name) instanceof JsonString text && !text.getString().isBlank()) {
        return Optional.of(checked(name, text.getString(), LONGEST_TEXT));
      }
    }
    return Optional.empty();
  }

  private String checked(String name, String text, int longest) {
    if (text.length() > longest) {
      throw Refused.invalid(at(name), "collect.message.long", name, longest);
    }
    if (text.indexOf('\0') >= 0) {
      throw Refused.invalid(at(name), "collect.message.nul", name);
    }
    requireWhole(name, text);
    return text;
  }

  /** Half of a character (a lone surrogate) is no text and could not be kept as it came. */
  private void requireWhole(String name, String text) {
    if (!JsonBody.keepable(text)) {
      throw Refused.invalid(at(name), "collect.message.half", name);
    }
  }

  /** A number, also one written as text; size is bounded so that no arithmetic explodes. */
  Optional<BigDecimal> decimal(String... names) {
    for (String name : names) {
      JsonValue value = json.get(name);
      if (value instanceof JsonNumber || value instanceof JsonString) {
        String text = value instanceof JsonString s ? s.getString().strip() : value.toString();
        return Optional.of(bounded(name, text));
      }
    }
    return Optional.empty();
  }

  private BigDecimal bounded(String name, String text) {
    try {
      if (text.length() <= 40) {
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
          return BigDecimal.ZERO;
        }
        if (Decimals.fits(number, 12)) {
          return number;
        }
      }
      throw Refused.invalid(at(name), "collect.message.number", name, shortened(text));
    } catch (NumberFormatException notANumber) {
      throw Refused.invalid(at(name), "collect.message.number", name, shortened(text));
    }
  }

  BigDecimal requiredDecimal(String... names) {
    return decimal(names)
        .orElseThrow(() -> Refused.invalid(at(names[0]), "collect.message.missing", names[0]));
  }

  /** A whole number in the range. */
  OptionalInt whole(int low, int high, String... names) {
    Optional<BigDecimal> number = decimal(names);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    double value = number.get().doubleValue();
    if (value < low || value > high) {
      throw Refused.invalid(
          at(names[0]), "collect.message.range", names[0], number.get().toString(), low, high);
    }
    return OptionalInt.of((int) Math.round(value));
  }

  /** The first of the times that is there, with its offset. */
  Optional<Instant> time(String... names) {
    for (String name : names) {
      JsonValue value = json.get(name);
      if (value != null && value != JsonValue.NULL) {
        String text = value instanceof JsonString s ? s.getString().strip() : value.toString();
        try {
          return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
          throw Refused.invalid(at(name), "collect.message.time", name, shortened(text));
        }
      }
    }
    return Optional.empty();
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  String currency(String preset) {
    Optional<String> code = word("currency");
    if (code.isEmpty()) {
      return preset;
    }
    if (!CURRENCIES.contains(code.get())) {
      throw Currencies.near(code.get())
          .map(
              near ->
                  Refused.invalid(at("currency"), "collect.message.currencyNear", code.get(), near))
          .orElseGet(() -> Refused.invalid(at("currency"), "collect.message.currency", code.get()));
    }
    return code.get();
  }

  /** Whether there is a plain word under the name, and no object. */
  boolean isWord(String name) {
    return json.get(name) instanceof JsonString;
  }

  /** An object below this one; empty object when it is missing. */
  MessageFields object(String name) {
    JsonValue value = json.get(name);
    if (value == null || value == JsonValue.NULL) {
      return new MessageFields(JsonValue.EMPTY_JSON_OBJECT, at(name));
    }
    if (value instanceof JsonObject object) {
      return new MessageFields(object, at(name));
    }
    throw Refused.invalid(at(name), "collect.message.object", name);
  }

  /** The objects of a list below this one. */
  List<MessageFields> objects(String name) {
    JsonValue value = json.get(name);
    if (!(value instanceof JsonArray array) || array.isEmpty() || array.size() > 1000) {
      throw Refused.invalid(at(name), "collect.message.list", name);
    }
    return IntStream.range(0, array.size())
        .mapToObj(
            i -> {
              if (array.get(i) instanceof JsonObject object) {
                return new MessageFields(object, at(name) + "/" + i);
              }
              throw Refused.invalid(at(name) + "/" + i, "collect.message.object", name);
            })
        .toList();
  }

  /** Whether there is a list with something in it. */
  boolean lists(String name) {
    return json.get(name) instanceof JsonArray array && !array.isEmpty();
  }

  /** The whole object as it came. */
  String wholeText() {
    String text = json.toString();
    requireWhole("", text);
    return text;
  }
}
