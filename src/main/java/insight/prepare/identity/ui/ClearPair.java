package insight.prepare.identity.ui;

import com.vaadin.flow.component.Component;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.prepare.identity.Comparison;
import insight.prepare.identity.Comparisons;
import insight.prepare.identity.GoldenRecord;
import insight.prepare.identity.PersonField;
import insight.prepare.identity.Proposal;
import insight.privacy.Grant;
import insight.privacy.Purpose;
import insight.privacy.Reveals;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.shell.part.Choice;
import insight.shell.part.MaskedValue;
import insight.shell.part.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two customers in clear, after a purpose and a reason were written down. */
@Dependent
public class ClearPair {
  private final Comparisons comparisons;
  private final Reveals reveals;
  private final Caller caller;

  @Inject
  ClearPair(Comparisons comparisons, Reveals reveals, Callers callers) {
    this.comparisons = comparisons;
    this.reveals = reveals;
    this.caller = callers.required();
  }

  /** The way to see both keys of a proposal in clear. */
  Component of(Proposal proposal) {
    return new MaskedValue(
        Words.of("prepare.identity.inclear"),
        Stream.of(Purpose.SERVICE, Purpose.PRIVACY)
            .map(p -> new Choice(p.word(), Words.of("prepare.identity.revealfor." + p.word())))
            .toList(),
        Reveals.VISIBLE,
        (purpose, reason) -> clear(proposal, Purpose.of(purpose), reason));
  }

  /** Each of the two is written down as revealed. */
  private String clear(Proposal proposal, Purpose purpose, String reason) {
    reveals.reveal(caller, purpose, reason, new CustomerKey(proposal.otherKey()));
    Grant revealed =
        reveals.reveal(caller, purpose, reason, new CustomerKey(proposal.customerKey()));
    Comparison clear = comparisons.of(List.of(proposal), revealed).get(proposal);
    if (clear == null) {
      throw Refused.notFound("prepare.identity.pair.unknown");
    }
    return words(clear.first()) + " | " + words(clear.second());
  }

  private static String words(GoldenRecord.Said said) {
    List<String> words = new ArrayList<>(List.of(said.shopId()));
    for (PersonField field : PersonField.values()) {
      Optional.ofNullable(said.values().get(field)).ifPresent(words::add);
    }
    return String.join(" · ", words);
  }
}
