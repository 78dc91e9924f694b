package insight.segment;

/**
 * Scores 1…5 for recency, frequency and monetary value; 5 is the best fifth of all customers.
 * Customers with the same value have the same score.
 */
public record Rfm(int recency, int frequency, int monetary) {
  public Rfm {
    if (outside(recency) || outside(frequency) || outside(monetary)) {
      throw new IllegalArgumentException("RFM " + recency + frequency + monetary);
    }
  }

  private static boolean outside(int score) {
    return score < 1 || score > 5;
  }

  /** As shops write it: 5-4-5. */
  public String word() {
    return recency + "-" + frequency + "-" + monetary;
  }

  /** The mean of frequency and monetary value, 1…5. */
  private double worth() {
    return (frequency + monetary) / 2.0;
  }

  /**
   * The plain group of these scores. Lately seen (R 4–5): high-value from worth 4, regular from
   * 2.5, else recent. R 3: regular from worth 2.5, else slipping. R 1–2: slipping from 2.5, else
   * silent.
   */
  public SegmentLabel label() {
    boolean worthy = worth() >= 2.5;
    return switch (recency) {
      case 4, 5 ->
          worth() >= 4
              ? SegmentLabel.HIGH_VALUE
              : worthy ? SegmentLabel.REGULAR : SegmentLabel.RECENT;
      case 3 -> worthy ? SegmentLabel.REGULAR : SegmentLabel.SLIPPING;
      default -> worthy ? SegmentLabel.SLIPPING : SegmentLabel.SILENT;
    };
  }
}
