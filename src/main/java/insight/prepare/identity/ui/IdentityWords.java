package insight.prepare.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Countries;
import insight.kernel.CustomerKey;
import insight.kernel.Numbers;
import insight.prepare.identity.GoldenRecord.Said;
import insight.prepare.identity.PersonField;
import insight.shell.part.Badge;
import insight.shell.part.Link;
import insight.shell.part.Words;
import java.util.List;
import java.util.Optional;

/** How keys, fields and likeness are said on the page. */
final class IdentityWords {
  private IdentityWords() {}

  static String field(PersonField field) {
    return Words.of("prepare.identity.field." + field.word());
  }

  static String evidence(String word) {
    return Words.of("prepare.identity.evidence." + word);
  }

  static Component[] badges(List<String> evidence) {
    return evidence.stream().map(word -> Badge.accent(evidence(word))).toArray(Component[]::new);
  }

  /** Rounded down: what is almost sure is not sure. */
  static String percent(double share) {
    return Numbers.percent(Math.floor(share * 100 + 1e-9) / 100, 0, Words.locale());
  }

  static String whole(long number) {
    return Numbers.whole(number, Words.locale());
  }

  /** The customer's short name, leading to its page. */
  static Link customer(long key) {
    CustomerKey customer = new CustomerKey(key);
    Link link = new Link("customers/" + customer, customer.brief());
    link.getStyle().set("white-space", "nowrap");
    return link;
  }

  /** Several customers, one after the other. */
  static Span customers(List<Long> keys) {
    Span all = new Span();
    for (long key : keys) {
      if (all.getComponentCount() > 0) {
        all.add(new Span(" · "));
      }
      all.add(customer(key));
    }
    return all;
  }

  /** A name that stays on one line where the screen is narrow. */
  static Span unbroken(String words) {
    Span span = new Span(words);
    span.getStyle().set("white-space", "nowrap");
    return span;
  }

  /** A value that may be broken anywhere where the screen is narrow. */
  static Span breakable(String value) {
    Span span = new Span(value);
    span.getStyle().set("overflow-wrap", "anywhere");
    return span;
  }

  /** What a key says of a field; a dash where it says nothing. */
  static String value(Said said, PersonField field) {
    return Optional.ofNullable(said.values().get(field)).map(v -> value(field, v)).orElse("–");
  }

  static String value(PersonField field, String value) {
    return field == PersonField.COUNTRY ? Countries.display(value, Words.locale()) : value;
  }
}
