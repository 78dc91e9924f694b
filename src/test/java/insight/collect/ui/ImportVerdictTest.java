package insight.collect.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import insight.runtime.Job.State;
import insight.runtime.Json;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImportVerdictTest {
  private static final String SALES =
      ",'classes':{'sale':{'lines':530103,'amount':'10666684.54','currency':'GBP'},"
          + "'return':{'lines':9288,'amount':'-896812.49','currency':'GBP'}}}";

  private static String verdict(State state, String counts) {
    return ImportVerdict.of(state, Json.parse(counts.replace('\'', '"')), Locale.ENGLISH);
  }

  @Test
  void aWholeFileIsInWithSalesAndReturns() {
    assertEquals(
        "The file is in: all **541,909** lines were understood and none rejected."
            + " Sales come to **£10.7M**. Returns take back **£897k**.",
        verdict(State.SUCCEEDED, "{'read':541909,'accepted':541909" + SALES));
  }

  @Test
  void theSecondTimeNothingIsNew() {
    assertEquals(
        "Nothing new: all **12** lines were stored before.",
        verdict(State.SUCCEEDED, "{'read':12,'accepted':0,'duplicates':12}"));
  }

  @Test
  void aFileThatIsPartlyKnownDoesNotClaimThatAllOfItIsNew() {
    assertEquals(
        "**100** of 300 lines are new; the others were stored before or are left out by a privacy"
            + " rule.",
        verdict(State.SUCCEEDED, "{'read':300,'accepted':100,'duplicates':200}"));
  }

  @Test
  void rejectedLinesAreNamed() {
    assertEquals(
        "Lines stored: **3**. Could not be read: **2**, listed below.",
        verdict(State.SUCCEEDED, "{'read':5,'accepted':3,'rejected':2}"));
  }

  @Test
  void aFileWithoutLinesIsNoSuccessStory() {
    assertEquals(
        "The file holds no lines besides its header. Nothing was stored.",
        verdict(State.SUCCEEDED, "{}"));
  }

  @Test
  void anImportThatDidNotEndNeverSaysTheFileIsIn() {
    for (State state : List.of(State.FAILED, State.CANCELLED, State.INTERRUPTED, State.RUNNING)) {
      assertFalse(verdict(state, "{}").contains("is in"), state.name());
    }
    assertEquals(
        "The import was **cancelled**. **20,000** lines were stored before and stay; they count as"
            + " duplicates when the file comes again.",
        verdict(State.CANCELLED, "{'read':20000,'accepted':20000" + SALES));
  }

  @Test
  void amountsOfSeveralCurrenciesAreNeitherAddedNorDropped() {
    String counts =
        "{'read':2,'accepted':2,'classes':{'sale':{'lines':2,'amount':'5.00','currency':'GBP',"
            + "'amounts':{'EUR':'3.00','GBP':'5.00'}}}}";
    assertEquals(
        "The file is in: all **2** lines were understood and none rejected.",
        verdict(State.SUCCEEDED, counts));
    assertEquals(
        List.of("€3.00", "£5.00"),
        ImportVerdict.amounts(Json.parse(counts.replace('\'', '"')), "sale").stream()
            .map(m -> m.format(Locale.ENGLISH))
            .toList());
  }

  @Test
  void chineseSentencesFollowEachOtherWithoutABlank() {
    assertEquals(
        "文件已导入：全部 **2** 行均已识别，没有被拒绝的行。销售额为 **£5**。",
        ImportVerdict.of(
            State.SUCCEEDED,
            Json.parse(
                """
                {"read":2,"accepted":2,
                 "classes":{"sale":{"lines":2,"amount":"5.00","currency":"GBP"}}}"""),
            Locale.SIMPLIFIED_CHINESE));
  }
}
