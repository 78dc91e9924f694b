package insight.learn.rank;

import insight.learn.UnreadableModel;
import java.util.List;
import java.util.OptionalInt;

/** Orders products for a customer by the products he has. */
public sealed interface Ranker permits Popularity, ItemKnn {

  /**
   * The best products, by falling score, equal ones by index. Products without any sign in their
   * favour are left out, so the list may be shorter than asked: fill it up from {@link Popularity}.
   * An empty profile gives an empty list where the ranker is personal.
   *
   * @param profile the indices of the customer's products, each once
   * @param n at most how many
   * @param excludeKnown whether the profile's own products are left out
   */
  List<Scored> top(int[] profile, int n, boolean excludeKnown);

  /** The codes of the products, ascending; their places are the indices. */
  List<String> items();

  /** The number of training customers who bought this product. */
  int buyers(int item);

  /** The name of the stored form, e.g. {@code insight-item-knn/1}. */
  String format();

  /** The stored form; the same model gives the same bytes. */
  byte[] toBytes();

  /** The index of a product; empty when the ranker never saw it. */
  default OptionalInt indexOf(String code) {
    int index = java.util.Collections.binarySearch(items(), code);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The indices of those of the codes that the ranker knows, each once. */
  default int[] profile(List<String> codes) {
    return codes.stream().map(this::indexOf).flatMapToInt(OptionalInt::stream).distinct().toArray();
  }

  /**
   * Reads a stored ranker.
   *
   * @throws UnreadableModel when the bytes are not what the format says
   */
  static Ranker read(String format, byte[] bytes) {
    return switch (format) {
      case Popularity.FORMAT -> Popularity.fromBytes(bytes);
      case ItemKnn.FORMAT -> ItemKnn.fromBytes(bytes);
      default -> throw new UnreadableModel("no ranker is stored as " + format);
    };
  }
}
