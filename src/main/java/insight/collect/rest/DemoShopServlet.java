package insight.collect.rest;

import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.kernel.Texts;
import insight.runtime.Caller;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code /demo-shop}: a few pages of a made-up shop that carry the tracking script, so that one can
 * watch events arrive. Only in a portal that runs as the demo; its source is marked synthetic.
 */
@WebServlet("/demo-shop/*")
public class DemoShopServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** The source its pages send to. */
  static final String SOURCE = "Demo shop pages";

  @Inject transient Sources sources;

  @Inject
  @ConfigProperty(name = "insight.demo", defaultValue = "false")
  boolean demo;

  private transient @Nullable String key;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!demo) {
      response.sendError(404);
      return;
    }
    Locale locale = Texts.nearest(request.getLocale());
    boolean consent = "required".equals(request.getParameter("consent"));
    DemoShopPages pages = new DemoShopPages(locale, key(), consent);
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    Optional<String> page = path.equals("/") ? Optional.of(pages.list()) : pages.product(path);
    if (page.isEmpty()) {
      response.sendError(404);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(page.get().getBytes(StandardCharsets.UTF_8));
  }

  /** Keys are shown once and kept as a hash only, so each start of the portal takes a new one. */
  private synchronized String key() {
    String ready = key;
    if (ready == null) {
      Optional<Source> source = sources.byNameOrId(SOURCE);
      ready =
          source.isPresent() ? sources.rotateKey(source.get().id(), Caller.PORTAL) : newSource();
      key = ready;
    }
    return ready;
  }

  private String newSource() {
    NewSource wanted =
        new NewSource(
            SOURCE,
            SourceKind.TRACKING.word(),
            Optional.empty(),
            JsonValue.EMPTY_JSON_OBJECT,
            Optional.of("GB"),
            Optional.of("Europe/London"),
            Optional.of("GBP"),
            true);
    return sources.create(wanted, Caller.PORTAL).writeKey().orElseThrow();
  }
}
