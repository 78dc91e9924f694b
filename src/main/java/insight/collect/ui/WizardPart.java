package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import insight.kernel.Refused;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** One step of setting a source up: its fields, filled from the draft and read back into it. */
interface WizardPart {
  Component show();

  /** The draft's settings with what the fields say. */
  default JsonObject read(JsonObject settings) {
    return settings;
  }

  /** The fields by the pointers under which they are refused. */
  default Map<String, HasValidation> fields() {
    return Map.of();
  }

  /** Whether a refusal under this pointer is this step's to mend. */
  default boolean answersFor(String pointer) {
    return fields().containsKey(pointer);
  }

  /** Shows refusals at their fields; those without a field are given back. */
  default List<Refused.Reason> complain(List<Refused.Reason> reasons) {
    fields().values().forEach(field -> field.setInvalid(false));
    for (Refused.Reason reason : reasons) {
      HasValidation field = fields().get(reason.pointer());
      if (field != null) {
        field.setErrorMessage(reason.in(Words.locale()));
        field.setInvalid(true);
      }
    }
    return reasons.stream().filter(r -> !fields().containsKey(r.pointer())).toList();
  }
}
