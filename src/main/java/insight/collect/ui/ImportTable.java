package insight.collect.ui;

import com.vaadin.flow.component.Component;
import insight.collect.Import;
import insight.kernel.Numbers;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.shell.part.Badge;
import insight.shell.part.JobCard;
import insight.shell.part.JobProgress;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.List;

/** Imports as a table, the newest first. */
final class ImportTable {
  private ImportTable() {}

  static Table of(List<Import> imports, Jobs jobs, ZoneId zone) {
    Table table =
        new Table(Words.of("collect.ui.imports"))
            .column(Words.of("collect.ui.file"))
            .column(Words.of("collect.ui.state"))
            .number(Words.of("collect.ui.read"))
            .optionalNumber(Words.of("collect.ui.accepted"))
            .optionalNumber(Words.of("collect.ui.duplicates"))
            .optionalNumber(Words.of("collect.ui.rejected"))
            .optional(Words.of("collect.ui.when"))
            .optional(Words.of("collect.ui.who"));
    for (Import file : imports) {
      table.row(
          Table.twoLines(new Link("imports/" + file.id(), file.fileName()), file.sourceName()),
          badge(jobs.required(file.id()), file),
          whole(file.counts().read()),
          whole(file.counts().accepted()),
          whole(file.counts().duplicates()),
          whole(file.counts().rejected()),
          Times.moment(file.createdAt(), zone, Words.locale()),
          file.requestedBy());
    }
    return table;
  }

  /** How the job stands; one that ended well but left lines out says so. */
  static Component badge(Job job, Import file) {
    if (job.state() == Job.State.SUCCEEDED && file.counts().rejected() > 0) {
      return Badge.warning(Words.of("collect.ui.state.rejects"));
    }
    return JobCard.badge(JobProgress.State.valueOf(job.state().name()));
  }

  static String whole(long number) {
    return Numbers.whole(number, Words.locale());
  }
}
