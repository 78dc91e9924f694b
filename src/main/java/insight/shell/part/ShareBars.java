package insight.shell.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** Parts of a whole as stacked bars, one line per whole, with a legend: pure HTML, no pie. */
public final class ShareBars extends Div {
  private static final long serialVersionUID = 1L;
  private static final double TOO_SMALL_FOR_WORDS = 0.045;

  /** One part: its name and chart colour (1 to 8), the same in every bar. */
  public record Part(String name, int colour) {}

  private final List<Part> parts;

  public ShareBars(List<Part> parts) {
    this.parts = List.copyOf(parts);
    addClassName("shares");
  }

  /** A line: {@code shares} (0 to 1, in the order of the parts) and their words, such as "12%". */
  public ShareBars line(String name, List<Double> shares, List<String> words) {
    Div bar = new Div();
    bar.addClassName("share");
    StringBuilder spoken = new StringBuilder(name).append(": ");
    for (int i = 0; i < parts.size(); i++) {
      bar.add(piece(parts.get(i), shares.get(i), words.get(i)));
      spoken.append(parts.get(i).name()).append(' ').append(words.get(i)).append("; ");
    }
    bar.getElement().setAttribute("role", "img");
    bar.getElement().setAttribute("aria-label", spoken.toString());
    add(new Span(name), bar);
    return this;
  }

  /** Ends with what the colours mean. */
  public ShareBars legend() {
    Legend legend = new Legend();
    parts.forEach(part -> legend.square(part.name(), part.colour()));
    add(legend);
    return this;
  }

  private static Span piece(Part part, double share, String words) {
    Span piece = new Span(words);
    piece.setTitle(part.name() + " " + words);
    piece.setClassName("tiny", share < TOO_SMALL_FOR_WORDS);
    piece
        .getStyle()
        .set("flex", String.format(Locale.ROOT, "%.4f 1 0", share))
        .set("background", "var(--in-c" + part.colour() + ")")
        .set("color", "var(--in-t" + part.colour() + ")");
    return piece;
  }
}
