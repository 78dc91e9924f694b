package insight.segment;

import insight.prepare.FeatureColumns;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One feature of all customers; what is not known is filled with what is usual. */
record FeatureColumn(GroupFeature feature, Optional<FeatureColumns.Values> values) {

  double[] of(List<Customer> customers) {
    double[] column = new double[customers.size()];
    int place = values.map(v -> v.features().indexOf(feature.word())).orElse(-1);
    if (feature.isShort()) {
      Arrays.setAll(column, row -> feature.of(customers.get(row)));
    } else if (place >= 0) {
      FeatureColumns.Values known = values.orElseThrow();
      Arrays.setAll(column, row -> known.value(row, place));
    }
    return filled(column);
  }

  private static double[] filled(double[] column) {
    double usual =
        Math.expm1(
            Arrays.stream(column)
                .filter(Double::isFinite)
                .map(v -> Math.log1p(Math.max(0, v)))
                .average()
                .orElse(0));
    Arrays.setAll(column, row -> Double.isFinite(column[row]) ? Math.max(0, column[row]) : usual);
    return column;
  }
}
