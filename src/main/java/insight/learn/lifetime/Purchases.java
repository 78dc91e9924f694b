package insight.learn.lifetime;

/**
 * What the model knows of a customer; times in one unit, weeks or days, since the first purchase.
 *
 * @param repeats purchases after the first, those of a day counting once
 * @param last when the last one was; 0 without repeats
 * @param age how long the customer has been watched
 */
public record Purchases(int repeats, double last, double age) {
  public Purchases {
    boolean sound = repeats >= 0 && last >= 0 && age >= last && (repeats > 0 || last == 0);
    if (!sound || !Double.isFinite(age)) {
      throw new IllegalArgumentException(
          "no such customer: " + repeats + " repeats, the last at " + last + " of " + age);
    }
  }
}
