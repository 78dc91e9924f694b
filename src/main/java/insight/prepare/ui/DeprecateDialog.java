package insight.prepare.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.Refused;
import insight.prepare.Features;
import insight.prepare.feature.Feature;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Words;

/** Asks why a feature is no longer to be offered. */
final class DeprecateDialog {
  private static final int WORDS = 500;

  private final Features features;
  private final Feature feature;
  private final Caller caller;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final TextField reason = new TextField(Words.of("prepare.features.deprecate.reason"));

  DeprecateDialog(Features features, Feature feature, Caller caller, Runnable done) {
    this.features = features;
    this.feature = feature;
    this.caller = caller;
    this.done = done;
    reason.setMaxLength(WORDS);
    reason.setWidthFull();
    dialog.setWidth("min(32rem, 96vw)");
    dialog.setHeaderTitle(
        Words.of("prepare.features.deprecate.title", FeatureFormat.name(feature)));
    dialog.add(new Paragraph(Words.of("prepare.features.deprecate.text")), reason);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("prepare.features.deprecate"), this::deprecate));
  }

  void open() {
    dialog.open();
    reason.focus();
  }

  private void deprecate() {
    try {
      features.deprecate(feature.id(), reason.getValue(), caller);
      dialog.close();
      done.run();
    } catch (Refused refused) {
      reason.setErrorMessage(refused.in(Words.locale()));
      reason.setInvalid(true);
    }
  }
}
