package insight.segment.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Countries;
import insight.kernel.Money;
import insight.privacy.Grant;
import insight.segment.Segment;
import insight.segment.Segments;
import insight.shell.part.Link;
import insight.shell.part.Tables;
import insight.shell.part.Words;

/** The members of a segment, read as one scrolls. */
final class MembersGrid {
  private MembersGrid() {}

  /**
   * The grid.
   *
   * @param open whether the reader may open a customer's page
   */
  static Grid<Segments.Member> of(Segments segments, Segment segment, Grant grant, boolean open) {
    Grid<Segments.Member> grid = Tables.compact(Words.of("segment.members"));
    grid.addComponentColumn(
            m -> {
              String key = m.key().brief();
              return open ? new Link("customers/" + m.key(), key) : new Span(key);
            })
        .setHeader(Words.of("segment.customer"))
        .setWidth("130px")
        .setFlexGrow(1);
    Tables.number(
        grid,
        Words.of("segment.lastOrder"),
        m -> Words.of("segment.days", SegmentWords.whole(m.recencyDays())));
    Tables.number(grid, Words.of("segment.feature.frequency"), m -> SegmentWords.whole(m.orders()));
    Tables.number(
        grid,
        Words.of("segment.feature.monetary"),
        m ->
            segment
                .currency()
                .map(c -> Money.of(m.monetaryMinor(), c).format(Words.locale()))
                .orElse("–"));
    Tables.text(
        grid,
        Words.of("segment.country"),
        m -> m.country().map(c -> Countries.display(c, Words.locale())).orElse("–"));
    grid.setItems(
        query -> segments.members(segment, grant, query.getOffset(), query.getLimit()).stream(),
        query -> Math.toIntExact(segments.memberCount(segment, grant)));
    grid.setHeight("420px");
    return grid;
  }
}
