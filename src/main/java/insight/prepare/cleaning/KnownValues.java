package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.collect.Source;
import insight.collect.Sources;
import insight.prepare.cleaning.Rule.Known;
import insight.privacy.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/** What references are held against, loaded once a reading. */
@ApplicationScoped
class KnownValues {
  @Inject Jdbi jdbi;
  @Inject Sources sources;
  @Inject StoredValues stored;
  @Inject Pseudonyms pseudonyms;

  /** Whether a value of a file is known. */
  Predicate<String> of(Source source, Known known) {
    return switch (known) {
      case Known.Products() -> products(source.id());
      case Known.Customers() -> customers(source.id());
      case Known.ValuesOf(int other, Canonical field) -> values(sources.required(other), field);
    };
  }

  private Predicate<String> products(int sourceId) {
    LongSet products = new LongSet();
    jdbi.useHandle(
        h ->
            h.createQuery("select product from co_product where source_id = :source")
                .bind("source", sourceId)
                .mapTo(String.class)
                .forEach(product -> products.add(LongSet.hash(product))));
    return value -> products.contains(LongSet.hash(value));
  }

  /** Customers are kept by pseudonym, so a file's number is turned into one. */
  private Predicate<String> customers(int sourceId) {
    LongSet keys = new LongSet();
    jdbi.useHandle(
        h ->
            h.createQuery("select customer_key from co_customer where source_id = :source")
                .bind("source", sourceId)
                .mapTo(Long.class)
                .forEach(keys::add));
    return value ->
        keys.contains(pseudonyms.customer(sourceId, value).value())
            || value.endsWith(".0")
                && keys.contains(
                    pseudonyms.customer(sourceId, value.substring(0, value.length() - 2)).value());
  }

  private Predicate<String> values(Source other, Canonical field) {
    LongSet values = new LongSet();
    stored
        .of(other, field, 0)
        .ifPresent(d -> d.values().forEach(v -> values.add(LongSet.hash(v.value()))));
    return value -> values.contains(LongSet.hash(value));
  }
}
