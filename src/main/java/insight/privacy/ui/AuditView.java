package insight.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import insight.privacy.Audit;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
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

/** Who did what to whom, when and why; and the proof that nobody changed the record. */
@Route("audit")
@RolesAllowed({Role.ADMIN_NAME, Role.MANAGER_NAME})
@Page(stage = Stage.TRUST, title = "privacy.audit.title", order = 10)
public class AuditView extends PageBody {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;

  private final transient Audit audit;
  private final ZoneId zone;

  @Inject
  public AuditView(Audit audit, Settings settings) {
    this.audit = audit;
    this.zone = settings.zone();
    List<Audit.Entry> entries = audit.newest(SHOWN);
    add(
        new PageHeader(Words.of("privacy.audit.title"))
            .crumb(Stage.TRUST.words())
            .verdict(Words.of("privacy.audit.verdict"))
            .actions(Buttons.plain(Words.of("privacy.audit.check"), this::check)),
        new Card(Words.of("privacy.audit.newest", SHOWN)).flush(table(entries)));
  }

  private Component table(List<Audit.Entry> entries) {
    if (entries.isEmpty()) {
      return new EmptyState(
          Icons.LOCK, Words.of("privacy.audit.none"), Words.of("privacy.audit.none.text"));
    }
    Table table =
        new Table(Words.of("privacy.audit.title"))
            .column(Words.of("privacy.audit.when"))
            .column(Words.of("privacy.audit.who"))
            .column(Words.of("privacy.audit.what"))
            .optional(Words.of("privacy.audit.subject"))
            .optional(Words.of("privacy.audit.purpose"))
            .optional(Words.of("privacy.audit.detail"));
    for (Audit.Entry entry : entries) {
      table.row(
          Times.moment(entry.at(), zone, Words.locale()),
          entry.actor(),
          Words.of("privacy.action." + entry.action()),
          entry.subject(),
          entry.purpose() == null ? "" : entry.purpose(),
          "{}".equals(entry.detail()) ? "" : entry.detail());
    }
    return table;
  }

  private void check() {
    audit
        .firstBroken()
        .ifPresentOrElse(
            id -> Toasts.warning(Words.of("privacy.audit.broken", String.valueOf(id))),
            () -> Toasts.done(Words.of("privacy.audit.whole")));
  }
}
