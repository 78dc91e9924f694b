package insight.collect.ui;

import com.vaadin.flow.component.select.Select;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each line of a file tells of, where no column says so. */
final class EventChoice {
  private static final List<String> EVENTS =
      List.of(
          "Order Completed",
          "Order Refunded",
          "Order Cancelled",
          "Payment Completed",
          "Product Viewed",
          "Page Viewed",
          "Product Added",
          "Product Removed",
          "Products Searched",
          "Product Reviewed",
          "Product Shared",
          "Followed",
          "Coupon Applied",
          "Survey Answered");

  private final Select<String> field = new Select<>();

  EventChoice(Optional<String> chosen) {
    List<String> items = new ArrayList<>(EVENTS);
    chosen.filter(c -> !items.contains(c)).ifPresent(items::add);
    field.setLabel(Words.of("collect.wizard.event"));
    field.setHelperText(Words.of("collect.wizard.event.help"));
    field.setItems(items);
    field.setItemLabelGenerator(EventChoice::words);
    field.setValue(chosen.orElse(EVENTS.getFirst()));
  }

  private static String words(String event) {
    return EVENTS.contains(event)
        ? Words.of("collect.event." + event.toLowerCase(Locale.ROOT).replace(' ', '-'))
        : event;
  }

  Select<String> field() {
    return field;
  }

  String value() {
    return field.getValue();
  }
}
