package insight.launch.demo;

import java.util.List;

/** So many of a product, at the price paid for one. */
record Line(Product product, int quantity, long pence) {
  long total() {
    return quantity * pence;
  }

  static long total(List<Line> lines) {
    return lines.stream().mapToLong(Line::total).sum();
  }
}
