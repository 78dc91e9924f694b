package insight.feedback;

import insight.kernel.CustomerKey;
import insight.recommend.FeedbackSink;
import insight.runtime.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Takes the thumbs that the recommendations' pages offer. */
@ApplicationScoped
class RecommendationThumbs implements FeedbackSink {
  @Inject Feedback feedback;

  @Override
  public List<Reason> reasons(boolean up) {
    return Reasons.of(up ? Verdict.UP : Verdict.DOWN).stream()
        .map(code -> new Reason(code, Reasons.key(code)))
        .toList();
  }

  @Override
  public String give(Caller by, CustomerKey customer, Thumb thumb) {
    return feedback.give(by, Optional.of(customer), opinion(thumb), Optional.empty());
  }

  @Override
  public void withdraw(Caller by, CustomerKey customer, Thumb thumb, String id) {
    feedback.withdraw(by, Optional.of(customer), opinion(thumb), id);
  }

  static Opinion opinion(Thumb thumb) {
    return new Opinion(
        new About.Recommendation(thumb.product(), given(thumb.model())),
        thumb.up() ? Verdict.UP : Verdict.DOWN,
        given(thumb.reason()),
        given(thumb.text()));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text.strip()).filter(t -> !t.isEmpty());
  }
}
