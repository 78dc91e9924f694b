package insight.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of a file of orders ({@link #HEADER}), most of them with one thing wrong. */
public final class BadRows {
  public static final String HEADER = "when,who,order,what,n,price,rating";

  /** How the columns of the file are meant. */
  public static final String MAPPING =
      "{\"time\":{\"column\":\"when\",\"format\":\"yyyy-MM-dd HH:mm:ss\"},\"customer\":\"who\","
          + "\"order\":\"order\",\"product\":\"what\",\"quantity\":\"n\",\"unitPrice\":\"price\","
          + "\"rating\":\"rating\"}";

  private static final String[] NOT_NUMBERS = {
    "NaN",
    "Infinity",
    "-Infinity",
    "1e400",
    "-1e400",
    "1e999999999",
    "=cmd|' /C calc'!A0",
    "\"1,000.00\"",
    "0x1F",
    "twelve",
    "1..2",
    "--1",
    "1 2",
    "\u202e12",
    "€5",
    "1e-30",
    "123456789012345678901234567890",
    "\"\"\"\"",
    "+-3"
  };

  private static final String[] NOT_TIMES = {
    "0000-00-00 00:00:00",
    "9999-12-31 23:59:59",
    "2025-02-30 10:00:00",
    "2025-13-01 10:00:00",
    "1969-12-31 23:59:59",
    "2025-01-01 24:00:01",
    "01/02/2025",
    "yesterday",
    "2025-01-01T10:00:00Z",
    "1700000000",
    "=NOW()",
    "2025-1-1 1:1:1",
    "2025-01-01 10:00",
    "-"
  };

  private final SplittableRandom random;
  private final List<Specimen> all = new ArrayList<>();

  private BadRows(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The corpus of a seed; the same each time. */
  public static List<Specimen> of(long seed) {
    BadRows corpus = new BadRows(seed);
    for (int round = 0; round < 3; round++) {
      corpus.values();
      corpus.shapes();
      corpus.odd();
    }
    return List.copyOf(corpus.all);
  }

  private void bad(String kind, String row) {
    all.add(Specimen.bad(kind, row));
  }

  private void good(String kind, String row) {
    all.add(Specimen.good(kind, row));
  }

  private String row(String when, String who, String what, String n, String price, String rating) {
    return String.join(",", when, who, "o" + all.size(), what, n, price, rating);
  }

  private String time() {
    return "2025-03-%02d 10:%02d:%02d"
        .formatted(1 + random.nextInt(28), random.nextInt(60), random.nextInt(60));
  }

  private void values() {
    for (String wrong : NOT_NUMBERS) {
      bad("quantity " + wrong, row(time(), "c1", "p1", wrong, "1.50", ""));
      bad("price " + wrong, row(time(), "c1", "p1", "1", wrong, ""));
    }
    for (String wrong : NOT_TIMES) {
      bad("time " + wrong, row(wrong, "c1", "p1", "1", "1.50", ""));
    }
    bad("no time", row("", "c1", "p1", "1", "1.50", ""));
    bad("no quantity", row(time(), "c1", "p1", "", "1.50", ""));
    bad("no price", row(time(), "c1", "p1", "1", "", ""));
    bad("long customer", row(time(), "c".repeat(501), "p1", "1", "1", ""));
    bad("long product", row(time(), "c1", "p".repeat(501), "1", "1", ""));
    bad("NUL in the product", row(time(), "c1", "p\0", "1", "1", ""));
    bad("NUL in the time", row(time() + "\0", "c1", "p1", "1", "1", ""));
  }

  private void shapes() {
    bad("too few fields", time() + ",c1");
    bad("one field", "orphan");
    bad("too many fields", row(time(), "c1", "p1", "1", "1", "") + ",x,y");
    bad("text behind a quote", row(time(), "\"c\"1", "p1", "1", "1", ""));
    bad("very long line", row(time(), "c1", "x".repeat(70_000), "1", "1", ""));
    bad("another header", HEADER);
    bad("other separator", row(time(), "c1", "p1", "1", "1", "").replace(',', ';'));
  }

  private void odd() {
    good("formula as product", row(time(), "c1", "=cmd|' /C calc'!A0", "1", "1", ""));
    good("quoted", row(time(), "\"c,1\"", "\"say \"\"hi\"\"\"", "1", "1", ""));
    good("right to left", row(time(), "c1", "\u202eقهوة\u202c", "1", "1", ""));
    good("emoji", row(time(), "c1", "👩‍👩‍👧‍👦", "1", "1", ""));
    good("minus nothing", row(time(), "c1", "p1", "1", "-0", ""));
    good("backslashes", row(time(), "c1", "\\N\\.\\t", "1", "1", ""));
    good("SQL", row(time(), "'; drop table co_event; --", "p1", "1", "1", ""));
    good("digits of other scripts", row(time(), "c1", "p1", "١٢", "1", ""));
    good("leap day", row("2024-02-29 12:00:00", "c1", "p1", "1", "1", ""));
    for (int i = 0; i < 20; i++) {
      good("plain", row(time(), "c" + random.nextInt(9), "p" + random.nextInt(9), "1", "2.50", ""));
    }
  }
}
