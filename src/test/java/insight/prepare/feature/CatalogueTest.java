package insight.prepare.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue is whole: ids, columns, words, families. */
class CatalogueTest {
  @Test
  void thereAreAtLeastFortyFeaturesAndEveryFamilyHasSome() {
    assertTrue(Catalogue.all().size() >= 40);
    assertEquals(
        EnumSet.allOf(Family.class),
        Catalogue.all().stream().map(Feature::family).collect(Collectors.toSet()));
  }

  @Test
  void idsAndColumnsAreUniqueAndTheContractsFieldsAreThere() {
    List<String> ids = Catalogue.all().stream().map(Feature::id).toList();
    assertEquals(ids.size(), new HashSet<>(ids).size());
    assertEquals(ids.size(), Catalogue.all().stream().map(Feature::column).distinct().count());
    assertTrue(
        ids.containsAll(
            Set.of(
                "recencyDays",
                "frequency",
                "monetary",
                "tenureDays",
                "basketSize",
                "products",
                "categories",
                "returnShare",
                "views",
                "country")));
  }

  @Test
  void everyFeatureHasItsWordsInBothLanguages() {
    for (Locale locale : Texts.LANGUAGES) {
      for (Feature feature : Catalogue.all()) {
        assertTrue(Texts.has(locale, feature.key()), feature.key() + " " + locale);
        assertTrue(Texts.has(locale, feature.aboutKey()), feature.aboutKey() + " " + locale);
        assertTrue(Texts.has(locale, feature.family().key()));
        assertTrue(Texts.has(locale, feature.measure().key()));
        assertTrue(Texts.has(locale, feature.window().key()));
        assertTrue(Texts.has(locale, feature.grain().key()));
      }
    }
  }

  @Test
  void theTableHasAColumnOfTheRightTypeForEachFeature() throws IOException {
    String schema = Files.readString(Path.of("sql/V13__features.sql"));
    for (Feature feature : Catalogue.all()) {
      String column = "\n  " + feature.column() + " " + feature.measure().column() + ",\n";
      assertTrue(schema.contains(column), "sql/ lacks" + column);
    }
  }

  @Test
  void aFingerprintIsOfTheDefinition() {
    Feature orders = Catalogue.find("frequency").orElseThrow();
    Feature products = Catalogue.find("products").orElseThrow();
    assertEquals(12, Catalogue.fingerprint(orders).length());
    assertTrue(!Catalogue.fingerprint(orders).equals(Catalogue.fingerprint(products)));
  }

  @Test
  void aFeatureNamesItsWindowOrHasNone() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Feature.within(
                Window.DAYS_7, "x", Family.PURCHASE, Grain.ORDER, Measure.COUNT, "count(*)"));
  }
}
