package insight.monitor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DashboardVerdictTest {
  @Test
  void itSaysWhatMovedByWhatAndWhatCannotBeTold() {
    assertEquals(
        "Revenue rose **68.6%** to **£3.72M**: **53.6% more orders**, and **no clear change** in"
            + " the average order. Returns fell to **4.6%** of revenue.",
        verdict(Optional.of(DashboardFixture.summer()), Locale.ENGLISH));
  }

  @Test
  void itSpeaksChinese() {
    assertEquals(
        "销售额上升 **68.6%**，达到 **£372万**：**订单增加 53.6%**，平均订单金额**无明显变化**。" + "退货降至销售额的 **4.6%**。",
        verdict(Optional.of(DashboardFixture.summer()), Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void whereTheDataDoNotReachBackItComparesNothingAndSaysSo() {
    String words = verdict(Optional.empty(), Locale.ENGLISH);
    assertTrue(words.startsWith("Revenue is **£3.72M**; orders: **6,646**"), words);
    assertTrue(words.endsWith("the data begin on **1 Dec 2010**."), words);
  }

  private static String verdict(Optional<insight.monitor.Figures> then, Locale locale) {
    return DashboardVerdict.of(DashboardFixture.dashboard(then, Map.of(), List.of()), locale);
  }
}
