package insight.runtime;

/** What a person may set at work, with its default. */
public enum Setting {
  /** IANA zone in which the portal's days begin. */
  ZONE("shop.zone", "UTC"),
  /** ISO 4217 code the dashboards show; empty: the currency of most sales. */
  CURRENCY("shop.currency", ""),
  /** Whether recommendations leave out what a customer already bought. */
  NEW_ONLY("recommend.new-only", "true"),
  /** Days without an order after which a customer counts as gone quiet. */
  QUIET_DAYS("segment.quiet-days", "90");

  private final String key;
  private final String preset;

  Setting(String key, String preset) {
    this.key = key;
    this.preset = preset;
  }

  public String key() {
    return key;
  }

  public String preset() {
    return preset;
  }
}
