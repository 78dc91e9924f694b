package insight.segment.rest;

import insight.kernel.Money;
import insight.kernel.Refused;
import insight.privacy.Grant;
import insight.privacy.Purpose;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.segment.FeatureProfile;
import insight.segment.RuleSegment;
import insight.segment.RuleSegments;
import insight.segment.Segment;
import insight.segment.Segmentation;
import insight.segment.Segments;
import insight.segment.rule.Aim;
import insight.segment.rule.Rule;
import insight.segment.rule.RuleJson;
import insight.segment.rule.RuleReader;
import insight.segment.rule.RuleWords;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The segments of the live segmentation. */
@Path("segments")
@Produces("application/json;charset=UTF-8")
@Needs(Scope.READ)
public class SegmentsResource {
  private static final int MOST = 1_000;

  @Inject Segments segments;
  @Inject RuleSegments rules;
  @Inject ApiCaller api;
  @Inject Readers readers;

  @GET
  public JsonObject list() {
    Optional<Segmentation> live = segments.live();
    JsonArrayBuilder items = Json.array();
    live.ifPresent(s -> s.segments().forEach(segment -> items.add(brief(segment))));
    JsonObjectBuilder json = Json.object().add("items", items);
    live.ifPresent(s -> json.add("asOf", s.cutoff().toString()).add("model", text(s.model())));
    return json.build();
  }

  /** Groups by rules, those in use. */
  @GET
  @Path("rules")
  public JsonObject rules() {
    JsonArrayBuilder items = Json.array();
    rules.list(false).forEach(segment -> items.add(rule(segment)));
    return Json.object().add("items", items).build();
  }

  /** Keeps a group by a rule: {@code {"name","goal"?,"rule"}}. */
  @POST
  @Path("rules")
  @Needs(Scope.ACT)
  public Response create(JsonObject body) {
    String goal = body.getString("goal", Aim.SALES.word());
    Aim aim = Aim.of(goal).orElseThrow(() -> Refused.invalid("/goal", "segment.aim.unknown", goal));
    if (!(body.get("rule") instanceof JsonObject definition)) {
      throw Refused.invalid("/rule", "segment.rule.object");
    }
    RuleSegment made =
        rules.create(body.getString("name", ""), aim, RuleReader.read(definition), api.caller());
    return Response.status(Response.Status.CREATED).entity(rule(made).build()).build();
  }

  private JsonObjectBuilder rule(RuleSegment segment) {
    JsonObjectBuilder json =
        Json.object()
            .add("id", text(segment.id()))
            .add("name", segment.name())
            .add("goal", segment.aim().word())
            .add("owner", segment.owner())
            .add("version", segment.version())
            .add("rule", RuleJson.of(segment.rule()))
            .add("words", RuleWords.of(segment.rule(), api.locale()));
    segment
        .newest()
        .ifPresent(
            run ->
                json.add("size", run.size())
                    .add("share", run.share())
                    .add("asOf", run.cutoff().toString()));
    return json;
  }

  private JsonObjectBuilder brief(Segment segment) {
    return Json.object()
        .add("id", text(segment.id()))
        .add("name", segment.title(api.locale()))
        .add("size", segment.size())
        .add("share", segment.customerShare());
  }

  @GET
  @Path("{id}")
  public JsonObject segment(@PathParam("id") long id) {
    Segment segment = segments.required(id);
    JsonObjectBuilder json =
        brief(segment)
            .add("label", segment.label().word())
            .add("goal", segment.goal().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
            .add("revenueShare", segment.revenueShare())
            .add("profile", profile(segment.profile()));
    segment.revenue().ifPresent(m -> json.add("revenue", money(m)));
    segments.segmentationOf(id).ifPresent(s -> json.add("asOf", s.cutoff().toString()));
    return json.build();
  }

  private static JsonObjectBuilder profile(List<FeatureProfile> features) {
    JsonObjectBuilder json = Json.object();
    for (FeatureProfile feature : features) {
      json.add(
          feature.feature().word(),
          Json.object()
              .add("median", feature.median())
              .add("q1", feature.q1())
              .add("q3", feature.q3())
              .add("all", feature.base())
              .add("difference", feature.smd()));
    }
    return json;
  }

  @GET
  @Path("{id}/members")
  public JsonObject members(
      @PathParam("id") long id,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("0") String cursor,
      @HeaderParam(Readers.PURPOSE) @Nullable String purpose) {
    if (limit < 1 || limit > MOST) {
      throw Refused.invalid("/limit", "runtime.api.number", limit, 1, MOST);
    }
    Segment segment = segments.required(id);
    Grant grant = readers.grant(purpose, Purpose.ANALYSIS);
    long offset = offset(cursor);
    List<Segments.Member> found = segments.members(segment, grant, offset, limit + 1);
    JsonArrayBuilder items = Json.array();
    found.stream().limit(limit).forEach(m -> items.add(member(m, segment)));
    JsonObjectBuilder json = Json.object().add("items", items);
    if (found.size() > limit) {
      json.add("next", text(offset + limit));
    }
    return json.build();
  }

  private static long offset(String cursor) {
    try {
      return Math.max(0, Long.parseLong(cursor));
    } catch (NumberFormatException e) {
      throw Refused.invalid("/cursor", "segment.cursor", cursor);
    }
  }

  private static JsonObjectBuilder member(Segments.Member member, Segment segment) {
    JsonObjectBuilder json =
        Json.object()
            .add("id", member.key().toString())
            .add("recencyDays", member.recencyDays())
            .add("frequency", member.orders())
            .add("products", member.products());
    segment
        .currency()
        .ifPresent(c -> json.add("monetary", money(Money.of(member.monetaryMinor(), c))));
    member.country().ifPresent(c -> json.add("country", c));
    return json;
  }

  /** How many customers a rule names: {@code {"all":[{"field","op","value"},…]}}. */
  @POST
  @Path("preview")
  public JsonObject preview(
      JsonObject rule, @HeaderParam(Readers.PURPOSE) @Nullable String purpose) {
    Rule read = RuleReader.read(rule);
    long count = rules.count(read, readers.grant(purpose, Purpose.ANALYSIS));
    return Json.object().add("count", count).add("words", RuleWords.of(read, api.locale())).build();
  }

  static JsonObjectBuilder money(Money money) {
    return Json.object()
        .add("amount", money.amount().toPlainString())
        .add("currency", money.currency().getCurrencyCode());
  }

  private static String text(long number) {
    return String.valueOf(number);
  }
}
