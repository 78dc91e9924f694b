package insight.learn;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Writes a model as bytes: six letters that name the kind, the version of the layout, the content
 * and a SHA-256 over all of it. Numbers are big-endian, texts UTF-8 with their length in front.
 */
public final class ModelWriter {
  static final int MAGIC_LENGTH = 6;
  static final int CHECKSUM_LENGTH = 32;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public ModelWriter(String magic, int version) {
    if (magic.length() != MAGIC_LENGTH) {
      throw new IllegalArgumentException("six letters name a kind of model, not " + magic);
    }
    bytes.writeBytes(magic.getBytes(StandardCharsets.US_ASCII));
    whole(version);
  }

  public ModelWriter whole(int value) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  public ModelWriter real(double value) {
    bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    return this;
  }

  public ModelWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    whole(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  public ModelWriter texts(List<String> values) {
    whole(values.size());
    values.forEach(this::text);
    return this;
  }

  public ModelWriter wholes(int[] values) {
    whole(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
    buffer.asIntBuffer().put(values);
    bytes.writeBytes(buffer.array());
    return this;
  }

  public ModelWriter reals(double[] values) {
    whole(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES);
    buffer.asDoubleBuffer().put(values);
    bytes.writeBytes(buffer.array());
    return this;
  }

  /** Bytes with a format of their own, such as another model's file. */
  public ModelWriter blob(byte[] value) {
    whole(value.length);
    bytes.writeBytes(value);
    return this;
  }

  /** Everything written so far with its checksum. */
  public byte[] toBytes() {
    byte[] content = bytes.toByteArray();
    byte[] checksum = checksum(content, content.length);
    return ByteBuffer.allocate(content.length + CHECKSUM_LENGTH).put(content).put(checksum).array();
  }

  static byte[] checksum(byte[] content, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
