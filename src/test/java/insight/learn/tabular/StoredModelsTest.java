package insight.learn.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files written by the first version of each kind still load, and still say the same. */
class StoredModelsTest {
  @ParameterizedTest
  @CsvSource({
    "logistic-1.bin, 0.9675320184658885",
    "xgboost-1.bin, 0.7472901940345764",
    "platt-1.bin, 0.995574263081919",
    "isotonic-1.bin, 0.9838709677419355"
  })
  void aStoredModelLoads(String file, double probability) throws IOException {
    Classifier model;
    try (InputStream bytes = getClass().getResourceAsStream("/insight/learn/" + file)) {
      model = TabularModels.read(Objects.requireNonNull(bytes).readAllBytes());
    }
    float[] values = {1.5f, Float.NaN, 2, .5f};
    Table row = Table.of(Invented.COLUMNS, values, new double[1]);
    assertEquals(probability, model.probabilities(row)[0], 1e-6);
    assertTrue(model.contributions(row, 0)[0] > 0);
  }
}
