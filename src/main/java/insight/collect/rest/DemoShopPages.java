package insight.collect.rest;

import insight.kernel.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of the made-up shop, with the tracking script. */
final class DemoShopPages {
  /** One thing to look at; made up. */
  private record Thing(String id, String word, String price, int hue) {}

  private static final List<Thing> THINGS =
      List.of(
          new Thing("demo-1", "teapot", "24.00", 25),
          new Thing("demo-2", "lamp", "39.50", 50),
          new Thing("demo-3", "blanket", "55.00", 340),
          new Thing("demo-4", "vase", "18.25", 200));

  private final Locale locale;
  private final String key;
  private final boolean consent;

  DemoShopPages(Locale locale, String key, boolean consent) {
    this.locale = locale;
    this.key = key;
    this.consent = consent;
  }

  String list() {
    String things =
        THINGS.stream()
            .map(
                t ->
                    """
                    <a class="thing" href="/demo-shop/%s" data-insight-product="%s" data-name="%s"
                      data-price="%s"><b style="--hue:%d"></b>%s<br>£%s</a>
                    """
                        .formatted(t.id(), t.id(), name(t), t.price(), t.hue(), name(t), t.price()))
            .collect(Collectors.joining());
    return page(word("title"), "<div class=\"things\">" + things + "</div>");
  }

  /** The page of {@code /<id>}. */
  Optional<String> product(String path) {
    return THINGS.stream()
        .filter(t -> path.equals("/" + t.id()))
        .findFirst()
        .map(
            t ->
                page(
                    name(t),
                    """
                    <p class="big" data-insight-product="%s" data-name="%s" data-price="%s"
                      style="--hue:%d"></p>
                    <p>£%s</p>
                    <button onclick="insight.track('Product Added',
                      {product_id: '%s', price: %s, quantity: 1}); this.textContent = '%s'">%s</button>
                    <p><a href="/demo-shop">%s</a></p>
                    """
                        .formatted(
                            t.id(),
                            name(t),
                            t.price(),
                            t.hue(),
                            t.price(),
                            t.id(),
                            t.price(),
                            word("added"),
                            word("add"),
                            word("back"))));
  }

  private String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <style>
          :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
          body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
          .note { padding: .5rem .75rem; border: 1px solid #8888; border-radius: .5rem }
          .things { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
            gap: 1rem }
          .thing { padding: 1rem; border: 1px solid #8888; border-radius: .75rem;
            text-align: center; text-decoration: none; color: inherit }
          .thing b, .big { display: block; height: 5rem; margin: 0 0 .5rem; border-radius: .5rem;
            background: linear-gradient(135deg, hsl(var(--hue) 60%% 75%%), hsl(var(--hue) 50%% 50%%)) }
          .big { height: 12rem; max-width: 18rem }
          button { font: inherit; padding: .5rem 1rem }
        </style>
        <script src="/js/insight.js" data-key="%s"%s async></script></head>
        <body><p class="note">%s</p><h1>%s</h1>%s</body></html>
        """
        .formatted(
            locale.getLanguage(),
            title,
            key,
            consent ? " data-consent=\"required\"" : "",
            word("note"),
            title,
            body);
  }

  private String name(Thing thing) {
    return word(thing.word());
  }

  private String word(String what) {
    return Texts.of(locale, "collect.demo." + what);
  }
}
