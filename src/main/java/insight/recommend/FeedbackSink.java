package insight.recommend;

import insight.kernel.CustomerKey;
import insight.runtime.Caller;
import java.util.List;

/**
 * Where thumbs on recommendations go. A higher floor implements it as a CDI bean; without one the
 * pages offer no thumbs.
 */
public interface FeedbackSink {

  /** The reasons one may give, as codes with their text keys, for a thumb up or down. */
  List<Reason> reasons(boolean up);

  /** Keeps a thumb and gives its id. */
  String give(Caller by, CustomerKey customer, Thumb thumb);

  /** Takes a thumb back. */
  void withdraw(Caller by, CustomerKey customer, Thumb thumb, String id);

  /** A reason by code, with the text key of its words. */
  record Reason(String code, String key) {}

  /**
   * What somebody thinks of a recommendation.
   *
   * @param model what made it, e.g. {@code item-knn v1}
   * @param reason one of {@link #reasons}, or empty text
   * @param text free words, or empty text
   */
  record Thumb(String product, String model, boolean up, String reason, String text) {}
}
