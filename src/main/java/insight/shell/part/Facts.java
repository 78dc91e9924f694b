package insight.shell.part;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;

/** A strip of small figures, each under its name, parted by lines. */
public final class Facts extends DescriptionList {
  private static final long serialVersionUID = 1L;

  public Facts() {
    addClassName("fact");
  }

  public Facts fact(String name, String value) {
    return fact(name, value, "");
  }

  /** A figure with a small remark: its interval or n. */
  public Facts fact(String name, String value, String remark) {
    Description description = new Description(value);
    if (!remark.isEmpty()) {
      HtmlContainer small = new HtmlContainer("small");
      small.setText(" " + remark);
      description.add(small);
    }
    getElement().appendChild(new Div(new Term(name), description).getElement());
    return this;
  }
}
