package insight.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final byte[] FILE =
      new ModelWriter("INSTST", 3)
          .whole(42)
          .texts(List.of("é", "茶"))
          .wholes(new int[] {1, -2})
          .real(.1)
          .reals(new double[] {Math.PI})
          .toBytes();

  @Test
  void whatWasWrittenIsReadInTheSameOrder() {
    ModelReader reader = new ModelReader(FILE, "INSTST", 3);
    assertEquals(42, reader.whole());
    assertEquals(List.of("é", "茶"), reader.texts());
    assertArrayEquals(new int[] {1, -2}, reader.wholes());
    assertEquals(.1, reader.real());
    assertArrayEquals(new double[] {Math.PI}, reader.reals());
    reader.end();
  }

  @Property(tries = 200)
  void aFlippedBitIsRefused(@ForAll @IntRange(max = 5_000) int place) {
    byte[] damaged = FILE.clone();
    damaged[place % FILE.length] ^= (byte) (1 << place % 8);
    assertThrows(UnreadableModel.class, () -> new ModelReader(damaged, "INSTST", 3));
  }

  @Property(tries = 100)
  void aCutFileIsRefused(@ForAll @IntRange(max = 5_000) int length) {
    byte[] cut = Arrays.copyOf(FILE, length % FILE.length);
    assertThrows(UnreadableModel.class, () -> new ModelReader(cut, "INSTST", 3));
  }

  @Test
  void anotherKindAndAnotherLayoutAreRefused() {
    assertThrows(UnreadableModel.class, () -> new ModelReader(FILE, "INSOTH", 3));
    assertThrows(UnreadableModel.class, () -> new ModelReader(FILE, "INSTST", 4));
  }

  @Test
  void aLengthBeyondTheFileTakesNoMemory() {
    byte[] lying = new ModelWriter("INSTST", 1).whole(Integer.MAX_VALUE).toBytes();
    ModelReader reader = new ModelReader(lying, "INSTST", 1);
    assertThrows(UnreadableModel.class, reader::wholes);
  }

  @Test
  void aRestIsRefused() {
    assertThrows(UnreadableModel.class, () -> new ModelReader(FILE, "INSTST", 3).end());
  }
}
