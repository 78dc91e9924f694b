package insight.monitor.rest;

import insight.kernel.Money;
import insight.monitor.Figure;
import insight.monitor.Figures;
import insight.monitor.Kpi;
import insight.runtime.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Figures as the API writes them: money in whole units of its currency, shares 0…1. */
final class FigureJson {
  private static final int SHARE_DIGITS = 6;

  private FigureJson() {}

  /** ISO 4217: no currency. */
  private static final String NO_CURRENCY = "XXX";

  /** While nothing was ever collected: sums and counts are nought, the rest is no data. */
  static JsonArrayBuilder none() {
    Figures nothing = Figures.none();
    return all(nothing, nothing, Map.of(), NO_CURRENCY);
  }

  static JsonArrayBuilder all(
      Figures now, Figures before, Map<Kpi, Double> targets, String currency) {
    JsonArrayBuilder all = Json.array();
    for (Kpi kpi : Kpi.values()) {
      Figure figure = now.of(kpi);
      JsonObjectBuilder json =
          Json.object()
              .add("id", kpi.id())
              .add("value", number(kpi, figure.value(), currency))
              .add("unit", unit(kpi, currency))
              .add("n", figure.n())
              .add("previous", number(kpi, before.of(kpi).value(), currency))
              .add("target", number(kpi, targets.getOrDefault(kpi, Double.NaN), currency));
      if (figure.hasInterval()) {
        json.add("low", number(kpi, figure.low(), currency))
            .add("high", number(kpi, figure.high(), currency));
      }
      all.add(json);
    }
    return all;
  }

  /** Id to value, for one step of time; whether somebody comes again shows only in the whole. */
  static JsonObjectBuilder step(Figures figures, String currency) {
    return values(figures, EnumSet.complementOf(EnumSet.of(Kpi.REPEAT_RATE)), currency);
  }

  /** Id to value, for one country. */
  static JsonObjectBuilder country(Figures figures, String currency) {
    return values(figures, EnumSet.allOf(Kpi.class), currency);
  }

  private static JsonObjectBuilder values(Figures figures, Set<Kpi> kpis, String currency) {
    JsonObjectBuilder json = Json.object();
    for (Kpi kpi : kpis) {
      json.add(kpi.id(), number(kpi, figures.of(kpi).value(), currency));
    }
    return json;
  }

  private static String unit(Kpi kpi, String currency) {
    return switch (kpi.unit()) {
      case MONEY -> currency;
      case COUNT -> "count";
      case SHARE -> "share";
    };
  }

  /** No data is null, never nought. */
  private static JsonValue number(Kpi kpi, double value, String currency) {
    if (!Double.isFinite(value)) {
      return JsonValue.NULL;
    }
    return switch (kpi.unit()) {
      case MONEY -> Json.value(Money.of(Math.round(value), currency).amount());
      case COUNT -> Json.value(Math.round(value));
      case SHARE ->
          Json.value(BigDecimal.valueOf(value).setScale(SHARE_DIGITS, RoundingMode.HALF_EVEN));
    };
  }
}
