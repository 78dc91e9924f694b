package insight.shell.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Legend;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.Map;

/** A drawn chart with its sentence for those who do not see it, and its numbers as a table. */
public final class Chart extends Div {
  private static final long serialVersionUID = 1L;

  /** The element of {@code js/in-chart.js}, which draws. */
  @Tag("in-chart")
  @JavaScript("context://js/apexcharts.min.js")
  @JavaScript("context://js/in-chart.js")
  static final class Plot extends Component {
    private static final long serialVersionUID = 1L;

    Plot(String spoken, Map<String, Object> spec) {
      getElement().setAttribute("role", "img");
      getElement().setAttribute("aria-label", spoken);
      getElement().setPropertyMap("spec", spec);
    }
  }

  private final String title;
  private final String summary;
  private final Legend legend;
  private final boolean explained;
  private final Div tableSpace = new Div();
  private final Button toggle;

  Chart(String title, String summary, Map<String, Object> spec, Legend legend, Table table) {
    this.title = title;
    this.summary = summary;
    this.legend = legend;
    this.explained = legend.getChildren().count() > 1;
    this.toggle = Buttons.quiet(Words.of("shell.chart.table"), this::toggle);
    addClassName("chart");
    tableSpace.addClassName("tablewrap");
    tableSpace.add(table);
    tableSpace.setVisible(false);
    toggle.getElement().setAttribute("aria-expanded", "false");
    add(new Plot(title + ". " + insight.shell.part.Rich.plain(summary), spec), tableSpace);
  }

  private void toggle() {
    boolean show = !tableSpace.isVisible();
    tableSpace.setVisible(show);
    toggle.setText(Words.of(show ? "shell.chart.hide" : "shell.chart.table"));
    toggle.getElement().setAttribute("aria-expanded", String.valueOf(show));
  }

  /** What the lines mean; needed when there is more than one. */
  public Legend legend() {
    return legend;
  }

  /** The button that shows the numbers; put it near the chart. */
  public Button tableButton() {
    return toggle;
  }

  /**
   * The whole as a card: title, legend, sentence, chart, foot with what is given and the button.
   */
  public Card card(Component... foot) {
    Card card = new Card(title).say(summary).body(this);
    if (explained) {
      card.aside(legend);
    }
    Div space = new Div();
    space.addClassName("sp");
    Component[] parts = new Component[foot.length + 2];
    System.arraycopy(foot, 0, parts, 0, foot.length);
    parts[foot.length] = space;
    parts[foot.length + 1] = toggle;
    return card.foot(parts);
  }
}
