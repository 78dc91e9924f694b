package insight.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Set up once per portal: who may open which page (by the views' annotations), what becomes of
 * failures, and the language of a session. Found through META-INF/services.
 */
public class Access implements VaadinServiceInitListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    NavigationAccessControl control = new NavigationAccessControl();
    control.setLoginView(LoginView.class);
    event.getSource().addUIInitListener(ui -> ui.getUI().addBeforeEnterListener(control));
    event
        .getSource()
        .addSessionInitListener(
            started -> {
              started.getSession().setErrorHandler(new Incidents());
              started.getSession().setLocale(Language.of(started.getRequest()));
            });
    event.addIndexHtmlRequestListener(Access::document);
  }

  /** The page's language, and the appearance before the first paint. */
  private static void document(IndexHtmlResponse response) {
    VaadinSession session = VaadinSession.getCurrent();
    Locale locale =
        session == null ? Language.of(response.getVaadinRequest()) : session.getLocale();
    Element html = response.getDocument().selectFirst("html");
    if (html != null) {
      html.attr("lang", "zh".equals(locale.getLanguage()) ? "zh-CN" : "en");
    }
    String base = response.getVaadinRequest().getContextPath();
    response.getDocument().head().prependElement("script").attr("src", base + "/js/in-theme.js");
  }
}
