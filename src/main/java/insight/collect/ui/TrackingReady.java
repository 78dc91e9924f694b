package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.Source;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Link;
import insight.shell.part.Note;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.net.URL;
import java.time.Clock;

/** A tracking source that was just made: its key, this once, and how a shop uses it. */
final class TrackingReady {
  private TrackingReady() {}

  static Component of(Source source, String key, Clock clock) {
    TextField shown = new TextField(Words.of("collect.ui.key.label"));
    shown.setValue(key);
    shown.setReadOnly(true);
    shown.setWidthFull();
    Pre page = code();
    Pre server = code();
    UI.getCurrent()
        .getPage()
        .fetchCurrentURL(
            url -> {
              page.setText(snippet(key, url));
              server.setText(WriteKeyDialog.example(key, url, clock.instant()));
            });
    return Columns.stack(
        new Note(Tone.WARNING, Words.of("collect.ui.key.once")),
        new Card(Words.of("collect.ui.key.label")).body(shown),
        new Card(Words.of("collect.wizard.snippet"))
            .say(Words.of("collect.wizard.snippet.say"))
            .body(page),
        new Card(Words.of("collect.wizard.server"))
            .say(Words.of("collect.wizard.server.say"))
            .body(server)
            .foot(Link.button("sources/" + source.id(), Words.of("collect.ui.key.done"), true)));
  }

  private static Pre code() {
    Pre code = new Pre();
    code.addClassName("mono");
    code.getStyle().set("overflow-x", "auto").set("margin", "0");
    code.getElement().setAttribute("tabindex", "0");
    return code;
  }

  /** What goes into the head of each page of the shop. */
  static String snippet(String key, URL portal) {
    return "<script async src=\"%s://%s/js/insight.js\" data-key=\"%s\"></script>"
        .formatted(portal.getProtocol(), portal.getAuthority(), key);
  }
}
