package insight.prepare.identity.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.prepare.identity.GoldenRecord;
import insight.prepare.identity.GoldenRecord.Said;
import insight.prepare.identity.GoldenRecord.Sourced;
import insight.prepare.identity.NewMerge;
import insight.prepare.identity.PersonField;
import insight.prepare.identity.Proposal;
import insight.privacy.Consents;
import insight.shell.part.Buttons;
import insight.shell.part.Note;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** How the merged customer will be: which key stands for it, which value of each field counts. */
final class MergeDialog {
  private final Proposal proposal;
  private final GoldenRecord together;
  private final Consumer<NewMerge> merge;
  private final Dialog dialog = new Dialog();
  private final RadioButtonGroup<Long> survivor = new RadioButtonGroup<>();
  private final Map<PersonField, RadioButtonGroup<Said>> fields = new EnumMap<>(PersonField.class);

  /**
   * @param consents those that will count
   * @param merge may refuse
   */
  MergeDialog(
      Proposal proposal,
      GoldenRecord together,
      List<Consents.Consent> consents,
      Consumer<NewMerge> merge) {
    this.proposal = proposal;
    this.together = together;
    this.merge = merge;
    Div form = new Div();
    form.addClassName("pick");
    form.add(survivor());
    for (PersonField field : PersonField.values()) {
      choice(field).ifPresent(form::add);
    }
    dialog.setHeaderTitle(Words.of("prepare.identity.merge.title"));
    dialog.setWidth("560px");
    Note note = new Note(Tone.NEUTRAL, consent(consents));
    note.getStyle().set("margin-block", "16px 8px");
    dialog.add(form, note, new Paragraph(Words.of("prepare.identity.merge.about")));
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("prepare.identity.merge.do"), this::save));
  }

  void open() {
    dialog.open();
  }

  private RadioButtonGroup<Long> survivor() {
    survivor.setLabel(Words.of("prepare.identity.survivor"));
    survivor.setHelperText(Words.of("prepare.identity.survivor.help"));
    survivor.setItems(proposal.person(), proposal.other());
    survivor.setItemLabelGenerator(key -> new CustomerKey(key).brief());
    survivor.setValue(
        together.keys().stream()
            .map(said -> said.key().value())
            .filter(key -> key == proposal.person() || key == proposal.other())
            .findFirst()
            .orElse(proposal.person()));
    return survivor;
  }

  /** A field is asked for where the keys say different things. */
  private Optional<RadioButtonGroup<Said>> choice(PersonField field) {
    List<Said> having = new ArrayList<>();
    for (Said said : together.keys().reversed()) {
      boolean fresh =
          having.stream()
              .map(h -> h.values().get(field))
              .noneMatch(value -> Objects.equals(value, said.values().get(field)));
      if (said.values().containsKey(field) && fresh) {
        having.add(said);
      }
    }
    if (having.size() < 2) {
      return Optional.empty();
    }
    RadioButtonGroup<Said> group = new RadioButtonGroup<>();
    group.setLabel(IdentityWords.field(field));
    group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    group.setItems(having);
    group.setItemLabelGenerator(
        said ->
            Words.of(
                "prepare.identity.valueof",
                IdentityWords.value(said, field),
                said.source(),
                said.key().brief()));
    Optional.ofNullable(together.values().get(field))
        .map(Sourced::key)
        .flatMap(key -> having.stream().filter(s -> s.key().equals(key)).findFirst())
        .ifPresent(group::setValue);
    fields.put(field, group);
    return Optional.of(group);
  }

  private static String consent(List<Consents.Consent> consents) {
    if (consents.isEmpty()) {
      return Words.of("prepare.identity.consent.none");
    }
    List<String> words =
        consents.stream()
            .map(
                c ->
                    Words.of(
                        c.granted()
                            ? "prepare.identity.consent.given"
                            : "prepare.identity.consent.refused",
                        Words.of("prepare.identity.purpose." + c.purpose())))
            .toList();
    return Words.of("prepare.identity.consent", String.join(", ", words));
  }

  private void save() {
    Map<PersonField, Long> chosen = new EnumMap<>(PersonField.class);
    fields.forEach(
        (field, group) ->
            group.getOptionalValue().ifPresent(s -> chosen.put(field, s.key().value())));
    try {
      merge.accept(NewMerge.of(proposal, survivor.getOptionalValue(), chosen));
      dialog.close();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }
}
