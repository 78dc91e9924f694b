package insight.launch.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** What time it is for a customer: hour, day of the week, time of the year, feasts and sales. */
record Season(ZonedDateTime local, Country country) {
  /** The most that rush() can come to; visits are drawn against it. */
  static final double MOST = 8.1;

  private static final double[] MONTHS = {
    1.0, 0.85, 0.88, 0.92, 0.92, 0.86, 0.82, 0.8, 0.95, 1.08, 1.45, 1.5
  };
  private static final double[] WEEK = {1.08, 1.0, 0.97, 0.97, 0.88, 0.92, 1.18};
  private static final double[] DAY = {
    0.35, 0.18, 0.1, 0.07, 0.07, 0.15, 0.4, 0.7, 0.95, 1.05, 1.15, 1.2, 1.3, 1.2, 1.05, 1.05, 1.1,
    1.2, 1.35, 1.7, 2.0, 1.95, 1.4, 0.8
  };

  static Season at(long millis, Country country) {
    return new Season(Instant.ofEpochMilli(millis).atZone(country.zone), country);
  }

  /** How busy the shop is compared with its mean, seen from this customer. */
  double rush() {
    return month() * feast() * WEEK[local.getDayOfWeek().getValue() - 1] * DAY[local.getHour()];
  }

  /** Goes evenly from one month to the next. */
  private double month() {
    int now = local.getMonthValue() - 1;
    double gone = (local.getDayOfMonth() - 1) / 31.0;
    return MONTHS[now] * (1 - gone) + MONTHS[(now + 1) % 12] * gone;
  }

  private double feast() {
    if (country == Country.CN) {
      boolean singles = local.getMonth() == Month.NOVEMBER && local.getDayOfMonth() / 3 == 3;
      return singles ? 2.3 : 1;
    }
    if (local.getMonth() == Month.DECEMBER && local.getDayOfMonth() > 18) {
      return 0.5;
    }
    return blackFriday() ? 1.6 : 1;
  }

  /** From the Tuesday before to the Monday after the day that follows Thanksgiving. */
  private boolean blackFriday() {
    if (local.getMonth() != Month.NOVEMBER && local.getMonth() != Month.DECEMBER) {
      return false;
    }
    LocalDate friday =
        LocalDate.of(local.getYear(), Month.NOVEMBER, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
            .plusDays(1);
    return Math.abs(friday.toEpochDay() - local.toLocalDate().toEpochDay()) <= 3;
  }

  /** Whether the shop sells a part of its goods cheaper now. */
  boolean sale() {
    int day = local.getDayOfMonth();
    return switch (local.getMonth()) {
      case JANUARY -> day >= 2 && day <= 20;
      case JULY -> day <= 16;
      default -> blackFriday();
    };
  }

  /** Christmas, Valentine's day, mothers' days: when people buy for others. */
  boolean gifts() {
    int day = local.getDayOfMonth();
    return switch (local.getMonth()) {
      case NOVEMBER -> day >= 10;
      case DECEMBER -> day <= 20;
      case FEBRUARY -> day >= 6 && day <= 14;
      case MARCH -> day >= 8 && day <= 20 && (country == Country.GB || country == Country.IE);
      case MAY -> day <= 11 && country != Country.GB && country != Country.IE;
      default -> false;
    };
  }

  /** The coupon of this time of the year: its code and per cent. */
  Coupon coupon() {
    return switch (local.getMonth()) {
      case JANUARY, FEBRUARY -> new Coupon("COSY10", 10);
      case MARCH, APRIL, MAY -> new Coupon("SPRING10", 10);
      case JUNE, JULY, AUGUST -> new Coupon("SUMMER15", 15);
      case SEPTEMBER, OCTOBER -> new Coupon("AUTUMN10", 10);
      case NOVEMBER -> new Coupon("BLACK20", 20);
      case DECEMBER -> new Coupon("LANTERN10", 10);
    };
  }

  /** A code and the per cent it takes off. */
  record Coupon(String code, int percent) {
    static final Coupon WELCOME = new Coupon("WELCOME10", 10);
  }
}
