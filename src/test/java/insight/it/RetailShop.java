package insight.it;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The real shop of the data set Online Retail, imported and learned from once per run of tests. */
public final class RetailShop {
  private static @Nullable RetailShop shop;

  private final String source;
  private final JsonObject firstImport;
  private final JsonObject segments;
  private final JsonObject ranking;

  private RetailShop(String source, JsonObject first, JsonObject segments, JsonObject ranking) {
    this.source = source;
    this.firstImport = first;
    this.segments = segments;
    this.ranking = ranking;
  }

  public static synchronized RetailShop of(Product product) {
    RetailShop ready = shop;
    if (ready == null) {
      String source =
          product
              .source(
                  "{\"name\":\"Online Retail\",\"kind\":\"csv\",\"preset\":\"uci-online-retail\","
                      + "\"country\":\"GB\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}")
              .getString("id");
      String job = product.upload(source, Data.onlineRetail(), true);
      JsonObject first = product.await(job, Duration.ofMinutes(5));
      ready =
          new RetailShop(
              source, first, train(product, "segment-customers"), train(product, "rank-products"));
      shop = ready;
    }
    return ready;
  }

  private static JsonObject train(Product product, String task) {
    String run =
        Product.object(
                Product.expect(
                    202,
                    product.post(
                        "/api/v1/training-runs", "{\"task\":\"" + task + "\",\"seed\":1}")))
            .getString("id");
    product.await(run, Duration.ofMinutes(5));
    return product.json("/api/v1/training-runs/" + run);
  }

  public String source() {
    return source;
  }

  public JsonObject firstImport() {
    return firstImport;
  }

  public JsonObject segments() {
    return segments;
  }

  public JsonObject ranking() {
    return ranking;
  }
}
