package insight.train.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.shell.part.Buttons;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import insight.train.Model;
import insight.train.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this person may do with this version now. A button that is off says why. */
record ReleaseActions(Releases releases, Model model, Caller caller, Runnable done) {
  List<Component> buttons() {
    if (!caller.is(Role.OPERATIONS) && !caller.is(Role.ADMIN)) {
      return List.of();
    }
    return switch (model.state()) {
      case CANDIDATE -> candidate();
      case REQUESTED -> requested();
      case LIVE -> live();
      case APPROVED, RETIRED -> List.of();
    };
  }

  private List<Component> candidate() {
    List<Component> buttons = new ArrayList<>();
    buttons.add(retire());
    Button request =
        Buttons.primary(
            Words.of("train.release.request"),
            () ->
                act("train.release.requested", () -> request(Optional.empty(), Optional.empty())));
    if (!model.passes()) {
      request.setEnabled(false);
      request.setTooltipText(Words.of("train.release.off"));
      request.setAriaLabel(
          Words.of("train.release.request") + ": " + Words.of("train.release.off"));
      buttons.add(
          Buttons.plain(
              Words.of("train.release.override"),
              () ->
                  ask(
                      "train.release.override",
                      "train.release.override.text",
                      false,
                      why -> request(Optional.of(why), Optional.of(why)))));
    }
    buttons.add(request);
    return buttons;
  }

  private void request(Optional<String> reason, Optional<String> override) {
    releases.request(model.id(), reason, override, caller);
  }

  private List<Component> requested() {
    Button approve =
        Buttons.primary(
            Words.of("train.release.approve"),
            () ->
                act(
                    "train.release.approved",
                    () -> releases.approve(model.id(), Optional.empty(), caller)));
    if (model.requestedBy().filter(caller.name()::equals).isPresent()) {
      approve.setEnabled(false);
      approve.setTooltipText(Words.of("train.release.own"));
      approve.setAriaLabel(
          Words.of("train.release.approve") + ": " + Words.of("train.release.own"));
    }
    Button reject =
        Buttons.plain(
            Words.of("train.release.reject"),
            () ->
                ask(
                    "train.release.reject",
                    "train.release.reject.text",
                    false,
                    why -> releases.reject(model.id(), why, caller)));
    return List.of(reject, approve);
  }

  private List<Component> live() {
    return releases
        .before(model)
        .<List<Component>>map(
            before ->
                List.of(
                    Buttons.danger(
                        Words.of("train.release.rollback", before.number()),
                        () ->
                            ask(
                                "train.release.rollback.title",
                                "train.release.rollback.text",
                                true,
                                why -> releases.rollBack(model.id(), why, caller)))))
        .orElse(List.of());
  }

  private Button retire() {
    return Buttons.plain(
        Words.of("train.release.retire"),
        () ->
            ask(
                "train.release.retire",
                "train.release.retire.text",
                true,
                why -> releases.retire(model.id(), why, caller)));
  }

  private void ask(
      String title, String text, boolean danger, java.util.function.Consumer<String> step) {
    new ReasonDialog(
            Words.of(title),
            Words.of(text),
            Words.of(title),
            danger,
            why -> {
              step.accept(why);
              done.run();
            })
        .open();
  }

  private void act(String said, Runnable step) {
    try {
      step.run();
      Toasts.done(Words.of(said, model.number()));
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
    done.run();
  }
}
