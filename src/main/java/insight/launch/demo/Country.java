package insight.launch.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A country that the shop delivers to, and its habits: how people pay (the first the most), how
 * large their baskets are, how much they send back, the language they write in.
 */
enum Country {
  GB(0.44, "Europe/London", "en-GB", 1.0, 1.0, "card", "paypal", "apple_pay", "klarna"),
  DE(0.14, "Europe/Berlin", "de-DE", 1.15, 1.9, "invoice", "paypal", "direct_debit", "card"),
  US(0.12, "America/New_York", "en-US", 1.3, 0.9, "card", "apple_pay", "paypal"),
  FR(0.1, "Europe/Paris", "fr-FR", 0.9, 0.9, "card", "paypal", "bank_transfer"),
  CN(0.08, "Asia/Shanghai", "zh-CN", 1.1, 0.6, "alipay", "wechat_pay", "card"),
  ES(0.05, "Europe/Madrid", "es-ES", 0.85, 0.8, "card", "paypal", "bizum"),
  NL(0.03, "Europe/Amsterdam", "nl-NL", 1.0, 1.3, "ideal", "klarna", "paypal"),
  IE(0.025, "Europe/Dublin", "en-IE", 1.0, 0.9, "card", "apple_pay", "paypal"),
  AU(0.015, "Australia/Sydney", "en-AU", 1.2, 0.7, "card", "paypal");

  final double share;
  final ZoneId zone;
  final String locale;
  final double basket;
  final double returns;
  private final String methods;

  Country(
      double share, String zone, String locale, double basket, double returns, String... methods) {
    this.share = share;
    this.zone = ZoneId.of(zone);
    this.locale = locale;
    this.basket = basket;
    this.returns = returns;
    this.methods = String.join("|", methods);
  }

  /** The language of names. */
  String language() {
    return Locale.forLanguageTag(locale).getLanguage();
  }

  /** The language of reviews and searches: the Dutch write English to a British shop. */
  String writes() {
    return this == NL ? "en" : language();
  }

  /** A way to pay; the first are the usual ones. */
  String method(Chance chance) {
    List<String> ways = List.of(methods.split("\\|"));
    int way = 0;
    while (way < ways.size() - 1 && chance.happens(0.45)) {
      way++;
    }
    return ways.get(way);
  }

  static Country any(Chance chance) {
    double wanted = chance.unit();
    for (Country country : values()) {
      wanted -= country.share;
      if (wanted < 0) {
        return country;
      }
    }
    return GB;
  }
}
