package insight.predict;

import insight.learn.Interval;
import insight.learn.Progress;
import insight.learn.lifetime.BgNbd;
import insight.learn.lifetime.Purchases;
import insight.learn.measure.BinaryMeasure;
import insight.learn.measure.GroupedBootstrap;
import insight.learn.measure.Predictions;
import insight.learn.tabular.Column;
import insight.learn.tabular.Columns;
import insight.learn.tabular.Table;
import insight.learn.tabular.TabularTrainer;
import insight.learn.tabular.Trainers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All CDNOW customers: who orders within the 91 days from 1 October 1997 on, foretold from what
 * earlier cut-offs taught, beside recency alone and BG/NBD (Fader, Hardie and Lee 2005).
 */
public final class CdnowChurn {
  private static final long SEED = 1;
  private static final int DAYS = 91;
  private static final int EARLIER = 2;
  private static final LocalDate TEST = LocalDate.of(1997, 10, 1);
  private static final List<String> FEATURES =
      List.of(
          "frequency",
          "recencyDays",
          "tenureDays",
          "monetary",
          "averageOrderValue",
          "basketSize",
          "orders30",
          "orders90",
          "orders365",
          "meanGapDays",
          "overdueRatio");
  private static final Columns COLUMNS =
      new Columns(FEATURES.stream().map(Column::numeric).toList());

  private final Map<String, List<Bought>> customers = new TreeMap<>();

  private record Bought(LocalDate day, int units, double dollars) {}

  private CdnowChurn() {}

  /** The file of the real shop; it need not be there. */
  public static Path file() {
    return Path.of(
        System.getProperty("insight.data", "../shared/data"), "cdnow", "CDNOW_master.txt");
  }

  /** The area under the curve by model, with bounds that draw customers. */
  public static Map<String, Interval> areas() {
    CdnowChurn shop = read();
    List<Table> cutoffs =
        IntStream.rangeClosed(0, EARLIER)
            .mapToObj(i -> shop.table(TEST.minusDays((long) i * DAYS)))
            .toList();
    Table test = cutoffs.getFirst();
    Table earlier = joined(cutoffs.subList(1, cutoffs.size()));
    Map<String, Interval> areas = new LinkedHashMap<>();
    areas.put("recency", area(test, column(test, "recencyDays")));
    areas.put("bg-nbd", area(test, shop.bgNbd()));
    for (TabularTrainer trainer : Trainers.all()) {
      areas.put(
          trainer.name(),
          area(
              test,
              Fitting.of(trainer.name(), Map.of(), earlier, SEED, Progress.NONE)
                  .classifier()
                  .probabilities(test)));
    }
    return areas;
  }

  private static CdnowChurn read() {
    CdnowChurn shop = new CdnowChurn();
    try {
      for (String line : Files.readAllLines(file())) {
        String[] f = line.strip().split("\\s+");
        LocalDate day = LocalDate.parse(f[1], DateTimeFormatter.BASIC_ISO_DATE);
        shop.customers
            .computeIfAbsent(f[0], id -> new ArrayList<>())
            .add(new Bought(day, Integer.parseInt(f[2]), Double.parseDouble(f[3])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shop;
  }

  private static Interval area(Table test, double[] scores) {
    Predictions predictions = Predictions.of(scores, test.happened(), test.groups());
    return GroupedBootstrap.of(predictions, BinaryMeasure.ROC_AUC, SEED);
  }

  private static double[] column(Table table, String name) {
    double[] values = new double[table.rows()];
    Arrays.setAll(values, i -> table.value(i, FEATURES.indexOf(name)));
    return values;
  }

  /** Everybody who had bought before the cut-off; 1 = no order in the days from it on. */
  private Table table(LocalDate cutoff) {
    List<float[]> rows = new ArrayList<>();
    List<Double> left = new ArrayList<>();
    List<Long> who = new ArrayList<>();
    customers.forEach(
        (id, all) -> {
          List<Bought> before = all.stream().filter(b -> b.day().isBefore(cutoff)).toList();
          if (!before.isEmpty()) {
            rows.add(features(before, cutoff));
            left.add(all.stream().anyMatch(b -> within(b, cutoff)) ? 0.0 : 1.0);
            who.add(Long.parseLong(id));
          }
        });
    float[] values = new float[rows.size() * FEATURES.size()];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, values, i * FEATURES.size(), FEATURES.size());
    }
    int[] origin = new int[rows.size()];
    Arrays.fill(origin, (int) cutoff.toEpochDay());
    return Table.of(
        COLUMNS,
        values,
        left.stream().mapToDouble(d -> d).toArray(),
        who.stream().mapToLong(w -> w).toArray(),
        origin,
        DAYS);
  }

  private static boolean within(Bought bought, LocalDate cutoff) {
    return !bought.day().isBefore(cutoff) && bought.day().isBefore(cutoff.plusDays(DAYS));
  }

  private static float[] features(List<Bought> before, LocalDate cutoff) {
    double dollars = before.stream().mapToDouble(Bought::dollars).sum();
    double units = before.stream().mapToDouble(Bought::units).sum();
    int n = before.size();
    double recency = cutoff.toEpochDay() - before.getLast().day().toEpochDay();
    double tenure = cutoff.toEpochDay() - before.getFirst().day().toEpochDay();
    double gap = n > 1 ? (tenure - recency) / (n - 1) : Double.NaN;
    return new float[] {
      n,
      (float) recency,
      (float) tenure,
      (float) dollars,
      (float) (dollars / n),
      (float) (units / n),
      since(before, cutoff, 30),
      since(before, cutoff, 90),
      since(before, cutoff, 365),
      (float) gap,
      (float) (gap > 0 ? recency / gap : Double.NaN)
    };
  }

  private static long since(List<Bought> before, LocalDate cutoff, int days) {
    return before.stream().filter(b -> !b.day().isBefore(cutoff.minusDays(days))).count();
  }

  private static Table joined(List<Table> tables) {
    int rows = tables.stream().mapToInt(Table::rows).sum();
    float[] values = new float[rows * FEATURES.size()];
    double[] target = new double[rows];
    long[] group = new long[rows];
    int[] origin = new int[rows];
    int at = 0;
    for (Table table : tables) {
      for (int r = 0; r < table.rows(); r++, at++) {
        for (int c = 0; c < FEATURES.size(); c++) {
          values[at * FEATURES.size() + c] = table.value(r, c);
        }
        target[at] = table.target(r);
        group[at] = table.group(r);
        origin[at] = table.origin(r);
      }
    }
    return Table.of(COLUMNS, values, target, group, origin, DAYS);
  }

  /** How probable it is that nothing comes, fitted to what was known at the cut-off. */
  private double[] bgNbd() {
    List<Purchases> known = new ArrayList<>();
    for (List<Bought> all : customers.values()) {
      long[] days =
          all.stream()
              .filter(b -> b.day().isBefore(TEST))
              .mapToLong(b -> b.day().toEpochDay())
              .distinct()
              .sorted()
              .toArray();
      if (days.length > 0) {
        double last = (days[days.length - 1] - days[0]) / 7.0;
        known.add(new Purchases(days.length - 1, last, (TEST.toEpochDay() - days[0]) / 7.0));
      }
    }
    BgNbd model = BgNbd.fit(known, Progress.NONE);
    return known.stream().mapToDouble(p -> 1 - model.buysWithin(p, DAYS / 7.0)).toArray();
  }
}
