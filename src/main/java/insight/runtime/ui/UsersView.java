package insight.runtime.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Scope;
import insight.runtime.Settings;
import insight.runtime.Tokens;
import insight.runtime.User;
import insight.runtime.Users;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Who may log in, with which role; and the API tokens. */
@Route("users")
@RolesAllowed(Role.ADMIN_NAME)
@Page(stage = Stage.ADMIN, title = "runtime.users.title", order = 20)
public class UsersView extends PageBody {
  private static final long serialVersionUID = 1L;

  private final transient Users users;
  private final transient Tokens tokens;
  private final transient Caller caller;
  private final ZoneId zone;

  @Inject
  public UsersView(Users users, Tokens tokens, Callers callers, Settings settings) {
    this.users = users;
    this.tokens = tokens;
    this.caller = callers.required();
    this.zone = settings.zone();
    show();
  }

  private void show() {
    removeAll();
    List<User> all = users.all();
    add(
        new PageHeader(Words.of("runtime.users.title"))
            .verdict(Words.of("runtime.users.verdict", all.size()))
            .actions(
                Buttons.plain(
                    Words.of("runtime.token.new"),
                    () -> new TokenDialog(tokens, caller.name(), this::show).open()),
                Buttons.primary(
                    Words.of("runtime.user.new"), () -> new UserDialog(users, this::show).open())),
        Columns.stack(
            new Card(Words.of("runtime.users.people")).flush(people(all)),
            new Card(Words.of("runtime.users.tokens"))
                .say(Words.of("runtime.users.tokens.say"))
                .flush(tokens())));
  }

  private Table people(List<User> all) {
    Table table =
        new Table(Words.of("runtime.users.people"))
            .column(Words.of("runtime.user.name.label"))
            .column(Words.of("runtime.user.roles.label"))
            .optional(Words.of("runtime.user.seen"))
            .column(Words.of("runtime.user.state"))
            .number("");
    for (User user : all) {
      table.row(
          user.name(),
          user.roles().stream()
              .sorted()
              .map(r -> Words.of("runtime.role." + r.group()))
              .collect(Collectors.joining(", ")),
          user.lastSeen().map(t -> Times.moment(t, zone, Words.locale())).orElse("–"),
          user.disabled()
              ? Badge.warning(Words.of("runtime.user.out"))
              : Badge.good(Words.of("runtime.user.in")),
          switchOff(user));
    }
    return table;
  }

  private Component switchOff(User user) {
    if (user.name().equals(caller.name())) {
      return new Span(Words.of("runtime.user.you"));
    }
    String verb = Words.of(user.disabled() ? "runtime.user.letIn" : "runtime.user.lockOut");
    return Buttons.small(Buttons.plain(verb, () -> disable(user, !user.disabled())));
  }

  private void disable(User user, boolean out) {
    try {
      users.disable(user.name(), out, caller.name());
      Toasts.done(
          Words.of(out ? "runtime.user.lockedOut" : "runtime.user.letBack", user.name()),
          () -> disable(user, !out));
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
    show();
  }

  private Component tokens() {
    List<Tokens.Token> all = tokens.all();
    if (all.isEmpty()) {
      return new Span(Words.of("runtime.users.tokens.none"));
    }
    Table table =
        new Table(Words.of("runtime.users.tokens"))
            .column(Words.of("runtime.token.name.label"))
            .column(Words.of("runtime.token.scopes.label"))
            .optional(Words.of("runtime.token.user"))
            .optional(Words.of("runtime.token.used"))
            .number("");
    for (Tokens.Token token : all) {
      table.row(
          token.name(),
          token.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", ")),
          token.user(),
          token.lastUsed().map(t -> Times.moment(t, zone, Words.locale())).orElse("–"),
          Buttons.small(Buttons.danger(Words.of("runtime.token.revoke"), () -> revoke(token))));
    }
    return table;
  }

  private void revoke(Tokens.Token token) {
    tokens.revoke(token.id());
    Toasts.done(Words.of("runtime.token.revoked", token.name()));
    show();
  }
}
