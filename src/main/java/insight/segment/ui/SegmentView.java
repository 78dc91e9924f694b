package insight.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.segment.CustomerProfiles;
import insight.segment.FeatureProfile;
import insight.segment.Movements;
import insight.segment.Moves;
import insight.segment.Segment;
import insight.segment.Segmentation;
import insight.segment.Segments;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Icons;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One segment: what it is like, what changed, who is in it. */
@Route("segments/:segment([0-9]{1,18})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.UNDERSTAND, title = "segment.segment")
public class SegmentView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Segments segments;
  private final transient Movements movements;
  private final transient CustomerProfiles profiles;
  private final transient Caller caller;
  private final transient Grant grant;
  private final ZoneId zone;
  private String title = "";

  @Inject
  public SegmentView(
      Segments segments,
      Movements movements,
      CustomerProfiles profiles,
      Callers callers,
      Grants grants,
      Settings settings) {
    this.segments = segments;
    this.movements = movements;
    this.profiles = profiles;
    this.caller = callers.required();
    this.grant = grants.of(caller, Purpose.ANALYSIS);
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(event.getRouteParameters().getLong("segment").orElseThrow());
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(long id) {
    removeAll();
    Segment segment = segments.required(id);
    Segmentation segmentation = segments.segmentationOf(id).orElseThrow();
    Optional<Moves> moves = movements.to(segmentation);
    title = segment.title(Words.locale());
    add(header(segment, segmentation, moves));
    boolean live = segments.live().filter(s -> s.id() == segmentation.id()).isPresent();
    if (!live) {
      add(new Note(Tone.WARNING, Words.of("segment.old")));
    }
    List<Card> main = new ArrayList<>(List.of(ProfileCard.of(segment)));
    moves.ifPresent(m -> main.add(MovesCard.of(segment, m, zone)));
    main.add(members(segment));
    if (worksWithPeople()) {
      add(
          Columns.withSide(
              Columns.stack(main.toArray(Card[]::new)), Columns.stack(new FindCard(profiles))));
    } else {
      add(Columns.stack(main.toArray(Card[]::new)));
    }
    add(
        new AsOf(segmentation.cutoff(), zone)
            .source(
                Words.of(
                    "segment.asof.snapshot",
                    String.valueOf(segmentation.snapshot()),
                    SegmentWords.whole(segmentation.customers()))));
  }

  private boolean worksWithPeople() {
    return caller.is(Role.OPERATIONS) || caller.is(Role.ADMIN);
  }

  private PageHeader header(Segment segment, Segmentation segmentation, Optional<Moves> moves) {
    Button evidence =
        Buttons.plain(
            Words.of("segment.evidence"), () -> SegmentWords.evidence(segmentation, zone).open());
    PageHeader header =
        new PageHeader(title)
            .crumb(Stage.UNDERSTAND.words())
            .crumb(Words.of("segment.title"), "segments")
            .badges(
                Badge.outline(Words.of("segment.goal.is", SegmentWords.goal(segment))),
                Trend.badge(segment, moves))
            .verdict(verdict(segment));
    return worksWithPeople()
        ? header.actions(
            evidence,
            Buttons.icon(
                Icons.EDIT,
                Buttons.plain(
                    Words.of("segment.rename"),
                    () ->
                        new RenameDialog(segments, segment, caller, () -> again(segment.id()))
                            .open())))
        : header.actions(evidence);
  }

  private void again(long id) {
    show(id);
    UI.getCurrent().getPage().setTitle(title);
  }

  private static String verdict(Segment segment) {
    FeatureProfile telling = ProfileCard.telling(segment);
    return Words.of(
            "segment.verdict.size",
            SegmentWords.whole(segment.size()),
            SegmentWords.roughly(segment.customerShare()),
            SegmentWords.brief(segment.revenueMinor(), segment.currency()))
        + " "
        + Words.of(
            "segment.verdict." + telling.feature().word(),
            SegmentWords.value(telling.feature(), telling.median(), segment.currency()),
            SegmentWords.value(telling.feature(), telling.base(), segment.currency()));
  }

  private Card members(Segment segment) {
    return new Card(Words.of("segment.members"))
        .aside(
            Words.of(
                "segment.members.count", SegmentWords.whole(segments.memberCount(segment, grant))))
        .flush(MembersGrid.of(segments, segment, grant, worksWithPeople()))
        .foot(Words.of("segment.members.masked"));
  }
}
