package insight.bench;

import insight.predict.CdnowChurn;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;

/**
 * Who orders within 91 days at CDNOW: the area under the curve of each kind of model, trained on
 * earlier cut-offs only, beside recency alone and BG/NBD.
 */
final class ChurnBench implements Runnable {
  /** What no bar names has to beat recency alone. */
  private static final double LEAST = .764;

  /** Differences below it were within noise when the bars were measured. */
  private static final double NOISE = .005;

  private static final Map<String, Double> BARS =
      Map.of("recency", .764, "bg-nbd", .769, "xgboost", .776);

  @Override
  public void run() {
    if (!Files.exists(CdnowChurn.file())) {
      Print.line("There is no " + CdnowChurn.file() + "; nothing measured.");
      return;
    }
    CdnowChurn.areas()
        .forEach(
            (name, area) -> {
              Print.atLeast(
                  "churn AUC on CDNOW (bar less .005), " + name,
                  area.value(),
                  BARS.getOrDefault(name, LEAST) - NOISE,
                  "");
              Print.line(
                  String.format(
                      Locale.ROOT,
                      "  %.4f, 95 %% interval %.4f to %.4f, %d customers",
                      area.value(),
                      area.low(),
                      area.high(),
                      area.n()));
            });
  }
}
