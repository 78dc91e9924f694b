package insight.segment.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.segment.CustomerProfiles;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Icons;
import insight.shell.part.Words;
import java.util.Optional;

/**
 * A card that opens one customer, by the portal's key or the shop's own number; both must be whole.
 */
final class FindCard extends Div {
  private static final long serialVersionUID = 1L;

  private final transient CustomerProfiles profiles;
  private final TextField field = new TextField(Words.of("segment.find"));

  FindCard(CustomerProfiles profiles) {
    this.profiles = profiles;
    field.setPlaceholder(Words.of("segment.find.hint"));
    field.setPrefixComponent(Icons.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setMaxLength(200);
    field.setWidthFull();
    field.addKeyPressListener(Key.ENTER, pressed -> find());
    Div box =
        new Div(field, Buttons.small(Buttons.plain(Words.of("segment.find.open"), this::find)));
    box.getStyle().set("display", "grid").set("gap", "8px").set("justify-items", "start");
    add(new Card(Words.of("segment.find.title")).body(box));
  }

  private void find() {
    field.setInvalid(false);
    if (field.getValue().isBlank()) {
      return;
    }
    try {
      CustomerKey key =
          new CustomerKey(profiles.person(field.getValue(), Optional.empty()).person());
      UI.getCurrent().navigate("customers/" + key);
    } catch (Refused refused) {
      field.setErrorMessage(refused.in(Words.locale()));
      field.setInvalid(true);
    }
  }
}
