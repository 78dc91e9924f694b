package insight.shell.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
  @Test
  void runsFromEdgeToEdgeAndMarksTheLastPoint() {
    String svg = Sparkline.svg(List.of(0.0, 10.0, 5.0), 1);
    assertTrue(svg.contains("M3.0 23.0L36.0 3.0L69.0 13.0"), svg);
    assertTrue(svg.contains("cx='69.0' cy='13.0'"), svg);
  }

  @Test
  void aFlatCourseLiesInTheMiddle() {
    assertTrue(Sparkline.svg(List.of(7.0, 7.0), 1).contains("M3.0 13.0L69.0 13.0"));
  }

  @Test
  void onePointIsNoCourse() {
    assertEquals("", Sparkline.svg(List.of(7.0), 1));
  }
}
