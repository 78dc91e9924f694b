package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/**
 * Top of a page: where it belongs, its name, badges, the verdict in a sentence, what can be done.
 */
public final class PageHeader extends Header {
  private static final long serialVersionUID = 1L;

  private final Nav crumbs = new Nav();
  private final H1 title = new H1();
  private final Div titleLine = new Div(title);
  private final Paragraph verdict = new Paragraph();
  private final Div actions = new Div();

  public PageHeader(String title) {
    addClassName("head");
    crumbs.addClassName("crumb");
    crumbs.setAriaLabel(Words.of("shell.crumbs"));
    crumbs.setVisible(false);
    titleLine.addClassName("hl");
    verdict.addClassName("verdict");
    verdict.setVisible(false);
    actions.addClassName("acts");
    actions.setVisible(false);
    Div words = new Div(crumbs, titleLine, verdict);
    words.addClassName("tt");
    add(words, actions);
    title(title);
  }

  public PageHeader title(String text) {
    title.setText(text);
    return this;
  }

  /** One more step of the way here, without a page of its own (a stage's name). */
  public PageHeader crumb(String text) {
    return crumb(new Span(text));
  }

  /** One more step of the way here. */
  public PageHeader crumb(String text, String path) {
    return crumb(new Link(path, text));
  }

  private PageHeader crumb(Component step) {
    if (crumbs.getComponentCount() > 0) {
      crumbs.add(new Span(" / "));
    }
    crumbs.add(step);
    crumbs.setVisible(true);
    return this;
  }

  /** Replaces the badges beside the title. */
  public PageHeader badges(Component... badges) {
    titleLine.removeAll();
    titleLine.add(title);
    titleLine.add(badges);
    return this;
  }

  /** What is so and what to do, in at most two lines; {@code **important**} words in bold. */
  public PageHeader verdict(String sentence) {
    Rich.into(verdict, sentence);
    verdict.setVisible(!sentence.isBlank());
    return this;
  }

  /** Replaces the buttons at the right; at most one of them is primary, and it stands last. */
  public PageHeader actions(Component... buttons) {
    actions.removeAll();
    actions.add(buttons);
    actions.setVisible(buttons.length > 0);
    return this;
  }
}
