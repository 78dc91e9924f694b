package insight.collect.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A stream in another encoding, as UTF-8. */
final class Transcoded extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[8192];
  private byte[] bytes = new byte[0];
  private int at;
  private char halfPair;

  Transcoded(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, n);
    at += n;
    return n;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int n = reader.read(chars);
      if (n < 0) {
        return false;
      }
      bytes = text(n).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  /** What was read; a high surrogate at the end waits for its other half. */
  private String text(int n) {
    String text = halfPair == 0 ? "" : String.valueOf(halfPair);
    boolean half = Character.isHighSurrogate(chars[n - 1]);
    halfPair = half ? chars[n - 1] : 0;
    return text + new String(chars, 0, half ? n - 1 : n);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
