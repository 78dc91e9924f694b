package insight.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import insight.kernel.Texts;
import insight.segment.Naming.Given;
import insight.segment.Naming.Shape;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NamingTest {
  @Test
  void whoBuysMuchAndLatelyIsHighValue() {
    assertEquals(SegmentLabel.HIGH_VALUE, Naming.label(new Shape(1.4, -1)));
  }

  @Test
  void theOrdinaryCustomerWhoStillComesIsRegular() {
    assertEquals(SegmentLabel.REGULAR, Naming.label(new Shape(.1, -.3)));
  }

  @Test
  void whoCameLatelyAndBoughtLittleIsRecent() {
    assertEquals(SegmentLabel.RECENT, Naming.label(new Shape(-.8, -.6)));
  }

  @Test
  void whoWasWorthSomethingAndStaysAwayIsSlipping() {
    assertEquals(SegmentLabel.SLIPPING, Naming.label(new Shape(.3, .8)));
  }

  @Test
  void whoBoughtLittleLongAgoIsSilent() {
    assertEquals(SegmentLabel.SILENT, Naming.label(new Shape(-.9, 1.1)));
  }

  @Test
  void theMoreWorthyOfTwoAlikeGroupsHasTheNameWithoutANumber() {
    List<Given> names = Naming.names(List.of(new Shape(-1, 1), new Shape(-.7, 1)));
    assertEquals(new Given(SegmentLabel.SILENT, 2), names.get(0));
    assertEquals(new Given(SegmentLabel.SILENT, 1), names.get(1));
  }

  @Property
  void noNameIsGivenTwice(@ForAll("shapes") List<Shape> shapes) {
    List<Given> names = Naming.names(shapes);
    assertEquals(shapes.size(), new HashSet<>(names).size());
  }

  @Property
  void aNameDoesNotDependOnTheOrderOfTheGroups(@ForAll("shapes") List<Shape> shapes) {
    List<Given> names = Naming.names(shapes);
    List<Given> reversed = Naming.names(shapes.reversed());
    assertEquals(new HashSet<>(names), new HashSet<>(reversed));
  }

  @Test
  void everyLabelHasAGoalOfItsOwn() {
    assertEquals(
        SegmentLabel.values().length,
        List.of(SegmentLabel.values()).stream().map(SegmentLabel::goal).distinct().count());
  }

  @Test
  void labelsAndGoalsHaveWordsInEveryLanguage() {
    for (SegmentLabel label : SegmentLabel.values()) {
      assertEquals(label, SegmentLabel.of(label.word()));
      Texts.LANGUAGES.forEach(
          locale -> {
            assertNotEquals("", Texts.of(locale, label.key()));
            assertNotEquals("", Texts.of(locale, label.goal().key()));
          });
    }
  }

  @Provide
  Arbitrary<List<Shape>> shapes() {
    Arbitrary<Double> z = Arbitraries.doubles().between(-3, 3);
    return Combinators.combine(z, z).as(Shape::new).list().ofMinSize(2).ofMaxSize(8);
  }
}
