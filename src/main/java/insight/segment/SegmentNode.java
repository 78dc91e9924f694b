package insight.segment;

import insight.runtime.LoopNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The loop's station «understand». */
@ApplicationScoped
class SegmentNode implements LoopNode {
  @Inject Segments segments;

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String title() {
    return "shell.stage.understand";
  }

  @Override
  public Status now() {
    return segments
        .live()
        .map(
            s ->
                Status.of(
                        State.FINE,
                        "segments",
                        "segment.node.live",
                        s.segments().size(),
                        s.customers())
                    .last(Optional.of(s.createdAt())))
        .orElseGet(
            () ->
                Status.of(State.EMPTY, "segments", "segment.node.none").next("segment.node.next"));
  }
}
