package insight.collect;

import java.util.List;

/**
 * What one request brought.
 *
 * @param rejected messages of it that could not be read
 * @param withoutPerson the person forbade to be followed (Global Privacy Control): what happened is
 *     kept without whom, session and free text; what is only about the person is dropped
 */
record Parcel(List<CustomerEvent> events, int rejected, boolean withoutPerson) {
  Parcel {
    events = List.copyOf(events);
  }

  /** The events that may be kept at all. */
  List<CustomerEvent> wanted() {
    return withoutPerson ? events.stream().filter(e -> !onlyAboutPerson(e)).toList() : events;
  }

  private static boolean onlyAboutPerson(CustomerEvent event) {
    return event instanceof CustomerEvent.Identified
        || event instanceof CustomerEvent.Aliased
        || event instanceof CustomerEvent.Custom custom && custom.name().equals("group");
  }
}
