package insight.prepare.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.prepare.identity.Merge;
import insight.prepare.identity.Proposal;
import insight.prepare.identity.Proposals;
import insight.runtime.Role;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Buttons;
import insight.shell.part.Icons;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Tabs;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which customers may be one person, who decided what, and how to take it back. */
@Route("identity")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.PREPARE, order = 3, title = "prepare.identity.title")
public class IdentityView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;
  private static final int SHOWN_SHARED = 100;
  private static final int AT_ONCE = 200;

  private final transient IdentityParts parts;
  private Shown shown = Shown.OPEN;
  private int page;

  /** The tabs; the first three are states of proposals. */
  private enum Shown {
    OPEN,
    LATER,
    REJECTED,
    MERGES,
    SHARED,
    RULES;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Shown of(String word) {
      for (Shown shown : values()) {
        if (shown.word().equals(word)) {
          return shown;
        }
      }
      throw Refused.invalid("/tab", "prepare.identity.tab.unknown", word);
    }
  }

  @Inject
  public IdentityView(IdentityParts parts) {
    this.parts = parts;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters url = event.getLocation().getQueryParameters();
    shown = url.getSingleParameter("tab").map(Shown::of).orElse(Shown.OPEN);
    page =
        url.getSingleParameter("page")
            .filter(p -> p.matches("\\d{1,6}"))
            .map(Integer::parseInt)
            .orElse(0);
    build();
  }

  private void build() {
    Proposals.Counts counts = parts.proposals().counts();
    removeAll();
    add(header(counts), tabs(counts), content(counts), foot());
  }

  private PageHeader header(Proposals.Counts counts) {
    PageHeader header =
        new PageHeader(Words.of("prepare.identity.title"))
            .crumb(Stage.PREPARE.words())
            .verdict(verdict(counts));
    return counts.certain() > 0 && shown == Shown.OPEN
        ? header.actions(
            Buttons.primary(
                Words.of("prepare.identity.bulk", Math.min(counts.certain(), AT_ONCE)),
                this::askAll))
        : header;
  }

  private static String verdict(Proposals.Counts counts) {
    return counts.open() == 0
        ? Words.of("prepare.identity.verdict.none", counts.merged())
        : Words.of("prepare.identity.verdict", counts.open(), counts.certain(), counts.merged());
  }

  private Tabs tabs(Proposals.Counts counts) {
    Tabs tabs = new Tabs(Words.of("prepare.identity.tabs"));
    for (Shown tab : Shown.values()) {
      String name = Words.of("prepare.identity.tab." + tab.word(), count(tab, counts));
      tabs.tab(name, "identity?tab=" + tab.word(), tab == shown);
    }
    return tabs;
  }

  private static long count(Shown tab, Proposals.Counts counts) {
    return switch (tab) {
      case OPEN -> counts.open();
      case LATER -> counts.later();
      case REJECTED -> counts.rejected();
      case MERGES -> counts.merged();
      case SHARED -> counts.shared();
      case RULES -> 0;
    };
  }

  private Component content(Proposals.Counts counts) {
    return switch (shown) {
      case OPEN -> proposals(Proposal.State.OPEN, counts.open());
      case LATER -> proposals(Proposal.State.LATER, counts.later());
      case REJECTED -> proposals(Proposal.State.REJECTED, counts.rejected());
      case MERGES -> merges();
      case SHARED -> SharedCard.of(parts.shared().list(SHOWN_SHARED));
      case RULES -> parts.rules();
    };
  }

  private Component proposals(Proposal.State state, long all) {
    List<Proposal> found = parts.proposals().list(state, Optional.empty(), SHOWN, page * SHOWN);
    Div list = new Div(parts.cards(found, this::build));
    if (found.isEmpty()) {
      list.add(IdentityParts.nothing(state, all > 0));
    }
    list.add(pages((page + 1L) * SHOWN < all));
    return list;
  }

  private Component merges() {
    List<Merge> found = parts.merges().newest(SHOWN + 1, page * SHOWN);
    return new Div(
        parts.mergesCard(found.stream().limit(SHOWN).toList(), this::build),
        pages(found.size() > SHOWN));
  }

  /** The way to the neighbouring pages. */
  private Div pages(boolean more) {
    Div pages = new Div();
    pages.addClassName("acts");
    if (page > 0) {
      pages.add(Buttons.quiet(Words.of("prepare.identity.previous"), () -> open(page - 1)));
    }
    if (more) {
      pages.add(Buttons.quiet(Words.of("prepare.identity.next"), () -> open(page + 1)));
    }
    return pages;
  }

  private void open(int wanted) {
    UI.getCurrent()
        .navigate(
            "identity", QueryParameters.fromString("tab=" + shown.word() + "&page=" + wanted));
  }

  private static AsOf foot() {
    return new AsOf(Icons.LOCK, Words.of("prepare.identity.foot"));
  }

  private void askAll() {
    List<Proposal> certain = parts.proposals().certain(AT_ONCE);
    parts.ask(
        Words.of("prepare.identity.bulk.title", certain.size()),
        Words.of("prepare.identity.bulk.about"),
        Words.of("prepare.identity.bulk.do"),
        () -> {
          List<Long> merged = parts.mergeAll(certain);
          build();
          Toasts.done(
              Words.of("prepare.identity.bulk.done", merged.size(), certain.size()),
              () -> {
                merged.forEach(parts::undoAgain);
                build();
              });
        });
  }
}
