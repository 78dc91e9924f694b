package insight.collect.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import insight.shell.part.Words;

/** What the upload field says while a file is on its way, in the reader's language. */
final class UploadWords {
  static final String[] EXTENSIONS = {
    ".csv", ".txt", ".tsv", ".gz", ".jsonl", ".ndjson", ".xlsx", ".zip"
  };

  private UploadWords() {}

  static UploadI18N here() {
    return new UploadI18N()
        .setError(
            new UploadI18N.Error()
                .setTooManyFiles(Words.of("collect.ui.upload.many"))
                .setIncorrectFileType(Words.of("collect.ui.upload.type")))
        .setUploading(
            new UploadI18N.Uploading()
                .setStatus(
                    new UploadI18N.Uploading.Status()
                        .setConnecting(Words.of("collect.ui.upload.connecting"))
                        .setStalled(Words.of("collect.ui.upload.stalled"))
                        .setProcessing(Words.of("collect.ui.upload.processing"))
                        .setHeld(Words.of("collect.ui.upload.held")))
                .setRemainingTime(
                    new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(Words.of("collect.ui.upload.rest"))
                        .setUnknown(Words.of("collect.ui.upload.restUnknown")))
                .setError(
                    new UploadI18N.Uploading.Error()
                        .setServerUnavailable(Words.of("collect.ui.upload.away"))
                        .setUnexpectedServerError(Words.of("collect.ui.upload.failed"))
                        .setForbidden(Words.of("collect.ui.upload.forbidden"))));
  }
}
