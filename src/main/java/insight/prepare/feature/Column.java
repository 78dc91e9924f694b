package insight.prepare.feature;

import java.util.List;

/** The values of one feature for a sample of people; what is not known is missing. */
public sealed interface Column {
  /** How many people there are, known or not. */
  int size();

  /** Bars for a drawing. */
  List<Bin> bins();

  /** Figures, NaN where not known. */
  @SuppressWarnings("ArrayRecordComponent") // large, handed on, never compared
  record Numbers(double[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public List<Bin> bins() {
      return Distributions.bins(values);
    }
  }

  /** Words, empty where not known. */
  record Words(List<String> values) implements Column {
    @Override
    public int size() {
      return values.size();
    }

    @Override
    public List<Bin> bins() {
      return Distributions.bins(values);
    }
  }
}
