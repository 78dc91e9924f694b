package insight.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import insight.kernel.Countries;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.segment.CustomerProfile;
import insight.segment.CustomerProfiles;
import insight.segment.Lifecycle;
import insight.segment.Memberships;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Icons;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One customer: what happened, where the customer stands and why, who looked. */
@Route("customers/:customer")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.UNDERSTAND, title = "segment.customer")
public class CustomerView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient CustomerProfiles profiles;
  private final transient Memberships memberships;
  private final transient CustomerCards cards;
  private final transient Instance<CustomerPanel> panels;
  private final transient Grant grant;
  private final ZoneId zone;
  private String title = "";

  @Inject
  public CustomerView(
      CustomerProfiles profiles,
      Memberships memberships,
      CustomerCards cards,
      @Any Instance<CustomerPanel> panels,
      Callers callers,
      Grants grants,
      Settings settings) {
    this.profiles = profiles;
    this.memberships = memberships;
    this.cards = cards;
    this.panels = panels;
    this.grant = grants.of(callers.required(), Purpose.SERVICE);
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    String wanted = event.getRouteParameters().get("customer").orElse("");
    Optional<String> source = event.getLocation().getQueryParameters().getSingleParameter("source");
    Person person = profiles.person(wanted, source);
    CustomerProfile profile = profiles.of(person, grant);
    title = profile.key().brief();
    show(person, profile, memberships.of(person, grant));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(
      Person person, CustomerProfile profile, Optional<Memberships.Standing> standing) {
    List<Component> main = new ArrayList<>();
    SpendCard.of(profiles, person, profile, grant, zone).ifPresent(main::add);
    main.add(cards.figures(profile, standing));
    panels.stream()
        .sorted(Comparator.comparingInt(CustomerPanel::order))
        .forEach(panel -> panel.create(person, grant).ifPresent(main::add));
    main.add(new TimelineCard(cards.timelines(), person, grant, zone, profile.asOf()).card());
    Card accesses = new Card(Words.of("segment.accesses"));
    cards.fillAccesses(accesses, profile.key(), zone);
    add(
        header(profile, standing),
        Columns.withSide(
            Columns.stack(main.toArray(Component[]::new)),
            Columns.stack(
                cards.identity(
                    profile, grant, () -> cards.fillAccesses(accesses, profile.key(), zone)),
                cards.segment(standing, zone),
                cards.consents(person, zone),
                cards.notes(person, grant, zone),
                accesses)),
        new AsOf(profile.asOf(), zone)
            .and(Icons.LOCK, Words.of("segment.purpose.service"))
            .link("customers", Words.of("segment.customers")));
  }

  private PageHeader header(CustomerProfile profile, Optional<Memberships.Standing> standing) {
    List<Component> badges = new ArrayList<>();
    standing.ifPresent(s -> badges.add(SegmentWords.badge(s.membership().segment())));
    badges.add(Badge.outline(Words.of(profile.lifecycle().key())));
    profile.countries().stream()
        .limit(1)
        .forEach(c -> badges.add(Badge.outline(Countries.display(c, Words.locale()))));
    return new PageHeader(title)
        .crumb(Stage.UNDERSTAND.words())
        .crumb(Words.of("segment.customers"), "customers")
        .badges(badges.toArray(Component[]::new))
        .verdict(verdict(profile, standing));
  }

  private static String advice(CustomerProfile profile, Optional<Memberships.Standing> standing) {
    boolean worthy =
        standing.filter(s -> s.rfm().frequency() + s.rfm().monetary() >= 8).isPresent();
    boolean lost = profile.lifecycle() == Lifecycle.DORMANT && worthy;
    return lost
        ? Words.of("segment.advice.lost")
        : Words.of("segment.advice." + profile.lifecycle().word());
  }

  private static String verdict(CustomerProfile profile, Optional<Memberships.Standing> standing) {
    return profile
        .turnover()
        .map(
            t ->
                Words.of(
                        "segment.customer.verdict",
                        profile.orders(),
                        t.sales().format(Words.locale()),
                        profile.daysSinceLast().orElse(0))
                    + " "
                    + advice(profile, standing))
        .orElseGet(() -> Words.of("segment.advice.prospect"));
  }
}
