package insight.segment.ui;

import com.vaadin.flow.component.html.Span;
import insight.segment.Moves;
import insight.segment.Segment;
import insight.shell.part.Card;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Moves of customers between segments as cards. */
final class MovesCard {
  private static final int SHOWN = 6;

  private MovesCard() {}

  /** The largest moves of all. */
  static Card largest(Moves moves, ZoneId zone) {
    Card card = card(Words.of("segment.moves"), moves, zone);
    List<Moves.Move> largest = moves.largest(SHOWN);
    if (largest.isEmpty()) {
      return card.body(new Span(Words.of("segment.moves.none")));
    }
    long most = largest.getFirst().customers();
    Table table =
        new Table(Words.of("segment.moves"))
            .column(Words.of("segment.moves.from"))
            .column(Words.of("segment.moves.to"))
            .optional(Words.of("segment.moves.bar"))
            .number(Words.of("segment.customers"));
    for (Moves.Move move : largest) {
      table.row(
          name(move.from(), "segment.moves.new"),
          name(move.to(), "segment.moves.gone"),
          Table.bar((double) move.customers() / most, move.to().map(Segment::colour).orElse(8)),
          SegmentWords.whole(move.customers()));
    }
    return card.flush(table);
  }

  /** What came into one segment and what left it. */
  static Card of(Segment segment, Moves moves, ZoneId zone) {
    List<Moves.Move> in = moves.into(segment);
    List<Moves.Move> out = moves.outOf(segment);
    Card card = card(Words.of("segment.changed"), moves, zone);
    if (in.isEmpty() && out.isEmpty()) {
      return card.body(new Span(Words.of("segment.moves.none")));
    }
    long came = sum(in);
    long left = sum(out);
    if (moves.comparable()) {
      card.say(
          Words.of(
              "segment.changed.say",
              SegmentWords.signed(came - left),
              SegmentWords.whole(came),
              SegmentWords.whole(left)));
    }
    long most =
        LongStream.concat(
                in.stream().mapToLong(Moves.Move::customers),
                out.stream().mapToLong(Moves.Move::customers))
            .max()
            .orElse(1);
    Table table =
        new Table(Words.of("segment.changed"))
            .column(Words.of("segment.moves.move"))
            .number(Words.of("segment.customers"))
            .optional(Words.of("segment.moves.bar"));
    in.stream()
        .limit(SHOWN)
        .forEach(
            m ->
                table.row(
                    m.from()
                        .map(f -> Words.of("segment.moves.cameFrom", f.title(Words.locale())))
                        .orElseGet(() -> Words.of("segment.moves.cameNew")),
                    SegmentWords.signed(m.customers()),
                    Table.bar((double) m.customers() / most, segment.colour())));
    out.stream()
        .limit(SHOWN)
        .forEach(
            m ->
                table.row(
                    m.to()
                        .map(t -> Words.of("segment.moves.leftTo", t.title(Words.locale())))
                        .orElseGet(() -> Words.of("segment.moves.leftGone")),
                    SegmentWords.signed(-m.customers()),
                    Table.bar(
                        (double) m.customers() / most, m.to().map(Segment::colour).orElse(8))));
    return card.flush(table);
  }

  private static long sum(List<Moves.Move> moves) {
    return moves.stream().mapToLong(Moves.Move::customers).sum();
  }

  private static Card card(String title, Moves moves, ZoneId zone) {
    Card card =
        new Card(title)
            .aside(
                Words.of(
                    "segment.moves.since",
                    Times.day(moves.before().cutoff().atZone(zone).toLocalDate(), Words.locale())));
    return moves.comparable()
        ? card
        : card.say(
            moves.sameData()
                ? Words.of("segment.moves.same")
                : Words.of(
                    "segment.moves.regrouped",
                    moves.before().segments().size(),
                    moves.now().segments().size()));
  }

  private static String name(Optional<Segment> segment, String otherwise) {
    return segment.map(s -> s.title(Words.locale())).orElseGet(() -> Words.of(otherwise));
  }
}
