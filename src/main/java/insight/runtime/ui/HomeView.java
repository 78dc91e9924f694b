package insight.runtime.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.LoopNode;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Guide;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Rows;
import insight.shell.part.Times;
import insight.shell.part.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operating loop: every station with its state, and what to do next. */
@Route("")
@PermitAll
@Page(stage = Stage.HOME, title = "runtime.home.title", order = 0, icon = Icons.HOME)
public class HomeView extends PageBody {
  private static final long serialVersionUID = 1L;

  private final transient Clock clock;
  private final ZoneId zone;

  /** A station with what it said now. */
  private record Station(LoopNode node, LoopNode.Status status) {}

  @Inject
  public HomeView(@Any Instance<LoopNode> nodes, Jobs jobs, Settings settings, Clock clock) {
    this.clock = clock;
    this.zone = settings.zone();
    List<Station> stations =
        nodes.stream()
            .sorted(Comparator.comparingInt(LoopNode::order))
            .map(node -> new Station(node, node.now()))
            .toList();
    add(
        new PageHeader(Words.of("runtime.home.title")).verdict(verdict(stations)),
        Columns.wideAndNarrow(loop(stations), Columns.stack(next(stations), recent(jobs))));
  }

  private static String verdict(List<Station> stations) {
    long wrong =
        stations.stream()
            .filter(s -> s.status().state().compareTo(LoopNode.State.ATTENTION) >= 0)
            .count();
    Optional<Station> begin =
        stations.stream().filter(s -> s.status().next().isPresent()).findFirst();
    if (wrong > 0) {
      return Words.of("runtime.home.wrong", wrong);
    }
    return begin
        .map(s -> Words.of("runtime.home.begin", Words.of(s.node().title())))
        .orElseGet(() -> Words.of("runtime.home.fine"));
  }

  private Card loop(List<Station> stations) {
    Rows rows = new Rows();
    for (Station station : stations) {
      LoopNode.Status status = station.status();
      rows.row(
          icon(status.state()),
          Words.of(station.node().title()),
          status.path(),
          Words.of(status.textKey(), status.arguments()),
          status.last().map(t -> Times.since(t, clock.instant(), Words.locale())).orElse(""));
    }
    return new Card(Words.of("runtime.home.loop"))
        .say(Words.of("runtime.home.loop.say"))
        .flush(rows);
  }

  private static Component icon(LoopNode.State state) {
    Icons icon =
        switch (state) {
          case EMPTY -> Icons.CLOCK;
          case FINE -> Icons.FINE;
          case RUNNING -> Icons.RUNNING;
          case ATTENTION -> Icons.WARNING;
          case CRITICAL -> Icons.CRITICAL;
        };
    Div holder = new Div(icon.create());
    holder.addClassName(
        switch (state) {
          case EMPTY -> "sec";
          case FINE -> "good";
          case RUNNING -> "sec";
          case ATTENTION -> "warn";
          case CRITICAL -> "bad";
        });
    holder.getElement().setAttribute("title", Words.of("runtime.home.state." + state));
    return holder;
  }

  /** The stations in order, as steps: done, now, later. */
  private static Card next(List<Station> stations) {
    Guide guide = new Guide();
    boolean nowGiven = false;
    for (Station station : stations) {
      Optional<String> what = station.status().next();
      if (what.isEmpty()) {
        continue;
      }
      boolean now = !nowGiven;
      nowGiven = true;
      List<Component> links = new ArrayList<>();
      if (now) {
        links.add(Link.button(station.status().path(), Words.of("runtime.home.go"), true));
      }
      guide.step(
          now ? Guide.State.NOW : Guide.State.LATER,
          Words.of(station.node().title()),
          Words.of(what.get()),
          links.toArray(Component[]::new));
    }
    Card card = new Card(Words.of("runtime.home.next"));
    return nowGiven ? card.body(guide) : card.body(new Span(Words.of("runtime.home.next.none")));
  }

  private static LoopNode.State state(Job job) {
    return switch (job.state()) {
      case QUEUED, RUNNING -> LoopNode.State.RUNNING;
      case SUCCEEDED -> LoopNode.State.FINE;
      case FAILED, INTERRUPTED -> LoopNode.State.ATTENTION;
      case CANCELLED -> LoopNode.State.EMPTY;
    };
  }

  private Card recent(Jobs jobs) {
    Rows rows = new Rows();
    List<Job> newest = jobs.newest(Optional.empty(), 5);
    for (Job job : newest) {
      rows.row(
          icon(state(job)),
          job.title(),
          "jobs",
          Words.of("shell.job.state." + job.state().word()),
          Times.since(job.createdAt(), clock.instant(), Words.locale()));
    }
    Card card = new Card(Words.of("runtime.jobs.title"));
    return newest.isEmpty() ? card.body(new Span(Words.of("runtime.jobs.none"))) : card.flush(rows);
  }
}
