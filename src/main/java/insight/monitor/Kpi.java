package insight.monitor;

/** The figures the portal keeps. Ids are the contract's. */
public enum Kpi {
  /** Sum of sales; returns stand apart. */
  REVENUE("revenue", Unit.MONEY, true),
  /** Orders with at least one sale line. */
  ORDERS("orders", Unit.COUNT, true),
  /** Revenue / orders. */
  AVERAGE_ORDER_VALUE("averageOrderValue", Unit.MONEY, true),
  /** People with at least one sale. */
  ACTIVE_CUSTOMERS("activeCustomers", Unit.COUNT, true),
  /** People whose first sale ever lies in the period. */
  NEW_CUSTOMERS("newCustomers", Unit.COUNT, true),
  /** Amount taken back, as a positive figure. */
  RETURNS("returns", Unit.MONEY, false),
  /** Share of the active customers with two or more orders in the period. */
  REPEAT_RATE("repeatRate", Unit.SHARE, true);

  /** What a value is. */
  public enum Unit {
    /** Smallest unit of the dashboard's currency. */
    MONEY,
    COUNT,
    /** 0…1. */
    SHARE
  }

  private final String id;
  private final Unit unit;
  private final boolean moreIsBetter;

  Kpi(String id, Unit unit, boolean moreIsBetter) {
    this.id = id;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
  }

  public String id() {
    return id;
  }

  public Unit unit() {
    return unit;
  }

  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** Whether values of parts of the period add up to the whole. */
  public boolean adds() {
    return switch (this) {
      case REVENUE, ORDERS, NEW_CUSTOMERS, RETURNS -> true;
      case AVERAGE_ORDER_VALUE, ACTIVE_CUSTOMERS, REPEAT_RATE -> false;
    };
  }

  /** Whether an empty window is nought; of means and shares it is no data. */
  public boolean sumOrCount() {
    return switch (this) {
      case REVENUE, ORDERS, ACTIVE_CUSTOMERS, NEW_CUSTOMERS, RETURNS -> true;
      case AVERAGE_ORDER_VALUE, REPEAT_RATE -> false;
    };
  }

  public static java.util.Optional<Kpi> of(String id) {
    return java.util.Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
  }
}
