package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** The design's grids; on a narrow screen they become one column, figures two. */
public final class Columns extends Div {
  private static final long serialVersionUID = 1L;

  private Columns(String kind, Component... parts) {
    addClassNames("cols", kind);
    add(parts);
  }

  public static Columns two(Component... parts) {
    return new Columns("g2", parts);
  }

  public static Columns three(Component... parts) {
    return new Columns("g3", parts);
  }

  /** Four in a row: the key figures. */
  public static Columns four(Component... parts) {
    return new Columns("g4", parts);
  }

  /** Two thirds and one third. */
  public static Columns wideAndNarrow(Component wide, Component narrow) {
    return new Columns("g21", wide, narrow);
  }

  /** A fluid column with a side column of 280 px; several parts per column go in {@link #stack}. */
  public static Columns withSide(Component main, Component side) {
    return new Columns("gside", main, side);
  }

  /** Parts under one another, for one cell of a grid. */
  public static Div stack(Component... parts) {
    return new Div(parts);
  }
}
