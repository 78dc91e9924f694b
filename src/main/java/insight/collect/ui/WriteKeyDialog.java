package insight.collect.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.Source;
import insight.shell.part.Buttons;
import insight.shell.part.Words;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A write key, shown this once, with how it is used. */
final class WriteKeyDialog {
  private final Dialog dialog = new Dialog();

  WriteKeyDialog(Source source, String key, Clock clock) {
    dialog.setHeaderTitle(Words.of("collect.ui.key", source.name()));
    TextField shown = new TextField(Words.of("collect.ui.key.label"));
    shown.setValue(key);
    shown.setReadOnly(true);
    shown.setWidthFull();
    Pre example = new Pre();
    example.addClassName("mono");
    example.getStyle().set("overflow-x", "auto").set("margin", "0");
    UI.getCurrent()
        .getPage()
        .fetchCurrentURL(url -> example.setText(example(key, url, Instant.now(clock))));
    Div body = new Div(new Paragraph(Words.of("collect.ui.key.once")), shown, example);
    body.addClassName("pick");
    body.setWidthFull();
    dialog.setWidth("640px");
    dialog.add(body);
    dialog
        .getFooter()
        .add(
            Buttons.primary(
                Words.of("collect.ui.key.done"),
                () -> {
                  dialog.close();
                  UI.getCurrent().navigate("sources/" + source.id());
                }));
  }

  /** A call that can be pasted as it is: to where the reader's browser found the portal. */
  static String example(String key, URL page, Instant now) {
    return """
        curl -u '%s:' -H 'Content-Type: application/json' \\
          -d '{"batch":[{"type":"track","event":"Product Viewed",
               "messageId":"test-1","userId":"42","timestamp":"%s",
               "properties":{"product_id":"A1"}}]}' \\
          %s://%s/v1/batch"""
        .formatted(
            key, now.truncatedTo(ChronoUnit.SECONDS), page.getProtocol(), page.getAuthority());
  }

  void open() {
    dialog.open();
  }
}
