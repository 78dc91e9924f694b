package insight.prepare;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Somebody above who uses features by their id: models, segment rules. Found by CDI. */
public interface FeatureUse {
  /** All uses there are. */
  List<Use> uses();

  /**
   * One use.
   *
   * @param feature its id
   * @param name the user's name in a language
   * @param path the page that shows the user
   * @param live whether it acts now; such a feature cannot be deprecated
   */
  record Use(String feature, Function<Locale, String> name, String path, boolean live) {}
}
