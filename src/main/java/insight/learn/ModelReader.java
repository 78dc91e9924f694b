package insight.learn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link ModelWriter} wrote, in the same order. Nothing of the content is looked at
 * before the checksum has been found right; every length is checked before memory is taken.
 */
public final class ModelReader {
  private final ByteBuffer content;

  /**
   * Opens a file and checks it.
   *
   * @throws UnreadableModel when the bytes are no such model
   */
  public ModelReader(byte[] file, String magic, int version) {
    int end = file.length - ModelWriter.CHECKSUM_LENGTH;
    if (end < ModelWriter.MAGIC_LENGTH + Integer.BYTES) {
      throw new UnreadableModel("the model file is cut: it has " + file.length + " bytes");
    }
    String kind = new String(file, 0, ModelWriter.MAGIC_LENGTH, StandardCharsets.US_ASCII);
    if (!kind.equals(magic)) {
      throw new UnreadableModel("the model file is not of the kind " + magic);
    }
    byte[] stored = Arrays.copyOfRange(file, end, file.length);
    if (!Arrays.equals(stored, ModelWriter.checksum(file, end))) {
      throw new UnreadableModel("the model file is damaged: its checksum does not fit");
    }
    content = ByteBuffer.wrap(file, 0, end).position(ModelWriter.MAGIC_LENGTH);
    int found = whole();
    if (found != version) {
      throw new UnreadableModel("the model file has layout " + found + ", known is " + version);
    }
  }

  /** The layout that a file says it has, unchecked; for kinds that read several. */
  public static int layout(byte[] file) {
    return file.length < ModelWriter.MAGIC_LENGTH + Integer.BYTES
        ? 0
        : ByteBuffer.wrap(file).getInt(ModelWriter.MAGIC_LENGTH);
  }

  public int whole() {
    need(1, Integer.BYTES);
    return content.getInt();
  }

  public double real() {
    need(1, Double.BYTES);
    return content.getDouble();
  }

  public String text() {
    int length = whole();
    need(length, 1);
    byte[] utf8 = new byte[length];
    content.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  public List<String> texts() {
    int length = whole();
    need(length, Integer.BYTES);
    List<String> texts = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      texts.add(text());
    }
    return List.copyOf(texts);
  }

  public int[] wholes() {
    int length = whole();
    need(length, Integer.BYTES);
    int[] values = new int[length];
    content.asIntBuffer().get(values);
    content.position(content.position() + length * Integer.BYTES);
    return values;
  }

  public double[] reals() {
    int length = whole();
    need(length, Double.BYTES);
    double[] values = new double[length];
    content.asDoubleBuffer().get(values);
    content.position(content.position() + length * Double.BYTES);
    return values;
  }

  public byte[] blob() {
    int length = whole();
    need(length, 1);
    byte[] value = new byte[length];
    content.get(value);
    return value;
  }

  /** Ends the reading: nothing may be left over. */
  public void end() {
    if (content.hasRemaining()) {
      throw new UnreadableModel("the model file is longer than its content");
    }
  }

  /** Refuses a content that contradicts itself. */
  public static void require(boolean sound, String what) {
    if (!sound) {
      throw new UnreadableModel("the model file contradicts itself: " + what);
    }
  }

  private void need(int count, int size) {
    if (count < 0 || (long) count * size > content.remaining()) {
      throw new UnreadableModel("the model file ends too early");
    }
  }
}
