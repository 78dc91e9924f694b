package insight.collect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Brings imports and the cleaning of records together, where there is one. */
@ApplicationScoped
class Cleanings {
  @Inject @Any Instance<RecordCleaning> cleaning;

  RecordCleaner open(long importId, Source source, Columns columns) {
    if (!cleaning.isResolvable()) {
      return RecordCleaner.NONE;
    }
    TimeFormat times =
        new TimeFormat(
            columns.mapping().column(Canonical.TIME).flatMap(Mapping.Rule.Column::format),
            source.timeZone());
    return cleaning
        .get()
        .open(
            new RecordCleaning.Reading(
                importId, source, columns.header(), columns.places(), times::parse));
  }

  void keep(long importId, RecordCleaner.@Nullable Noticed noticed) {
    if (noticed != null && cleaning.isResolvable()) {
      cleaning.get().keep(importId, noticed);
    }
  }
}
