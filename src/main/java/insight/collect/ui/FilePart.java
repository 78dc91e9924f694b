package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import insight.collect.Content;
import insight.collect.Draft;
import insight.collect.Drafts;
import insight.collect.Preset;
import insight.collect.Preview;
import insight.collect.SourceKind;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Json;
import insight.shell.part.Buttons;
import insight.shell.part.Columns;
import insight.shell.part.Facts;
import insight.shell.part.Note;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file the source is shown, and its first records as they stand there. */
final class FilePart implements WizardPart {
  private final Drafts drafts;
  private final Draft draft;
  private final Caller caller;
  private final Checkbox known = new Checkbox();
  private final Select<Content> content = new Select<>();
  private Optional<Preset> preset = Optional.empty();

  FilePart(Drafts drafts, Draft draft, Caller caller) {
    this.drafts = drafts;
    this.draft = draft;
    this.caller = caller;
    content.setLabel(Words.of("collect.wizard.content"));
    content.setHelperText(Words.of("collect.wizard.content.help"));
    content.setItems(Content.values());
    content.setItemLabelGenerator(c -> Words.of("collect.content." + c.word()));
    content.setValue(Content.of(draft.settings().getString("content", "")).orElse(Content.EVENTS));
    content.setMinWidth("280px");
  }

  @Override
  public Component show() {
    List<Component> parts = new ArrayList<>();
    parts.add(upload());
    if (draft.fileName().isPresent()) {
      try {
        seen(drafts.preview(draft.id(), caller), parts);
      } catch (Refused refused) {
        parts.add(new Note(Tone.BAD, refused.in(Words.locale())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Columns.stack(parts.toArray(Component[]::new));
  }

  private void seen(Preview preview, List<Component> parts) {
    parts.add(facts(preview));
    preset = preview.preset().filter(p -> p != Preset.SEGMENT_JSONL);
    preset.ifPresent(
        shape -> {
          parts.add(
              new Note(
                  Tone.GOOD,
                  Words.of("collect.wizard.known", Words.of("collect.ui.preset." + shape.word()))));
          known.setLabel(Words.of("collect.wizard.known.use"));
          String chosen = draft.settings().getString("preset", shape.word());
          known.setValue(chosen.equals(shape.word()));
          parts.add(known);
        });
    if (!preview.header() && preset.isEmpty()) {
      parts.add(new Note(Tone.WARNING, Words.of("collect.wizard.noHeader")));
    }
    if (preview.kind() != SourceKind.JSONL) {
      parts.add(content);
    }
    parts.add(PreviewTable.of(preview));
  }

  private Facts facts(Preview preview) {
    Facts facts =
        new Facts()
            .fact(Words.of("collect.ui.file"), draft.fileName().orElse(""))
            .fact(Words.of("collect.wizard.bytes"), kilobytes())
            .fact(Words.of("collect.wizard.encoding"), preview.encoding());
    preview
        .separator()
        .ifPresent(
            s ->
                facts.fact(
                    Words.of("collect.wizard.separator"),
                    Words.of(
                        "collect.wizard.separator."
                            + s.name().toLowerCase(java.util.Locale.ROOT))));
    return facts.fact(
        Words.of("collect.wizard.columns.n"),
        Numbers.whole(preview.columns().size(), Words.locale()));
  }

  private String kilobytes() {
    return Numbers.whole((draft.bytes() + 1023) / 1024, Words.locale()) + " kB";
  }

  private Upload upload() {
    Upload upload = new Upload(this::receive);
    upload.setMaxFiles(1);
    upload.setAcceptedFileExtensions(UploadWords.EXTENSIONS);
    upload.setI18n(UploadWords.here());
    upload.addFileRejectedListener(e -> Toasts.warning(e.getErrorMessage()));
    upload.setWidthFull();
    upload.getElement().setAttribute("aria-label", Words.of("collect.ui.upload"));
    String verb =
        draft.fileName().isPresent() ? "collect.wizard.other" : "collect.ui.upload.choose";
    upload.setUploadButton(Buttons.plain(Words.of(verb), () -> {}));
    upload.setDropLabel(new Span(Words.of("collect.ui.upload.drop")));
    return upload;
  }

  /** Runs in the request's own thread: the file is streamed to the disk, not into memory. */
  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream body = event.getInputStream()) {
      drafts.hold(draft.id(), event.getFileName(), body, caller);
      ui.access(() -> ui.getPage().setLocation(NewSourceView.path(draft.id(), WizardStep.FILE)));
    } catch (Refused refused) {
      event.reject(refused.in(ui.getLocale()));
      ui.access(() -> Toasts.refused(refused));
    }
  }

  @Override
  public JsonObject read(JsonObject settings) {
    String before = settings.getString("content", Content.EVENTS.word());
    JsonObjectBuilder json =
        Json.object(settings).remove("preset").add("content", content.getValue().word());
    if (!before.equals(content.getValue().word())) {
      json.remove("mapping");
    }
    preset
        .filter(shape -> known.getValue())
        .ifPresent(shape -> json.add("preset", shape.word()).remove("mapping").remove("content"));
    if (settings.getString("kind", "").equals("jsonl")) {
      json.add("preset", Preset.SEGMENT_JSONL.word()).remove("content");
    }
    return json.build();
  }

  /** Nothing goes on without a file that can be read. */
  @Override
  public List<Refused.Reason> complain(List<Refused.Reason> reasons) {
    try {
      drafts.preview(draft.id(), caller);
      return List.of();
    } catch (Refused refused) {
      return refused.reasons();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
