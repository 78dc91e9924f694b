package insight.monitor.rest;

import insight.kernel.Period;
import insight.kernel.Refused;
import insight.monitor.Course;
import insight.monitor.Figures;
import insight.monitor.Kpi;
import insight.monitor.Kpis;
import insight.monitor.Rankings;
import insight.monitor.Reporting;
import insight.monitor.Targets;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of a period, beside the period before it and the targets. */
@Path("kpis")
@Produces("application/json;charset=UTF-8")
@Needs(Scope.READ)
public class KpisResource {
  @Inject Reporting reporting;
  @Inject Kpis kpis;
  @Inject Rankings rankings;
  @Inject Targets targets;
  @Inject Grants grants;
  @Inject ApiCaller api;
  @Inject Clock clock;

  @GET
  public JsonObject figures(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("by") @Nullable String by,
      @QueryParam("zone") @Nullable String zoneName,
      @QueryParam("country") @Nullable String country) {
    ZoneId zone = Span.zone(zoneName, reporting.zone());
    Optional<Reporting.Basis> basis = reporting.basis();
    Span span =
        Span.of(
            from, to, zone, basis.map(Reporting.Basis::newest).orElseGet(() -> clock.instant()));
    Optional<String> where = Optional.ofNullable(country).filter(c -> !c.isBlank());
    JsonObjectBuilder json =
        Json.object()
            .add("from", span.from())
            .add("to", span.to())
            .add("zone", zone.getId())
            .add("asOf", Json.value(basis.map(b -> b.newest().toString()).orElse(null)));
    if (basis.isEmpty()) {
      return json.add("kpis", FigureJson.none()).build();
    }
    Grant grant = grants.of(api.caller(), Purpose.ANALYSIS);
    String currency = basis.get().currency();
    Question question = new Question(span, where, currency, grant);
    json.add("currency", currency).add("kpis", kpis(question));
    if (by != null) {
      json.add("by", by).add("series", series(question, by));
    }
    return json.build();
  }

  private record Question(Span span, Optional<String> country, String currency, Grant grant) {
    Kpis.Question days() {
      Period period = span.days().orElseThrow(() -> Refused.invalid("/by", "monitor.kpis.by.days"));
      return new Kpis.Question(period, country, currency);
    }
  }

  private JsonArrayBuilder kpis(Question q) {
    Figures now = at(q, q.span());
    Figures before = at(q, q.span().previous());
    Map<Kpi, Double> goals =
        q.country().isPresent() ? new EnumMap<>(Kpi.class) : targets.over(q.span().length());
    return FigureJson.all(now, before, goals, q.currency());
  }

  private Figures at(Question q, Span span) {
    return kpis.figures(span.start(), span.end(), q.country(), q.currency(), q.grant());
  }

  private JsonArrayBuilder series(Question q, String by) {
    JsonArrayBuilder steps = Json.array();
    if (by.equals("country")) {
      rankings
          .figuresByCountry(q.days(), q.grant())
          .forEach(
              c ->
                  steps.add(
                      Json.object()
                          .add("country", c.code())
                          .add("kpis", FigureJson.country(c.figures(), q.currency()))));
      return steps;
    }
    Course.By step =
        Course.By.of(by).orElseThrow(() -> Refused.invalid("/by", "monitor.kpis.by", by));
    kpis.course(q.days(), step, q.grant())
        .steps()
        .forEach(
            s ->
                steps.add(
                    Json.object()
                        .add("from", s.period().from().toString())
                        .add("to", s.period().to().toString())
                        .add("kpis", FigureJson.step(s.figures(), q.currency()))));
    return steps;
  }
}
