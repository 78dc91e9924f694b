package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** A small real table: as many rows as a card shows. For long lists there is {@link Tables}. */
public final class Table extends Div {
  private static final long serialVersionUID = 1L;

  private final HtmlContainer table = new HtmlContainer("table");
  private final HtmlContainer head = new HtmlContainer("tr");
  private final HtmlContainer body = new HtmlContainer("tbody");
  private final List<String> classes = new ArrayList<>();

  /** {@code caption} says what the table holds, to those who hear it. */
  public Table(String caption) {
    addClassName("scrollx");
    table.addClassName("tbl");
    HtmlContainer title = new HtmlContainer("caption");
    title.setText(caption);
    HtmlContainer header = new HtmlContainer("thead");
    header.add(head);
    table.add(title, header, body);
    add(table);
  }

  /** A column of words. */
  public Table column(String header) {
    return column(header, "");
  }

  /** A column of numbers: right-aligned, figures of one width. */
  public Table number(String header) {
    return column(header, "r");
  }

  /** A column that a narrow screen leaves out. */
  public Table optional(String header) {
    return column(header, "opt");
  }

  public Table optionalNumber(String header) {
    return column(header, "r opt");
  }

  private Table column(String header, String classNames) {
    HtmlContainer cell = cell("th", new Span(header), classNames);
    cell.getElement().setAttribute("scope", "col");
    head.add(cell);
    classes.add(classNames);
    return this;
  }

  /** One row: strings, or components where a cell holds more than words. */
  public Table row(Object... cells) {
    body.add(row(true, cells));
    return this;
  }

  /** The same, set off as the one the page is about. */
  public Table selected(Object... cells) {
    HtmlContainer row = row(true, cells);
    row.addClassName("sel");
    body.add(row);
    return this;
  }

  /** The sums, set off by a strong line. */
  public Table sum(Object... cells) {
    HtmlContainer foot = new HtmlContainer("tfoot");
    foot.add(row(true, cells));
    table.add(foot);
    return this;
  }

  private HtmlContainer row(boolean named, Object... cells) {
    if (cells.length != classes.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + classes.size() + " columns");
    }
    HtmlContainer row = new HtmlContainer("tr");
    for (int i = 0; i < cells.length; i++) {
      Component content = cells[i] instanceof Component c ? c : new Span(cells[i].toString());
      boolean header = named && i == 0;
      HtmlContainer cell = cell(header ? "th" : "td", content, classes.get(i));
      if (header) {
        cell.getElement().setAttribute("scope", "row");
      }
      row.add(cell);
    }
    return row;
  }

  private static HtmlContainer cell(String tag, Component content, String classNames) {
    HtmlContainer cell = new HtmlContainer(tag);
    if (!classNames.isEmpty()) {
      cell.addClassNames(classNames.split(" "));
    }
    cell.add(content);
    return cell;
  }

  /** A cell with a second, quieter line. */
  public static Span twoLines(Component first, String second) {
    Span sub = new Span(second);
    sub.addClassName("sub");
    return new Span(first, sub);
  }

  /** A bar of {@code share} (0 to 1) of the cell's width, beside a number. */
  public static Span bar(double share, int colour) {
    Span bar = new Span();
    bar.addClassName("bar");
    bar.getStyle()
        .set("width", Math.round(Math.clamp(share, 0, 1) * 1000) / 10.0 + "%")
        .set("background", "var(--in-c" + colour + ")");
    Span track = new Span(bar);
    track.addClassName("track");
    track.getElement().setAttribute("aria-hidden", "true");
    return track;
  }
}
