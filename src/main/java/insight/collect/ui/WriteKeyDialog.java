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

/** A write key, shown this once, with how it is used. */
final class WriteKeyDialog {
  private final Dialog dialog = new Dialog();

  WriteKeyDialog(Source source, String key) {
    dialog.setHeaderTitle(Words.of("collect.ui.key", source.name()));
    TextField shown = new TextField(Words.of("collect.ui.key.label"));
    shown.setValue(key);
    shown.setReadOnly(true);
    shown.setWidthFull();
    Pre example =
        new Pre(
            """
            curl -u %s: -H 'Content-Type: application/json' \\
              -d '{"batch":[{"type":"track","event":"Product Viewed","messageId":"1",
                   "userId":"42","properties":{"product_id":"A1"}}]}' \\
              <this address>/v1/batch"""
                .formatted(key));
    example.addClassName("mono");
    Div body = new Div(new Paragraph(Words.of("collect.ui.key.once")), shown, example);
    body.addClassName("pick");
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

  void open() {
    dialog.open();
  }
}
