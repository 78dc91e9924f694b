package insight.learn.tabular;

import insight.learn.UnreadableModel;
import java.nio.charset.StandardCharsets;

/** Reads the files of all kinds of models for tables. */
public final class TabularModels {
  private static final int MAGIC_LENGTH = 6;

  private TabularModels() {}

  /**
   * The model in a file.
   *
   * @throws UnreadableModel when the bytes are no such model or are damaged
   */
  public static Classifier read(byte[] file) {
    if (file.length < MAGIC_LENGTH) {
      throw new UnreadableModel("the model file is cut: it has " + file.length + " bytes");
    }
    String magic = new String(file, 0, MAGIC_LENGTH, StandardCharsets.US_ASCII);
    return switch (magic) {
      case LogisticClassifier.MAGIC -> LogisticClassifier.read(file);
      case XgbClassifier.MAGIC -> XgbClassifier.read(file);
      case Calibrated.MAGIC -> Calibrated.read(file);
      default -> throw new UnreadableModel("the model file is of no kind that is known: " + magic);
    };
  }
}
