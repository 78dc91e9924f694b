package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import insight.collect.SourceKind;
import insight.runtime.Json;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.stream.Stream;

/** What the source delivers. */
final class KindPart implements WizardPart {
  private final RadioButtonGroup<SourceKind> kinds =
      new RadioButtonGroup<>(Words.of("collect.ui.delivers"));

  KindPart(JsonObject settings) {
    kinds.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    kinds.setItems(Stream.of(SourceKind.values()).filter(SourceKind::creatable).toList());
    kinds.setRenderer(new ComponentRenderer<>(KindPart::words));
    kinds.setValue(
        SourceKind.of(settings.getString("kind", ""))
            .filter(SourceKind::creatable)
            .orElse(SourceKind.CSV));
  }

  private static Component words(SourceKind kind) {
    Span name = new Span(Words.of("collect.wizard.kind." + kind.word()));
    Div what = new Div(Words.of("collect.wizard.kind." + kind.word() + ".say"));
    what.addClassName("sub");
    return new Div(name, what);
  }

  @Override
  public Component show() {
    return kinds;
  }

  /** Another kind forgets what only the former one needed. */
  @Override
  public JsonObject read(JsonObject settings) {
    String kind = kinds.getValue().word();
    return kind.equals(settings.getString("kind", ""))
        ? settings
        : Json.object(settings).add("kind", kind).remove("preset").remove("mapping").build();
  }

  @Override
  public Map<String, HasValidation> fields() {
    return Map.of("/kind", kinds);
  }
}
