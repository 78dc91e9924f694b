package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The browser script in a shop's pages, in a real browser, and who may send from there. */
class ShopPagesIT {
  private static final String OF_SHOP =
      " from co_event e join co_source s on s.id = e.source_id where s.name = 'Demo shop pages'";

  private final Product product = SharedProduct.get();

  /** How many events of the kinds there are, by kind, since the mark. */
  private List<String> stored(String mark) {
    return product.rows(
        "select e.kind, count(*), count(customer_key), count(session), count(distinct customer_key)"
            + OF_SHOP
            + " and received_at > '"
            + mark
            + "' group by e.kind order by e.kind");
  }

  private String mark() {
    return product.rows("select now()").get(0);
  }

  private void await(String mark, int events) {
    for (int i = 0; i < 100; i++) {
      if (product.rows("select 1" + OF_SHOP + " and received_at > '" + mark + "'").size()
          >= events) {
        return;
      }
      Product.sleep(100);
    }
    throw new AssertionError("not " + events + " events: " + stored(mark));
  }

  private void visit(Page page, String query) {
    page.navigate(product.at("/demo-shop" + query).toString());
    page.waitForTimeout(1200);
    page.locator("a.thing").first().click();
    page.locator("button").click();
    page.waitForTimeout(700);
    page.navigate("about:blank");
  }

  private static String kept(Page page) {
    return page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('insight.')).join()")
        .toString();
  }

  @Test
  void twoPagesAreSeenWithTheirTimeAndNothingPersonalUnderPrivacyControl() {
    try (Playwright playwright = Playwright.create();
        Browser browser = JourneyIT.browser(playwright)) {
      String mark = mark();
      visit(browser.newPage(), "");
      await(mark, 5);
      // pages twice, the product, the cart, the list: all of one visitor, in a session
      assertEquals(List.of("1 2 2 2 1", "2 1 1 1 1", "4 1 1 1 1", "18 1 1 1 1"), stored(mark));
      assertEquals(
          List.of("1 t"),
          product.rows(
              "select min(dwell_seconds), max(dwell_seconds) < 20"
                  + OF_SHOP
                  + " and e.kind in (1, 2) and received_at > '"
                  + mark
                  + "'"));
      underPrivacyControl(browser);
      beforeConsent(browser);
    }
  }

  private void underPrivacyControl(Browser browser) {
    String mark = mark();
    BrowserContext context = browser.newContext();
    context.addInitScript(
        "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})");
    Page page = context.newPage();
    visit(page, "");
    await(mark, 5);
    assertEquals(List.of("1 2 0 0 0", "2 1 0 0 0", "4 1 0 0 0", "18 1 0 0 0"), stored(mark));
    page.navigate(product.at("/demo-shop").toString());
    page.evaluate("insight.identify('a@b.example', {email: 'a@b.example'})");
    assertEquals("", kept(page));
    page.navigate("about:blank");
    await(mark, 7);
    context.close();
  }

  private void beforeConsent(Browser browser) {
    String mark = mark();
    Page page = browser.newContext().newPage();
    page.navigate(product.at("/demo-shop?consent=required").toString());
    page.evaluate("insight.track('Product Added', {product_id: 'demo-1'})");
    page.waitForTimeout(500);
    assertEquals("", kept(page));
    assertEquals(List.of(), stored(mark));
    page.evaluate("insight.consent(true)");
    page.navigate("about:blank");
    await(mark, 2);
    assertEquals(List.of("1 1 1 1 1", "18 1 1 1 1"), stored(mark));
  }

  @Test
  void onlyNamedOriginsMaySendFromABrowser() {
    JsonObject source =
        product.source(
            "{\"name\":\"web\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"}");
    String body =
        "{\"writeKey\":\"%s\",\"batch\":[{\"type\":\"page\",\"anonymousId\":\"d1\",\"name\":\"/\"}]}"
            .formatted(source.getString("writeKey"));
    assertEquals(403, from("https://shop.example", "POST", body).statusCode());
    assertEquals("", allowed(from("https://shop.example", "OPTIONS", "")));
    String origins = "/api/v1/sources/" + source.getString("id") + "/origins";
    assertEquals(400, put(origins, "{\"origins\":[\"*\"]}").statusCode());
    assertEquals(200, put(origins, "{\"origins\":[\"https://shop.example\"]}").statusCode());
    HttpResponse<String> taken = from("https://shop.example", "POST", body);
    assertEquals(200, taken.statusCode(), taken::body);
    assertEquals("https://shop.example", allowed(taken));
    assertEquals("https://shop.example", allowed(from("https://shop.example", "OPTIONS", "")));
    assertEquals(403, from("https://other.example", "POST", body).statusCode());
    assertTrue(taken.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
  }

  @Test
  void theScriptIsKeptAndAskedForByItsTag() {
    HttpResponse<String> script =
        product.send(HttpRequest.newBuilder(product.at("/js/insight.js")).build());
    assertEquals(200, script.statusCode());
    assertTrue(script.headers().firstValue("Cache-Control").orElse("").contains("max-age=86400"));
    String tag = script.headers().firstValue("ETag").orElseThrow();
    assertEquals(
        304,
        product
            .send(
                HttpRequest.newBuilder(product.at("/js/insight.js"))
                    .header("If-None-Match", tag)
                    .build())
            .statusCode());
  }

  private HttpResponse<String> put(String path, String json) {
    return product.call("PUT", path, "application/json", BodyPublishers.ofString(json));
  }

  private HttpResponse<String> from(String origin, String method, String body) {
    return product.send(
        HttpRequest.newBuilder(product.at("/v1/batch"))
            .header("Origin", origin)
            .header("Content-Type", "text/plain")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private static String allowed(HttpResponse<String> answer) {
    return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
  }
}
