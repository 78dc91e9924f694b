package insight.monitor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.monitor.Lane;
import insight.monitor.Pipeline;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Tabs;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way of the data in four lanes, and what got stuck on it. One glance says where it flows, how
 * old it is, and what a person has to do.
 */
@Route("pipeline")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.WATCH, title = "monitor.pipeline.title", order = 2)
public class PipelineView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final List<Integer> WINDOWS = List.of(1, 7, 30);
  private static final int STUCK = 50;

  /** Older than this, a lane's last success is worth a look. */
  private static final Duration STALE = Duration.ofDays(7);

  private final transient Pipeline pipeline;
  private final transient Jobs jobs;
  private final transient Signals signals;
  private final transient Clock clock;
  private final ZoneId zone;
  private final Locale locale = Words.locale();
  private int days = 7;
  private transient Optional<Runnable> stop = Optional.empty();

  @Inject
  public PipelineView(
      Pipeline pipeline, Jobs jobs, Signals signals, Clock clock, Settings settings) {
    this.pipeline = pipeline;
    this.jobs = jobs;
    this.signals = signals;
    this.clock = clock;
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    days =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("days")
            .flatMap(d -> WINDOWS.stream().filter(w -> d.equals(w.toString())).findFirst())
            .orElse(7);
    show();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    stop = Optional.of(signals.on(JobChanged.class, e -> ui.access(this::show)));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.ifPresent(Runnable::run);
  }

  private void show() {
    List<Lane> lanes = pipeline.lanes(Duration.ofDays(days));
    List<Pipeline.Stuck> stuck = pipeline.stuck(STUCK);
    removeAll();
    Tabs windows = new Tabs(Words.of("monitor.pipeline.window"));
    WINDOWS.forEach(
        w -> windows.tab(Words.of("monitor.pipeline.days", w), "pipeline?days=" + w, w == days));
    add(
        new PageHeader(Words.of("monitor.pipeline.title"))
            .crumb(Stage.WATCH.words())
            .verdict(verdict(lanes, stuck)),
        windows,
        Columns.four(lanes.stream().map(this::card).toArray(Component[]::new)),
        stuckCard(stuck),
        new AsOf(clock.instant(), zone).source(Words.of("monitor.pipeline.source", days)));
  }

  private String verdict(List<Lane> lanes, List<Pipeline.Stuck> stuck) {
    if (lanes.getFirst().last().isEmpty()) {
      return Words.of("monitor.pipeline.verdict.none");
    }
    return stuck.isEmpty()
        ? Words.of("monitor.pipeline.verdict.fine")
        : Words.of("monitor.pipeline.verdict.stuck", stuck.size());
  }

  private Card card(Lane lane) {
    String key = "monitor.pipeline." + lane.name().word();
    KeyValues values =
        new KeyValues()
            .row(Words.of(key + ".amount"), Numbers.whole(lane.amount(), locale))
            .row(Words.of("monitor.pipeline.speed"), speed(lane))
            .row(Words.of("monitor.pipeline.errors"), Numbers.whole(lane.errors(), locale))
            .row(
                Words.of("monitor.pipeline.last"),
                lane.last()
                    .map(at -> Times.since(at, clock.instant(), locale))
                    .orElse(Words.of("monitor.pipeline.never")));
    return new Card(Words.of(key)).badge(badge(lane)).body(values);
  }

  private String speed(Lane lane) {
    return lane.perSecond().isPresent()
        ? Words.of(
            "monitor.pipeline.perSecond",
            Numbers.whole(Math.round(lane.perSecond().getAsDouble()), locale))
        : Words.of("monitor.pipeline.noSpeed");
  }

  private Badge badge(Lane lane) {
    Instant now = clock.instant();
    if (lane.waiting() > 0) {
      return Badge.running(Words.of("monitor.pipeline.running", lane.waiting()));
    }
    if (lane.last().isEmpty()) {
      return Badge.neutral(Words.of("monitor.pipeline.idle"));
    }
    if (lane.errors() > 0) {
      return Badge.warning(Words.of("monitor.pipeline.look"));
    }
    return lane.last().get().isBefore(now.minus(STALE))
        ? Badge.warning(Words.of("monitor.pipeline.stale"))
        : Badge.good(Words.of("monitor.pipeline.flows"));
  }

  private Card stuckCard(List<Pipeline.Stuck> stuck) {
    Card card = new Card(Words.of("monitor.pipeline.stuck"));
    if (stuck.isEmpty()) {
      return card.body(
          new EmptyState(
              Icons.CHECK,
              Words.of("monitor.pipeline.stuck.none"),
              Words.of("monitor.pipeline.stuck.none.text")));
    }
    Table table =
        new Table(Words.of("monitor.pipeline.stuck"))
            .column(Words.of("monitor.pipeline.stuck.what"))
            .optional(Words.of("monitor.pipeline.stuck.when"))
            .number("");
    for (Pipeline.Stuck one : stuck) {
      table.row(what(one), Times.moment(one.at(), zone, locale), action(one));
    }
    return card.say(Words.of("monitor.pipeline.stuck.say")).flush(table);
  }

  private Component what(Pipeline.Stuck stuck) {
    return switch (stuck) {
      case Pipeline.Stuck.Lines lines ->
          Table.twoLines(
              new Span(lines.file()),
              Words.of(
                  "monitor.pipeline.stuck.lines",
                  Numbers.whole(lines.lines(), locale),
                  lines.source()));
      case Pipeline.Stuck.Work work ->
          Table.twoLines(
              new Span(work.title()), Words.of("monitor.pipeline.stuck." + work.state()));
    };
  }

  private Component action(Pipeline.Stuck stuck) {
    return switch (stuck) {
      case Pipeline.Stuck.Lines lines ->
          new Link("imports/" + lines.importId(), Words.of("monitor.pipeline.mend"));
      case Pipeline.Stuck.Work work -> {
        Div cell = new Div();
        cell.add(
            Buttons.small(
                Buttons.plain(Words.of("monitor.pipeline.again"), () -> again(work.job()))));
        yield cell;
      }
    };
  }

  private void again(long job) {
    try {
      jobs.resume(job);
      Toasts.done(Words.of("monitor.pipeline.again.done"));
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
    show();
  }
}
