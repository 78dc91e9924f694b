package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import insight.launch.TestUsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The main job, done by a person in a real browser: connect a shop's file, watch it come in, train,
 * look at segments, a customer, recommendations and figures, take an alert on, answer a
 * recommendation. Screenshots go to {@code target/screens}.
 */
class JourneyIT {
  private static final Path SCREENS =
      Path.of(System.getProperty("insight.target", "target"), "screens");
  private static final int LONG = 240_000;

  private final Product product = SharedProduct.get();
  private final List<String> scriptErrors = new ArrayList<>();

  static Browser browser(Playwright playwright) {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(java.nio.file.Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no chromium; apt-get install chromium"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                    List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  private Page page(Browser browser, int width, ColorScheme scheme, String locale) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale(locale));
    Page page = context.newPage();
    page.setDefaultTimeout(60_000);
    page.onPageError(scriptErrors::add);
    login(page);
    return page;
  }

  private void login(Page page) {
    page.navigate(product.at("/login").toString());
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill(TestUsers.ADMIN_PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(product.at("/").toString());
    page.locator("h1").first().waitFor();
  }

  private void open(Page page, String path) {
    page.navigate(product.at("/" + path).toString());
    page.locator("h1").first().waitFor();
    page.waitForTimeout(700);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void anOperationsPersonDoesTheMainJob() {
    try (Playwright playwright = Playwright.create();
        Browser browser = browser(playwright)) {
      Page page = page(browser, 1280, ColorScheme.LIGHT, "en-GB");
      connect(page);
      watchTheFileComeIn(page);
      RetailShop.of(product);
      lookAround(page);
      takeAnAlertOn(page);
      answerARecommendation(page);
      assertEquals(List.of(), scriptErrors);
    }
  }

  /** The wizard: kind, file, columns, name and place, dry run; then the source and its import. */
  private void connect(Page page) {
    open(page, "sources/new");
    button(page, "Next").click();
    page.waitForURL(Pattern.compile(".*step=file.*"));
    page.setInputFiles("vaadin-upload input[type=file]", Data.cdnow());
    page.getByText("Read it as that").waitFor(new Locator.WaitForOptions().setTimeout(LONG));
    shoot(page, "new-source-file");
    button(page, "Next").click();
    page.waitForURL(Pattern.compile(".*step=columns.*"));
    button(page, "Next").click();
    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name").setExact(true))
        .fill("CDNOW by hand");
    shoot(page, "new-source-place");
    button(page, "Next").click();
    button(page, "Start the dry run").click();
    page.getByText(Pattern.compile("69,659 of 69,659|69,659"))
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(LONG));
    button(page, "Run it again").waitFor(new Locator.WaitForOptions().setTimeout(LONG));
    shoot(page, "new-source-check");
    button(page, "Create source and import").click();
  }

  private static void watchTheFileComeIn(Page page) {
    page.waitForURL(Pattern.compile(".*/imports/\\d+"));
    page.getByText(Pattern.compile("69,659"))
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(LONG));
    page.waitForTimeout(800);
    shoot(page, "import");
    String text = page.locator("body").innerText();
    assertTrue(text.contains("69,659"), text);
    assertTrue(text.contains("23,570"), text);
  }

  private void lookAround(Page page) {
    open(page, "training-runs");
    shoot(page, "training-runs");
    open(page, "segments");
    String segments = page.locator("body").innerText();
    assertTrue(segments.contains("High value"), segments);
    shoot(page, "segments");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("High value").setExact(true))
        .first()
        .click();
    page.getByText("Members").first().waitFor();
    shoot(page, "segment");
    open(page, "dashboard?from=2011-09-01&to=2011-12-01&compare=previous");
    String figures = page.locator("body").innerText();
    assertTrue(figures.contains("£3.72M"), figures);
    assertTrue(figures.contains("6,646"), figures);
    shoot(page, "dashboard");
    open(page, "recommendations");
    String quality = page.locator("body").innerText();
    assertTrue(quality.contains("0.12"), quality);
    shoot(page, "recommendations");
  }

  private void takeAnAlertOn(Page page) {
    open(page, "alerts");
    Product.expect(
        201,
        product.post(
            "/api/v1/alert-rules",
            "{\"name\":\"Few orders\",\"metric\":\"orders\",\"condition\":"
                + "{\"below\":1000000},\"window\":\"P1D\",\"for\":\"PT0S\",\"severity\":\"critical\","
                + "\"channels\":[]}"));
    Locator raised = page.getByText("Few orders").first();
    raised.waitFor();
    shoot(page, "alert-live");
    page.waitForTimeout(500);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Few orders"))
        .or(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Few orders")))
        .first()
        .click();
    button(page, "Acknowledge").first().click();
    page.waitForTimeout(1000);
    shoot(page, "alert-acknowledged");
    assertTrue(product.json("/api/v1/alerts?state=acknowledged").toString().contains("Few orders"));
  }

  private void answerARecommendation(Page page) {
    String key = product.json("/api/v1/customers/12347?source=Online%20Retail").getString("id");
    open(page, "customers/" + key);
    page.getByText("because you bought").first().waitFor();
    shoot(page, "customer");
    long before = feedback();
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("fits this customer")))
        .first()
        .click();
    page.waitForTimeout(1500);
    assertTrue(feedback() > before, "the thumb was not stored");
    open(page, "feedback");
    shoot(page, "feedback");
  }

  private long feedback() {
    return product
        .json("/api/v1/sources/1")
        .getJsonObject("counts")
        .getJsonNumber("accepted")
        .longValue();
  }

  @Test
  void everyPageOpensInBothLanguagesDarkAndNarrow() {
    RetailShop.of(product);
    List<String> pages =
        List.of(
            "",
            "dashboard",
            "sources",
            "sources/new",
            "imports",
            "snapshots",
            "training-runs",
            "models",
            "segments",
            "customers",
            "recommendations",
            "alerts",
            "feedback",
            "audit",
            "jobs",
            "users",
            "settings");
    try (Playwright playwright = Playwright.create();
        Browser browser = browser(playwright)) {
      Page chinese = page(browser, 1280, ColorScheme.DARK, "zh-CN");
      Page narrow = page(browser, 390, ColorScheme.LIGHT, "en-GB");
      for (String path : pages) {
        String name = path.isEmpty() ? "home" : path.replace('/', '-');
        open(chinese, path);
        String text = chinese.locator("main, body").first().innerText();
        assertTrue(
            text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
            name + " is not in Chinese: " + text);
        assertTrue(!text.contains("INC-"), name + ": " + text);
        shoot(chinese, "zh-dark-" + name);
        open(narrow, path);
        int overflow =
            (int) narrow.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(overflow <= 1, name + " is " + overflow + " px wider than a phone");
        shoot(narrow, "narrow-" + name);
      }
      assertEquals(List.of(), scriptErrors);
    }
  }
}
