package insight.shell;

import java.util.Optional;

/**
 * The small badge beside the product's name: which shop this is, or that its data are synthetic.
 */
public interface ShopLabel {
  /** In the reader's language; empty for no badge. */
  Optional<String> label();
}
