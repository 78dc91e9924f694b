package insight.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = LoginView.class)
class LoginViewTest extends BrowserlessTest {
  @Test
  void itPostsNameAndPasswordByAnOrdinaryForm() {
    String html = open("").getElement().getOuterHTML();
    assertTrue(html.contains("action=\"auth/login\""), html);
    assertTrue(html.contains("method=\"post\""), html);
    List<String> names =
        find(Input.class).all().stream().map(i -> i.getElement().getAttribute("name")).toList();
    assertEquals(List.of("username", "password"), names);
  }

  @Test
  void itSaysWhyTheLastAttemptDidNotWork() {
    assertTrue(text("error").contains("User name or password is not right."));
    assertTrue(text("locked=30").contains("Try again in 30 s."));
    assertTrue(text("locked=%3Cb%3E").contains("Try again in 60 s."));
    assertTrue(text("out").contains("You are signed out."));
  }

  private String text(String query) {
    return open(query).getElement().getTextRecursively();
  }

  private Component open(String query) {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    UI.getCurrent().navigate("login", QueryParameters.fromString(query));
    return (Component) getCurrentView();
  }
}
