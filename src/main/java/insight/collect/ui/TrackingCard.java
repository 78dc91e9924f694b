package insight.collect.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import insight.collect.Origins;
import insight.collect.Source;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.List;

/** How a shop's server and its pages send to a source, and whose pages may. */
final class TrackingCard {
  private final Source source;
  private final Origins origins;
  private final Caller caller;
  private final TextArea sites = new TextArea(Words.of("collect.ui.sites"));

  TrackingCard(Source source, Origins origins, Caller caller) {
    this.caller = caller;
    this.source = source;
    this.origins = origins;
  }

  Card card() {
    Pre snippet = new Pre();
    snippet.addClassName("mono");
    snippet.getStyle().set("overflow-x", "auto").set("margin", "0");
    UI.getCurrent()
        .getPage()
        .fetchCurrentURL(
            url ->
                snippet.setText(
                    """
                    <script src="%s://%s/js/insight.js"
                      data-key="%s" async></script>"""
                        .formatted(
                            url.getProtocol(),
                            url.getAuthority(),
                            Words.of("collect.ui.key.label"))));
    sites.setWidthFull();
    sites.setHelperText(Words.of("collect.ui.sites.help"));
    sites.setPlaceholder("https://shop.example");
    sites.setValue(String.join("\n", origins.of(source.id())));
    return new Card(Words.of("collect.ui.how"))
        .body(
            new Paragraph(Words.of("collect.ui.how.tracking")),
            new Paragraph(Words.of("collect.ui.how.pages")),
            snippet,
            sites,
            Buttons.plain(Words.of("collect.ui.sites.save"), this::save));
  }

  private void save() {
    try {
      List<String> lines = sites.getValue().lines().filter(l -> !l.isBlank()).toList();
      sites.setValue(String.join("\n", origins.set(source, lines, caller)));
      sites.setInvalid(false);
      Toasts.done(Words.of("collect.ui.sites.saved"));
    } catch (Refused refused) {
      sites.setErrorMessage(refused.in(UI.getCurrent().getLocale()));
      sites.setInvalid(true);
    }
  }
}
