package insight.learn.tabular;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import insight.learn.measure.LogLoss;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A curve from raw probabilities to calibrated ones; it never turns an order around. */
sealed interface Scores {
  double of(double raw);

  void write(ModelWriter file);

  static double logOdds(double probability) {
    double p = Math.max(1e-9, Math.min(1 - 1e-9, probability));
    return Math.log(p / (1 - p));
  }

  static Scores read(ModelReader file) {
    int kind = file.whole();
    double[] first = file.reals();
    double[] second = file.reals();
    ModelReader.require(first.length == second.length && first.length > 0, "no calibration");
    return kind == 0 ? new Platt(first[0], second[0]) : new Isotonic(first, second);
  }

  /** A sigmoid over the log-odds (Platt 1999), fitted by Newton's method on his soft targets. */
  record Platt(double slope, double shift) implements Scores {
    private static final int STEPS = 50;

    static Platt fit(double[] raw, boolean[] happened) {
      double[] z = Arrays.stream(raw).map(Scores::logOdds).toArray();
      double yes = IntStream.range(0, happened.length).filter(i -> happened[i]).count();
      double softYes = (yes + 1) / (yes + 2);
      double softNo = 1 / (happened.length - yes + 2);
      double[] wanted = new double[z.length];
      Arrays.setAll(wanted, i -> happened[i] ? softYes : softNo);
      Platt best = new Platt(1, 0);
      for (int step = 0; step < STEPS; step++) {
        best = best.nearer(z, wanted);
      }
      return new Platt(Math.max(best.slope, 0), best.shift);
    }

    /** One step of Newton's, at most 1 in each figure. */
    private Platt nearer(double[] z, double[] wanted) {
      double bySlope = 0;
      double byShift = 0;
      double aa = 1e-9;
      double ab = 0;
      double bb = 1e-9;
      for (int i = 0; i < z.length; i++) {
        double p = LogLoss.sigmoid(slope * z[i] + shift);
        double weight = p * (1 - p);
        bySlope += (p - wanted[i]) * z[i];
        byShift += p - wanted[i];
        aa += weight * z[i] * z[i];
        ab += weight * z[i];
        bb += weight;
      }
      double determinant = aa * bb - ab * ab;
      if (Math.abs(determinant) < 1e-12) {
        return this;
      }
      double a = (bb * bySlope - ab * byShift) / determinant;
      double b = (aa * byShift - ab * bySlope) / determinant;
      return new Platt(slope - Math.max(-1, Math.min(1, a)), shift - Math.max(-1, Math.min(1, b)));
    }

    @Override
    public double of(double raw) {
      return LogLoss.sigmoid(slope * logOdds(raw) + shift);
    }

    @Override
    public void write(ModelWriter file) {
      file.whole(0).reals(new double[] {slope}).reals(new double[] {shift});
    }
  }

  /**
   * The best rising steps (pool adjacent violators; Zadrozny and Elkan 2002), straight lines
   * between their middles. Each step is drawn a little towards one half, so none is certain.
   */
  @SuppressWarnings("ArrayRecordComponent") // read and never compared
  record Isotonic(double[] raw, double[] calibrated) implements Scores {
    static Isotonic fit(double[] raw, boolean[] happened) {
      int[] order =
          IntStream.range(0, raw.length)
              .boxed()
              .sorted((a, b) -> Double.compare(raw[a], raw[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] yes = new double[raw.length];
      double[] n = new double[raw.length];
      double[] middle = new double[raw.length];
      int steps = 0;
      for (int row : order) {
        yes[steps] = happened[row] ? 1 : 0;
        n[steps] = 1;
        middle[steps] = raw[row];
        steps++;
        while (steps > 1 && violates(yes, n, middle, steps)) {
          steps--;
          middle[steps - 1] =
              (middle[steps - 1] * n[steps - 1] + middle[steps] * n[steps])
                  / (n[steps - 1] + n[steps]);
          yes[steps - 1] += yes[steps];
          n[steps - 1] += n[steps];
        }
      }
      double[] calibrated = new double[steps];
      Arrays.setAll(calibrated, i -> (yes[i] + .5) / (n[i] + 1));
      for (int i = 1; i < steps; i++) {
        calibrated[i] = Math.max(calibrated[i], calibrated[i - 1]);
      }
      return new Isotonic(Arrays.copyOf(middle, steps), calibrated);
    }

    private static boolean violates(double[] yes, double[] n, double[] middle, int steps) {
      return yes[steps - 2] * n[steps - 1] >= yes[steps - 1] * n[steps - 2]
          || middle[steps - 2] == middle[steps - 1];
    }

    @Override
    public double of(double score) {
      int place = Arrays.binarySearch(raw, score);
      int above = place >= 0 ? place : -place - 1;
      if (above == 0 || above == raw.length) {
        return calibrated[Math.min(above, raw.length - 1)];
      }
      double share = (score - raw[above - 1]) / (raw[above] - raw[above - 1]);
      return calibrated[above - 1] + share * (calibrated[above] - calibrated[above - 1]);
    }

    @Override
    public void write(ModelWriter file) {
      file.whole(1).reals(raw).reals(calibrated);
    }
  }
}
