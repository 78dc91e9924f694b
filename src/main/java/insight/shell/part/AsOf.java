package insight.shell.part;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;

/** The last line of a page: how fresh its figures are, in which zone, from where. */
public final class AsOf extends Paragraph {
  private static final long serialVersionUID = 1L;

  /** "As of 9 Dec 2011, 12:50, Europe/London". */
  public AsOf(Instant moment, ZoneId zone) {
    this(
        Icons.CLOCK,
        Words.of("shell.asof", Times.moment(moment, zone, Words.locale()), zone.getId()));
  }

  /** Any other first sentence, such as "No data yet". */
  public AsOf(Icons icon, String sentence) {
    addClassName("asof");
    and(icon, sentence);
  }

  /** One more fact, usually the source. */
  public AsOf and(Icons icon, String sentence) {
    add(new Span(icon.create(), new Span(sentence)));
    return this;
  }

  public AsOf source(String sentence) {
    return and(Icons.DATABASE, sentence);
  }

  /** A way on, such as "Where does this come from". */
  public AsOf link(String path, String text) {
    add(new Link(path, text));
    return this;
  }
}
