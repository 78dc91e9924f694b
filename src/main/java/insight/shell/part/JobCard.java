package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import insight.kernel.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A long job as it goes: state, done of total, speed, rest time, stages, Cancel. */
public final class JobCard extends Section {
  private static final long serialVersionUID = 1L;

  private final Span state = new Span();
  private final H2 title = new H2();
  private final Span counted = new Span();
  private final Span pace = new Span();
  private final Element fill = new Element("i");
  private final Div bar = new Div();
  private final OrderedList steps = new OrderedList();
  private final Span leave = new Span(Words.of("shell.job.leave"));
  private final Button cancel;

  /** {@code cancel} is what the Cancel button does. */
  public JobCard(Runnable cancel) {
    addClassNames("card", "job");
    this.cancel =
        Buttons.small(
            Buttons.icon(Icons.CROSS, Buttons.danger(Words.of("shell.job.cancel"), cancel)));
    this.cancel.setDisableOnClick(true);
    add(header(), body());
  }

  private Header header() {
    Span space = new Span();
    space.addClassName("sp");
    return new Header(state, title, space, cancel);
  }

  private Div body() {
    pace.addClassName("sec");
    Div how = new Div(counted, pace);
    how.addClassName("how");
    bar.addClassName("prog");
    bar.getElement().appendChild(fill);
    bar.getElement().setAttribute("role", "progressbar");
    bar.getElement().setAttribute("aria-valuemin", "0");
    bar.getElement().setAttribute("aria-valuemax", "100");
    steps.addClassName("steps");
    leave.addClassNames("xs", "sec");
    Div under = new Div(steps, leave);
    under.addClassName("under");
    Div body = new Div(how, bar, under);
    body.addClassName("body");
    return body;
  }

  /** Shows where the job stands now. */
  public JobCard show(JobProgress job) {
    Locale locale = Words.locale();
    state.removeAll();
    state.add(badge(job.state()));
    title.setText(job.title());
    bar.getElement().setAttribute("aria-label", job.title());
    Rich.into(counted, counted(job, locale));
    pace.setText(pace(job, locale));
    bar(job);
    steps.removeAll();
    job.steps().forEach(step -> steps.add(step(step)));
    leave.setVisible(!job.state().over());
    cancel.setVisible(job.cancellable() && !job.state().over());
    return this;
  }

  private static String counted(JobProgress job, Locale locale) {
    String done = Numbers.whole(job.done(), locale);
    return job.total().isPresent()
        ? Words.of("shell.job.of", done, Numbers.whole(job.total().getAsLong(), locale), job.unit())
        : Words.of("shell.job.done", done, job.unit());
  }

  private static String pace(JobProgress job, Locale locale) {
    List<String> parts = new ArrayList<>();
    if (!job.state().over()) {
      job.perSecond()
          .ifPresent(
              rate ->
                  parts.add(
                      Words.of(
                          "shell.job.rate", Numbers.whole(Math.round(rate), locale), job.unit())));
      job.rest()
          .ifPresent(rest -> parts.add(Words.of("shell.job.rest", Times.duration(rest, locale))));
    }
    if (!job.remark().isEmpty()) {
      parts.add(job.remark());
    }
    return String.join(" · ", parts);
  }

  private void bar(JobProgress job) {
    boolean open = job.share().isEmpty() && job.state() == JobProgress.State.RUNNING;
    bar.setClassName("open", open);
    double percent = job.state() == JobProgress.State.SUCCEEDED ? 100 : percent(job);
    if (open) {
      fill.removeAttribute("style");
      bar.getElement().removeAttribute("aria-valuenow");
    } else {
      fill.setAttribute("style", String.format(Locale.ROOT, "width:%.1f%%", percent));
      bar.getElement().setAttribute("aria-valuenow", String.valueOf(Math.round(percent)));
    }
  }

  private static double percent(JobProgress job) {
    return job.share().orElse(0) * 100;
  }

  private static Component step(JobProgress.Step step) {
    ListItem item = new ListItem();
    switch (step.when()) {
      case DONE -> item.addClassName("done");
      case NOW -> item.addClassName("on");
      case LATER -> item.addClassName("later");
    }
    Icons icon =
        switch (step.when()) {
          case DONE -> Icons.FINE;
          case NOW -> Icons.RUNNING;
          case LATER -> Icons.CLOCK;
        };
    item.add(icon.small(), new Span(step.name()));
    return item;
  }

  /** The state of a job as a badge, for tables too. */
  public static Badge badge(JobProgress.State state) {
    String word = Words.of("shell.job.state." + state.name().toLowerCase(Locale.ROOT));
    return switch (state) {
      case QUEUED -> new Badge(Icons.CLOCK, word, Tone.NEUTRAL);
      case RUNNING -> Badge.running(word);
      case SUCCEEDED -> Badge.good(word);
      case FAILED -> Badge.bad(word);
      case CANCELLED -> new Badge(Icons.FAILED, word, Tone.NEUTRAL);
      case INTERRUPTED -> Badge.warning(word);
    };
  }
}
