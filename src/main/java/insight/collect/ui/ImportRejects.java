package insight.collect.ui;

import com.vaadin.flow.component.html.Span;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.Imports.Rejected;
import insight.kernel.Numbers;
import insight.privacy.Grant;
import insight.shell.part.Card;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines that were not taken, by what is wrong with them, the most frequent first: each with its
 * first lines, the value as far as it may be seen, and what to do.
 */
final class ImportRejects {
  /** Lines that are looked at; a file with more has one trouble, not a thousand. */
  private static final int LOOKED_AT = 1000;

  private static final int EXAMPLES = 3;

  private ImportRejects() {}

  /** One kind of trouble in one column. */
  record Trouble(String column, String reason, List<Rejected> lines) {
    Trouble {
      lines = List.copyOf(lines);
    }
  }

  static Optional<Card> card(Imports imports, Import file, Grant grant) {
    List<Rejected> rejected = imports.rejects(file.id(), 0, LOOKED_AT, grant);
    if (rejected.isEmpty()) {
      return Optional.empty();
    }
    List<Trouble> troubles = grouped(rejected);
    Table table =
        new Table(Words.of("collect.ui.rejects"))
            .column(Words.of("collect.ui.reason"))
            .column(Words.of("collect.ui.column"))
            .number(Words.of("collect.ui.lines.all"))
            .column(Words.of("collect.ui.examples"));
    for (Trouble trouble : troubles) {
      table.row(
          trouble.reason(),
          trouble.column().isEmpty() ? "–" : trouble.column(),
          whole(trouble.lines().size()),
          examples(trouble));
    }
    return Optional.of(
        new Card(Words.of("collect.ui.rejects.n", whole(file.counts().rejected()), troubles.size()))
            .say(say(file, rejected.size()))
            .flush(table));
  }

  private static String say(Import file, int looked) {
    String mend = Words.of("collect.ui.rejects.say");
    return file.counts().rejected() > looked
        ? Words.of("collect.ui.rejects.first", whole(looked)) + Words.of("collect.ui.gap") + mend
        : mend;
  }

  static List<Trouble> grouped(List<Rejected> rejected) {
    Map<List<String>, List<Rejected>> groups =
        rejected.stream()
            .collect(
                Collectors.groupingBy(
                    line -> List.of(line.column(), line.reason().in(Words.locale())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(e -> new Trouble(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .sorted(Comparator.comparingInt((Trouble t) -> -t.lines().size()))
        .toList();
  }

  private static Span examples(Trouble trouble) {
    Span all = new Span();
    trouble.lines().stream()
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
