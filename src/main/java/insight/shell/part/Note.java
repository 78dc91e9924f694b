package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A coloured sentence inside a page: what stands out and what to do about it. */
public final class Note extends Div {
  private static final long serialVersionUID = 1L;

  /** {@code **important**} words come in bold; links may follow the sentence. */
  public Note(Tone tone, String sentence, Component... more) {
    addClassName("note");
    if (!tone.className().isEmpty()) {
      addClassName(tone.className());
    }
    Div words = new Div(Rich.span(sentence));
    for (Component part : more) {
      words.add(new com.vaadin.flow.component.Text(" "), part);
    }
    add(tone.icon().create(), words);
  }
}
