package insight.collect.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.Imports.Rejected;
import insight.collect.Mending;
import insight.kernel.Numbers;
import insight.privacy.Grant;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lines that were not taken, by what is wrong with them, the most frequent first: each with its
 * first lines, the value as far as it may be seen, and what to do.
 */
final class ImportRejects {
  /** Lines of which examples are taken. */
  private static final int LOOKED_AT = 1000;

  private static final int EXAMPLES = 3;

  private ImportRejects() {}

  static Optional<Card> card(Imports imports, Mending mending, Import file, Grant grant) {
    List<Mending.Group> groups = mending.groups(file.id());
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<Rejected> looked = imports.rejects(file.id(), 0, LOOKED_AT, grant);
    Table table =
        new Table(Words.of("collect.ui.rejects"))
            .column(Words.of("collect.ui.reason"))
            .column(Words.of("collect.ui.column"))
            .number(Words.of("collect.ui.lines.all"))
            .optionalNumber(Words.of("collect.ui.mended"))
            .optional(Words.of("collect.ui.examples"));
    for (Mending.Group group : groups) {
      table.row(
          group.reason().in(Words.locale()),
          group.column().isEmpty() ? "–" : group.column(),
          whole(group.lines()),
          whole(group.mended()),
          examples(group, looked));
    }
    boolean open = groups.stream().anyMatch(g -> g.mended() < g.lines());
    Card card =
        new Card(Words.of("collect.ui.rejects.n", whole(file.counts().rejected()), groups.size()))
            .say(Words.of(open ? "collect.ui.rejects.say" : "collect.ui.rejects.allMended"))
            .flush(table);
    card.aside(download(mending, file, grant));
    if (open && file.reversedAt().isEmpty()) {
      card.aside(Link.button("imports/" + file.id() + "/mend", Words.of("collect.ui.mend"), false));
    }
    return Optional.of(card);
  }

  /** The lines with their reasons as a file, safe to open in a spreadsheet. */
  private static Anchor download(Mending mending, Import file, Grant grant) {
    Locale locale = Words.locale();
    DownloadHandler handler =
        DownloadHandler.fromInputStream(
            event -> {
              byte[] csv = mending.csv(file.id(), grant, locale).getBytes(StandardCharsets.UTF_8);
              return new DownloadResponse(
                  new ByteArrayInputStream(csv),
                  "rejects-" + file.id() + ".csv",
                  "text/csv;charset=UTF-8",
                  csv.length);
            });
    Anchor link = new Anchor(handler, Words.of("collect.ui.rejects.download"));
    link.getElement().setAttribute("download", true);
    return link;
  }

  private static Span examples(Mending.Group group, List<Rejected> looked) {
    Span all = new Span();
    looked.stream()
        .filter(line -> line.column().equals(group.column()))
        .filter(line -> line.reason().equals(group.reason()))
        .limit(EXAMPLES)
        .forEach(
            line -> {
              Span example = new Span(example(line));
              example.getStyle().set("display", "block");
              all.add(example);
            });
    return all;
  }

  /** «Line 951: “12 pcs”. Did you mean 12?». */
  static String example(Rejected line) {
    String where =
        line.value().isEmpty()
            ? Words.of("collect.ui.example.line", whole(line.line()))
            : Words.of("collect.ui.example.value", whole(line.line()), line.value());
    return Suggestion.of(line.reason().key(), line.value())
        .map(meant -> where + Words.of("collect.ui.gap") + Words.of("collect.ui.meant", meant))
        .orElse(where);
  }

  private static String whole(long number) {
    return Numbers.whole(number, Words.locale());
  }
}
