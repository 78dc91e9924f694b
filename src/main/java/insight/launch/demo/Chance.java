package insight.launch.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. Logarithms come from {@link StrictMath}, so that every machine draws the same. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Chance of its own: what is drawn from it moves nothing here. */
  Chance split() {
    return new Chance(random.nextLong());
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  double unit() {
    return random.nextDouble();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A time from {@code start} up to {@code end}. */
  long time(long start, long end) {
    return start + (long) ((end - start) * random.nextDouble());
  }

  /** 0 … bound − 1, all alike. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Waiting time until something that comes every {@code mean} on average. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /** 0, 1, 2 … with this mean, ever rarer. */
  int geometric(double mean) {
    return (int) (StrictMath.log(1 - random.nextDouble()) / StrictMath.log(mean / (1 + mean)));
  }

  /** About normal: mean 0, deviation 1, never beyond ±6. */
  double bell() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** An index, likelier the more its weight adds to the running sums. */
  int weighted(double[] sums) {
    double wanted = random.nextDouble() * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Scatters the bits of a number, as a hash does (the finaliser of SplitMix64). */
  static long scatter(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
