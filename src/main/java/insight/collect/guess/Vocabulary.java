package insight.collect.guess;

import insight.collect.Canonical;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that shops give their columns, by the field they mean. Within a field the earlier name is
 * the better one: a file with {@code customer_unique_id} and {@code customer_id} means the first.
 */
final class Vocabulary {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern HUMPS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Fields beside whose column there often is another of a like name. */
  private static final Set<Canonical> BESIDES =
      Set.of(Canonical.QUANTITY, Canonical.UNIT_PRICE, Canonical.AMOUNT, Canonical.COUPON);

  private static final Map<Canonical, List<List<String>>> NAMES = new EnumMap<>(Canonical.class);

  /** Times of something that came later than what happened. */
  private static final List<String> LATER =
      List.of(
          "approved",
          "delivered",
          "delivery",
          "shipped",
          "shipping",
          "estimated",
          "updated",
          "birth",
          "birthday",
          "signup",
          "limit",
          "end",
          "expiry",
          "生日",
          "发货",
          "更新",
          "注册");

  /** Money and numbers beside the one that counts. */
  private static final List<String> BESIDE =
      List.of(
          "freight",
          "shipping",
          "discount",
          "disc",
          "tax",
          "vat",
          "fuel",
          "cost",
          "photos",
          "installments",
          "retail",
          "match",
          "运费",
          "税",
          "折扣",
          "rabatt",
          "versand");

  static {
    names(Canonical.EVENT, "event type, event name, event, action, activity, behavior type,");
    names(Canonical.EVENT, "behaviour type, 行为类型, 行为, 事件, ereignis, evenement, evento");
    names(Canonical.ID, "event id, message id, line id, row id, transaction line id, 事件编号");
    names(Canonical.CUSTOMER, "customer unique id, customer id, customer number, customer no,");
    names(Canonical.CUSTOMER, "customer key, customer, cust id, cust no, client id, client,");
    names(
        Canonical.CUSTOMER, "user id, user, buyer id, buyer, household id, household, member id,");
    names(Canonical.CUSTOMER, "member, account id, visitor id, shopper id, 客户编号, 客户id, 客户,");
    names(Canonical.CUSTOMER, "用户编号, 用户id, 用户, 会员编号, 会员号, 会员, 买家, 顾客,");
    names(
        Canonical.CUSTOMER, "kundennummer, kunden nr, kunde, kunden id, numero client, id client,");
    names(Canonical.CUSTOMER, "id cliente, numero cliente, cliente, codigo cliente, comprador");
    names(Canonical.EMAIL, "email, e mail, mail, email address, 邮箱, 电子邮件, 邮件, courriel,");
    names(Canonical.EMAIL, "correo, correo electronico");
    names(Canonical.PHONE, "phone, phone number, mobile, telephone, tel, 手机号, 手机, 电话,");
    names(Canonical.PHONE, "telefon, handy, telefono, telefone, celular, portable");
    names(Canonical.NAME, "customer name, full name, buyer name, user name, 客户姓名, 姓名, 买家姓名,");
    names(Canonical.NAME, "kundenname, nom client, nombre cliente, nome cliente");
    names(Canonical.PRODUCT, "stock code, product id, product code, sku, item id, item code,");
    names(
        Canonical.PRODUCT, "article number, article no, asin, ean, upc, movie id, product, item,");
    names(Canonical.PRODUCT, "商品编号, 商品id, 商品编码, 货号, 产品编号, 商品, 产品, artikelnummer,");
    names(
        Canonical.PRODUCT,
        "artikel nr, artikel, code article, reference, produit, codigo producto,");
    names(Canonical.PRODUCT, "id producto, producto, codigo produto, id produto, produto");
    names(Canonical.PRODUCT_NAME, "product name, item name, description, product description,");
    names(Canonical.PRODUCT_NAME, "product title, title, 商品名称, 商品名, 产品名称, 品名, 标题,");
    names(
        Canonical.PRODUCT_NAME, "artikelname, bezeichnung, produktname, nom produit, designation,");
    names(Canonical.PRODUCT_NAME, "libelle, nombre producto, descripcion, nome produto, descricao");
    names(
        Canonical.CATEGORY,
        "category code, product category, product category name, category name,");
    names(Canonical.CATEGORY, "category, cat, department, product type, category id, 类目, 分类, 类别,");
    names(Canonical.CATEGORY, "品类, kategorie, warengruppe, categorie, categoria, rayon");
    names(
        Canonical.ORDER, "invoice no, invoice number, invoice, order id, order number, order no,");
    names(Canonical.ORDER, "order, basket id, basket, transaction id, receipt, 订单号, 订单编号, 订单,");
    names(
        Canonical.ORDER, "发票号, bestellnummer, bestell nr, auftragsnummer, rechnungsnummer, beleg,");
    names(
        Canonical.ORDER,
        "numero commande, commande, facture, pedido, numero pedido, factura, fatura");
    names(Canonical.QUANTITY, "quantity, qty, units, count, pieces, items count, 数量, 件数, menge,");
    names(Canonical.QUANTITY, "anzahl, stueck, stuck, quantite, qte, cantidad, quantidade, qtd");
    names(Canonical.UNIT_PRICE, "unit price, price per unit, item price, price each, price, 单价,");
    names(Canonical.UNIT_PRICE, "价格, 售价, einzelpreis, stueckpreis, preis, prix unitaire, prix,");
    names(Canonical.UNIT_PRICE, "precio unitario, precio, preco unitario, preco");
    names(Canonical.AMOUNT, "payment value, sales value, line total, total price, total amount,");
    names(
        Canonical.AMOUNT,
        "order total, amount, total, revenue, sales, weekly sales, spend, value,");
    names(Canonical.AMOUNT, "net amount, gross amount, 金额, 总价, 总额, 实付金额, 支付金额, 销售额, betrag,");
    names(
        Canonical.AMOUNT, "gesamtpreis, summe, umsatz, montant, total ttc, importe, monto, valor,");
    names(Canonical.AMOUNT, "valor total");
    names(Canonical.CURRENCY, "currency, currency code, 币种, 货币, waehrung, wahrung, devise,");
    names(Canonical.CURRENCY, "monnaie, moneda, divisa, moeda");
    names(Canonical.TIME, "order purchase timestamp, purchase timestamp, transaction timestamp,");
    names(
        Canonical.TIME,
        "invoice date, order date, order time, event time, purchase date, timestamp,");
    names(
        Canonical.TIME,
        "transaction date, redemption date, created at, date time, datetime, time,");
    names(Canonical.TIME, "date, day, 下单时间, 订单时间, 支付时间, 时间, 日期, bestelldatum, kaufdatum,");
    names(
        Canonical.TIME,
        "rechnungsdatum, zeitpunkt, datum, zeit, date commande, heure, fecha, hora,");
    names(Canonical.TIME, "fecha pedido, data pedido, data compra, data, start date");
    names(Canonical.COUNTRY, "country, country code, ship country, nation, 国家, 国家地区, land,");
    names(Canonical.COUNTRY, "pays, pais");
    names(Canonical.RATING, "rating, review score, stars, score, 评分, 星级, bewertung, note,");
    names(Canonical.RATING, "calificacion, puntuacion, nota, avaliacao");
    names(Canonical.TEXT, "review text, review, review comment message, comment, text, message,");
    names(Canonical.TEXT, "feedback, 评论, 评价, 评论内容, 内容, kommentar, rezension, commentaire, avis,");
    names(Canonical.TEXT, "comentario, resena, opinion");
    names(Canonical.LANGUAGE, "language, lang, locale, 语言, sprache, langue, idioma");
    names(Canonical.SESSION, "session id, session, user session, visit id, 会话, 会话编号, sitzung");
    names(Canonical.DWELL_SECONDS, "dwell seconds, dwell time, time on page, duration seconds,");
    names(Canonical.DWELL_SECONDS, "停留时长, 停留时间, verweildauer");
    names(Canonical.METHOD, "payment type, payment method, payment, method, 支付方式, 付款方式,");
    names(Canonical.METHOD, "zahlungsart, zahlart, mode paiement, forma pago, metodo pago,");
    names(Canonical.METHOD, "forma pagamento");
    names(Canonical.COUPON, "coupon code, coupon upc, coupon, voucher, promo code, 优惠券, 券码,");
    names(Canonical.COUPON, "gutschein, gutscheincode, bon, cupon, cupom");
  }

  private Vocabulary() {}

  private static void names(Canonical field, String list) {
    List<List<String>> names = NAMES.computeIfAbsent(field, f -> new ArrayList<>());
    Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(n -> !n.isEmpty())
        .map(Vocabulary::words)
        .forEach(names::add);
  }

  /** The words of a name: {@code InvoiceDate}, {@code invoice_date} → invoice, date. */
  static List<String> words(String name) {
    String plain =
        MARKS
            .matcher(
                Normalizer.normalize(HUMPS.matcher(name).replaceAll(" "), Normalizer.Form.NFKD))
            .replaceAll("");
    return Arrays.stream(PARTS.split(plain.toLowerCase(Locale.ROOT).replace("ß", "ss")))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /**
   * How well a column's name fits a field: 3 to 4 when it is one of its names, 2 to 3 when it holds
   * one, 0 when it has nothing of it.
   */
  static double fit(String column, Canonical field) {
    List<String> words =
        words(column).stream()
            .filter(w -> !Looks.currencyCode(w.toUpperCase(Locale.ROOT)))
            .toList();
    List<List<String>> names = NAMES.getOrDefault(field, List.of());
    double best = 0;
    for (int i = 0; i < names.size(); i++) {
      double fit = fit(words, names.get(i));
      best = Math.max(best, fit == 0 ? 0 : fit - 0.004 * i);
    }
    return best == 0 ? 0 : best - (doubtful(column, field) ? field == Canonical.TIME ? 1.5 : 3 : 0);
  }

  /** Whether a word of the name says that it is something beside the field. */
  static boolean doubtful(String column, Canonical field) {
    List<String> words = words(column);
    if (field == Canonical.TIME) {
      return words.stream().anyMatch(LATER::contains);
    }
    return BESIDES.contains(field) && words.stream().anyMatch(BESIDE::contains);
  }

  private static double fit(List<String> column, List<String> name) {
    String all = String.join("", column);
    String wanted = String.join("", name);
    if (all.equals(wanted)) {
      return 4;
    }
    if (wanted.chars().anyMatch(Character::isIdeographic)) {
      return all.contains(wanted) ? 2 + 0.2 * wanted.length() : 0;
    }
    int at = java.util.Collections.indexOfSubList(column, name);
    if (at < 0) {
      return 0;
    }
    boolean ends = at + name.size() == column.size();
    if (name.size() == 1 && !ends) {
      return 0;
    }
    return 1.6 + 0.4 * name.size() + (ends ? 0.3 : 0);
  }
}
