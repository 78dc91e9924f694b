package insight.collect.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.Canonical;
import insight.collect.Preset;
import insight.collect.Preview;
import insight.collect.PreviewFixture;
import insight.it.Data;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessesTest {
  private static String mapping(Preview preview) {
    Guess guess = Guesses.of(preview);
    return guess.columns().stream()
        .filter(c -> c.field().isPresent())
        .collect(
            Collectors.toMap(
                c -> c.field().get().word(),
                c -> c.column() + c.format().map(f -> " " + f).orElse(""),
                (a, b) -> a,
                TreeMap::new))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          online-retail-2011/online_retail_2010-12_2011-12.csv.gz | country=Country; customer=CustomerID; order=InvoiceNo; product=StockCode; productName=Description; quantity=Quantity; time=InvoiceDate yyyy-MM-dd HH:mm:ss; unitPrice=UnitPrice
          cdnow/CDNOW_master.txt | amount=amount; customer=customer; quantity=quantity; time=date yyyyMMdd
          complete-journey/transactions_sample.csv.gz | amount=sales_value; customer=household_id; order=basket_id; product=product_id; quantity=quantity; time=transaction_timestamp
          complete-journey/coupon_redemptions.csv.gz | coupon=coupon_upc; customer=household_id; time=redemption_date
          rees46-electronics-sample/test_df.csv | category=category_code; customer=user_id; event=event_type; product=product_id; time=event_time; unitPrice=price
          olist/olist_order_payments_dataset.csv.gz | amount=payment_value; method=payment_type; order=order_id
          olist/subset-10k-2017/orders.csv.gz | customer=customer_id; order=order_id; time=order_purchase_timestamp yyyy-MM-dd HH:mm:ss
          olist/subset-10k-2017/order_items.csv.gz | order=order_id; product=product_id; time=shipping_limit_date yyyy-MM-dd HH:mm:ss; unitPrice=price
          olist/subset-10k-2017/customers.csv.gz | customer=customer_unique_id
          olist/olist_products_dataset.csv.gz | category=product_category_name; product=product_id
          hillstrom-email-test/hillstrom.csv.gz | amount=spend
          ml-latest-small/ratings.csv.gz | customer=user_id; product=movie_id; rating=rating
          walmart-weekly/Walmart_Store_sales.stores01-40.csv | amount=Weekly_Sales; time=Date d-M-yyyy
          amazon-polarity-20k/amazon.csv.gz | text=reviewText
          """)
  void realFilesAreReadAsAPersonWould(String file, String expected) {
    assertEquals(expected, mapping(PreviewFixture.of(Data.file(file))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          客户编号,订单号,商品名称,数量,单价,下单时间,国家^C7,D1,茶杯,2,3.50,2026年3月4日 12:30,中国 | country=国家; customer=客户编号; order=订单号; productName=商品名称; quantity=数量; time=下单时间 yyyy年M月d日 H:mm; unitPrice=单价
          Kundennummer;Bestellnummer;Artikel;Menge;Einzelpreis;Bestelldatum^7;9;A1;2;1.234,50;24.12.2025 18:00 | customer=Kundennummer; order=Bestellnummer; product=Artikel; quantity=Menge; time=Bestelldatum d.M.yyyy H:mm; unitPrice=Einzelpreis
          Numéro client;Commande;Quantité;Prix;Date commande^7;9;2;12,50;24/12/2025 | customer=Numéro client; order=Commande; quantity=Quantité; time=Date commande d/M/yyyy; unitPrice=Prix
          cliente;pedido;cantidad;precio;fecha^7;9;2;12,50;24/12/2025 08:30 | customer=cliente; order=pedido; quantity=cantidad; time=fecha d/M/yyyy H:mm; unitPrice=precio
          código cliente;quantidade;preço unitário;data pedido^7;2;12,50;24/12/2025 | customer=código cliente; quantity=quantidade; time=data pedido d/M/yyyy; unitPrice=preço unitário
          userId,eMail,eventName,timestamp^u1,a@b.example,Product Viewed,2026-01-31T12:00:00Z | customer=userId; email=eMail; event=eventName; time=timestamp
          """)
  void columnNamesOfSixLanguagesAreKnown(String file, String expected) {
    assertEquals(expected, mapping(PreviewFixture.of(file.strip().replace('^', '\n'))));
  }

  @Test
  void dayAndMonthThatCannotBeToldApartAreSaidSo() {
    Guess guess = Guesses.of(PreviewFixture.of("date,total\n03/04/2026,1\n05/06/2026,2\n"));
    ColumnGuess time = guess.of(Canonical.TIME).orElseThrow();
    assertTrue(time.doubt());
    assertTrue(
        time.why().stream()
            .anyMatch(w -> w.in(Locale.ENGLISH).startsWith("Day and month cannot be told apart")));
    Guess sure = Guesses.of(PreviewFixture.of("date,total\n03/04/2026,1\n05/16/2026,2\n"));
    assertEquals(Optional.of("M/d/yyyy"), sure.of(Canonical.TIME).orElseThrow().format());
    assertFalse(sure.of(Canonical.TIME).orElseThrow().doubt());
  }

  @Test
  void decimalCommaAndCurrencyAreSeen() {
    Guess guess = Guesses.of(PreviewFixture.of("Datum;Betrag EUR\n2026-01-02;1.234,56\n"));
    assertTrue(guess.decimalComma());
    assertEquals(Optional.of("EUR"), guess.currency());
    assertEquals(
        Optional.of("GBP"),
        Guesses.of(PreviewFixture.of("date,total\n2026-01-02,£4.50\n")).currency());
  }

  @Test
  void aPriceAloneIsThePriceOfOne() {
    Guess guess = Guesses.of(PreviewFixture.of("date,price\n2026-01-02,4.50\n"));
    assertEquals(Map.of(Canonical.QUANTITY, "1"), guess.constants());
  }

  @Test
  void knownShapesAreRecognisedByTheirColumns() {
    assertEquals(
        Optional.of(Preset.UCI_ONLINE_RETAIL), PreviewFixture.of(Data.onlineRetail()).preset());
    assertEquals(Optional.of(Preset.CDNOW), PreviewFixture.of(Data.cdnow()).preset());
    assertEquals(Optional.empty(), PreviewFixture.of("date,total\n2026-01-02,1\n").preset());
  }

  @Test
  void everyReasonIsAWordInBothLanguages() {
    Guess guess = Guesses.of(PreviewFixture.of(Data.onlineRetail()));
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      assertTrue(
          Stream.concat(
                  guess.columns().stream().flatMap(c -> c.why().stream()), guess.notes().stream())
              .allMatch(w -> !w.in(locale).isBlank() && !w.in(locale).contains("collect.guess")));
    }
  }
}
