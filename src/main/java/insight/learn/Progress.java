package insight.learn;

/**
 * Where a long computation says how far it is, and where it learns that it shall stop. Trainers
 * call it many times a second: who implements it thins the calls out.
 */
@FunctionalInterface
public interface Progress {
  /** Hears nothing and never stops. */
  Progress NONE = share -> {};

  /**
   * Reports the finished share of the work.
   *
   * @param share 0…1
   * @throws Stopped when the work shall end here, without a result
   */
  void at(double share);

  /** The progress of a part of the work, which takes the whole from {@code from} to {@code to}. */
  default Progress part(double from, double to) {
    return share -> at(from + (to - from) * share);
  }
}
