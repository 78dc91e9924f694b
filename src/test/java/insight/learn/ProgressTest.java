package insight.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void aPartReportsItsShareOfTheWhole() {
    List<Double> heard = new ArrayList<>();
    Progress whole = heard::add;
    Progress second = whole.part(.5, 1);
    second.at(0);
    second.part(0, .5).at(1);
    second.at(1);
    assertEquals(List.of(.5, .75, 1.0), heard);
  }
}
