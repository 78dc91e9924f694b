package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;

/** A sentence whose important words stand between {@code **}; everything else is plain text. */
public final class Rich {
  private static final String MARK = "**";

  private Rich() {}

  public static Span span(String sentence) {
    Span span = new Span();
    into(span, sentence);
    return span;
  }

  public static Paragraph paragraph(String sentence) {
    Paragraph paragraph = new Paragraph();
    into(paragraph, sentence);
    return paragraph;
  }

  /** Replaces what {@code target} shows by the sentence. */
  public static void into(HasComponents target, String sentence) {
    target.removeAll();
    pieces(sentence).forEach(target::add);
  }

  /** The sentence without its marks, for labels and tests. */
  public static String plain(String sentence) {
    return sentence.replace(MARK, "");
  }

  private static List<Component> pieces(String sentence) {
    List<Component> pieces = new ArrayList<>();
    int from = 0;
    boolean bold = false;
    while (from <= sentence.length()) {
      int mark = sentence.indexOf(MARK, from);
      int to = mark < 0 ? sentence.length() : mark;
      if (to > from) {
        pieces.add(piece(sentence.substring(from, to), bold));
      }
      if (mark < 0) {
        break;
      }
      bold = !bold;
      from = mark + MARK.length();
    }
    return pieces;
  }

  private static Component piece(String text, boolean bold) {
    return bold ? new Bold(text) : new Text(text);
  }

  /** A {@code <b>}, which Vaadin has no component for. */
  static final class Bold extends com.vaadin.flow.component.HtmlContainer {
    private static final long serialVersionUID = 1L;

    Bold(String text) {
      super("b");
      getElement().appendChild(Element.createText(text));
    }
  }
}
