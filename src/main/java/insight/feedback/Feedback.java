package insight.feedback;

import insight.collect.CustomerEvent;
import insight.collect.CustomerEvent.Subject;
import insight.collect.Inbox;
import insight.collect.Sources;
import insight.kernel.CustomerKey;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people say back: takes it in as events of the portal's own source, and shows it. */
@UseCase
public class Feedback {
  @Inject Inbox inbox;
  @Inject Sources sources;
  @Inject FeedbackRows rows;
  @Inject Clock clock;

  /**
   * Keeps an opinion.
   *
   * @param customer whose it is; empty when nobody knows
   * @param id of the sender, so that sending twice counts once; empty: a new one
   * @return the id it is known by
   */
  public String give(
      Caller by, Optional<CustomerKey> customer, Opinion opinion, Optional<String> id) {
    String known = id.orElseGet(() -> UUID.randomUUID().toString());
    store(by, customer, opinion, known, Map.of());
    return known;
  }

  /** Takes an opinion back: it no longer counts, and the trail of both remains. */
  public void withdraw(Caller by, Optional<CustomerKey> customer, Opinion opinion, String id) {
    Verdict neutral = Verdict.UP;
    Opinion back = new Opinion(opinion.about(), neutral, Optional.empty(), Optional.empty());
    store(by, customer, back, "withdraws-" + id, Map.of(FeedbackRows.WITHDRAWS, id));
  }

  private void store(
      Caller by,
      Optional<CustomerKey> customer,
      Opinion opinion,
      String id,
      Map<String, String> more) {
    CustomerEvent.Head head =
        new CustomerEvent.Head(
            id,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            customer.<Subject>map(Subject.Known::new).orElseGet(Subject.Anonymous::new),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Map<String, String> about = new LinkedHashMap<>(FeedbackRows.properties(opinion.about()));
    about.put(FeedbackRows.ID, id);
    about.put(FeedbackRows.BY, by.name());
    about.putAll(more);
    CustomerEvent event =
        new CustomerEvent.FeedbackGiven(
            head,
            about,
            opinion.verdict() == Verdict.UP,
            FeedbackRows.product(opinion.about()),
            opinion.reason(),
            opinion.text());
    inbox.accept(sources.portalSource(), List.of(event));
  }

  /**
   * What was said, the newest first; at most {@code limit} entries.
   *
   * @param after the last entry of the page before
   */
  public List<Entry> newest(Grant grant, Filter filter, int limit, Optional<Entry> after) {
    return rows.newest(grant, filter, limit, after);
  }

  /** How many thumbs up and down fit the filter. */
  public Counts counts(Grant grant, Filter filter) {
    return rows.counts(grant, filter);
  }

  /**
   * What is asked for; empty parts do not narrow.
   *
   * @param product of recommendations
   * @param model of recommendations
   */
  public record Filter(
      Optional<About.Kind> about,
      Optional<Verdict> verdict,
      Optional<String> product,
      Optional<String> model) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What was said about the recommendations of a model. */
    public static Filter ofModel(String model) {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(model));
    }

    /** What was said about recommending a product. */
    public static Filter ofProduct(String product) {
      return new Filter(
          Optional.of(About.Kind.RECOMMENDATION),
          Optional.empty(),
          Optional.of(product),
          Optional.empty());
    }
  }

  /** Thumbs. */
  public record Counts(long up, long down) {
    public long all() {
      return up + down;
    }
  }
}
