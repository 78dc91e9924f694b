package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;

/** Long tables: a compact Grid without stripes, numbers at the right, headers that stay. */
public final class Tables {
  private Tables() {}

  /** An empty grid; {@code label} says what it lists. */
  public static <T> Grid<T> compact(String label) {
    Grid<T> grid = new Grid<>();
    grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", label);
    return grid;
  }

  /** The column that names the row: a real link to its detail. */
  public static <T> Grid.Column<T> link(
      Grid<T> grid,
      String header,
      SerializableFunction<T, String> text,
      SerializableFunction<T, String> path) {
    return grid.addComponentColumn(row -> new Link(path.apply(row), text.apply(row)))
        .setHeader(header)
        .setFlexGrow(2)
        .setResizable(true);
  }

  public static <T> Grid.Column<T> text(
      Grid<T> grid, String header, SerializableFunction<T, String> text) {
    return grid.addColumn(text::apply).setHeader(header).setResizable(true);
  }

  /** A number as text already in the reader's form. */
  public static <T> Grid.Column<T> number(
      Grid<T> grid, String header, SerializableFunction<T, String> text) {
    return grid.addComponentColumn(row -> figure(text.apply(row)))
        .setHeader(header)
        .setTextAlign(ColumnTextAlign.END)
        .setFlexGrow(1);
  }

  public static <T> Grid.Column<T> component(
      Grid<T> grid, String header, SerializableFunction<T, Component> cell) {
    return grid.addComponentColumn(cell::apply).setHeader(header);
  }

  private static Component figure(String text) {
    Span span = new Span(text);
    span.addClassName("num");
    return span;
  }
}
