package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A white card: title with badges, something at the right, one sentence, content, foot. */
public final class Card extends Section {
  private static final long serialVersionUID = 1L;

  private final H2 title = new H2();
  private final Header header = new Header(title);
  private final Paragraph say = new Paragraph();
  private final Div body = new Div();
  private final Footer foot = new Footer();
  private boolean spaced;

  public Card() {
    addClassName("card");
    say.addClassName("say");
    body.addClassName("body");
    header.setVisible(false);
    say.setVisible(false);
    body.setVisible(false);
    foot.setVisible(false);
    add(header, say, body, foot);
  }

  public Card(String title) {
    this();
    title(title);
  }

  public Card title(String text) {
    title.setText(text);
    setAriaLabel(text);
    header.setVisible(true);
    return this;
  }

  /** Beside the title. */
  public Card badge(Component... badges) {
    header.add(badges);
    header.setVisible(true);
    return this;
  }

  /** At the right end of the title line. */
  public Card aside(Component... parts) {
    if (!spaced) {
      Span space = new Span();
      space.addClassName("sp");
      header.add(space);
      spaced = true;
    }
    header.add(parts);
    header.setVisible(true);
    return this;
  }

  public Card aside(String note) {
    return aside(new Paragraph(note));
  }

  /** What the content says, in a sentence; {@code **important**} words in bold. */
  public Card say(String sentence) {
    Rich.into(say, sentence);
    say.setVisible(!sentence.isBlank());
    return this;
  }

  /** Replaces the content, with padding around it. */
  public Card body(Component... parts) {
    return content(false, parts);
  }

  /** Replaces the content, from edge to edge: tables and lists. */
  public Card flush(Component... parts) {
    return content(true, parts);
  }

  private Card content(boolean bare, Component... parts) {
    body.removeAll();
    body.add(parts);
    body.setClassName("bare", bare);
    body.setVisible(parts.length > 0);
    return this;
  }

  public Card foot(Component... parts) {
    foot.removeAll();
    foot.add(parts);
    foot.setVisible(parts.length > 0);
    return this;
  }

  public Card foot(String note) {
    return foot(new Span(note));
  }
}
