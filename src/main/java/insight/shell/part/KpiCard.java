package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;

/**
 * One key figure with its doubt: name, value ± interval, course, change, target. The order of calls
 * is the order on the card.
 */
public final class KpiCard extends Article {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final H2 title = new H2();
  private final Div label = new Div(title);
  private final Div line = new Div();

  public KpiCard(String name) {
    this.name = name;
    addClassNames("card", "kpi");
    title.setText(name);
    label.addClassName("l");
    line.addClassName("v");
    add(label);
  }

  /** How the figure is counted, behind the ⓘ. */
  public KpiCard about(String explanation) {
    NativeButton what = new NativeButton();
    what.addClassName("what");
    what.add(Icons.INFO.create());
    what.setAriaLabel(Words.of("shell.kpi.about", name));
    Tooltip tip = Tooltip.forComponent(what).withText(explanation);
    what.addClickListener(click -> tip.setOpened(true));
    label.add(what);
    return this;
  }

  /** The value in large; {@code doubt} small beside it: "± 35", "of revenue", or nothing. */
  public KpiCard value(String value, String doubt) {
    HtmlContainer large = new HtmlContainer("b");
    large.getElement().appendChild(Element.createText(value));
    if (!doubt.isEmpty()) {
      HtmlContainer small = new HtmlContainer("small");
      small.setText(doubt);
      large.add(small);
    }
    line.addComponentAsFirst(large);
    add(line);
    return this;
  }

  /** The course, in chart colour {@code colour}: 1 for what should rise, 2 for what should fall. */
  public KpiCard course(List<Double> values, int colour) {
    line.add(Sparkline.of(values, colour));
    return this;
  }

  public KpiCard delta(Delta delta) {
    add(delta.show());
    return this;
  }

  /** A bar up to {@code value} with a tick at {@code target}, and the words beneath it. */
  public KpiCard target(double value, double target, String left, String right) {
    double full = Math.max(Math.max(value, target) * 1.25, 1e-9);
    Span bullet = new Span();
    bullet.addClassName("bullet");
    bullet.getElement().appendChild(mark("i", "width", value / full));
    bullet.getElement().appendChild(mark("u", "left", target / full));
    return under(bullet, left, right);
  }

  /** Two small remarks at the foot, without a bar. */
  public KpiCard foot(String left, String right) {
    return under(new Span(), left, right);
  }

  /** A reached percentage is set off and stays on a narrow screen, other remarks go there. */
  private KpiCard under(Span bar, String left, String right) {
    boolean reached = right.endsWith("%");
    Span end = reached ? Rich.span("**" + right + "**") : new Span(right);
    end.setClassName("opt", !reached);
    Span words = new Span(new Span(left), end);
    Div under = new Div(bar, words);
    under.addClassName("t");
    add(under);
    return this;
  }

  private static Element mark(String tag, String side, double share) {
    double percent = Math.clamp(share * 100, 0, 100);
    return new Element(tag)
        .setAttribute("style", String.format(Locale.ROOT, "%s:%.1f%%", side, percent));
  }

  /** In place of a value: why there is none, and what to do about it. */
  public KpiCard missing(String reason, Component... action) {
    Paragraph why = new Paragraph(reason);
    why.addClassName("none");
    add(why);
    add(action);
    return this;
  }

  /** The whole card opens {@code path}. */
  public KpiCard opens(String path) {
    title.removeAll();
    title.add(new Link(path, name));
    return this;
  }
}
