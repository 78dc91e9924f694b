package insight.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Whole request bodies that cannot be read, or only with care. */
public final class BadBodies {
  private static final String GOOD =
      "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"name\":\"/\",\"messageId\":\"body-%s\"}]}";

  private BadBodies() {}

  /**
   * A body.
   *
   * @param gzip whether it is sent as gzip
   * @param good whether it must be taken
   */
  public record Body(String kind, byte[] bytes, boolean gzip, boolean good) {}

  public static List<Body> all() {
    List<Body> all = new ArrayList<>(texts());
    all.addAll(bytes());
    return all;
  }

  private static List<Body> texts() {
    List<Body> all = new ArrayList<>();
    for (String text :
        List.of(
            "",
            " ",
            "x",
            "[]",
            "null",
            "true",
            "7",
            "\"text\"",
            "{}",
            "{\"batch\":{}}",
            "{\"batch\":null}",
            "{\"batch\":\"[]\"}",
            "{\"batch\":[}",
            "{\"batch\":[",
            "{\"batch\":[]}x",
            "{'batch':[]}",
            "{\"batch\":[],}",
            "<?xml version=\"1.0\"?>",
            "batch=[]",
            "NaN",
            "{\"batch\":[NaN]}",
            "{\"batch\":[1e]}",
            "{\"batch\":[01]}",
            "{\"batch\":[\"\u0001\"]}",
            "{\"batch\":[\"\\x\"]}",
            "{\"batch\":[\"\\u12\"]}",
            "//",
            "{\"batch\"}",
            "[{\"batch\":[]}]")) {
      all.add(plain("text " + text.strip(), text, false));
    }
    all.add(plain("deep lists", "[".repeat(100_000), false));
    all.add(plain("deep objects", "{\"a\":".repeat(40_000) + "1" + "}".repeat(40_000), false));
    all.add(plain("deep message", "{\"batch\":[" + "[".repeat(40) + "]".repeat(40) + "]}", false));
    all.add(plain("400,000 keys", keys(400_000), false));
    all.add(plain("40,000 keys", keys(40_000), false));
    all.add(plain("a long number", "{\"batch\":[" + "9".repeat(300_000) + "]}", false));
    all.add(plain("a far number", "{\"batch\":[1e99999999999]}", false));
    all.add(plain("1,001 messages", "{\"batch\":[" + "{},".repeat(1000) + "{}]}", false));
    all.add(plain("too large", "{\"batch\":[\"" + "x".repeat(600_000) + "\"]}", false));
    all.add(plain("10 MB", "{\"batch\":[\"" + "x".repeat(10_000_000) + "\"]}", false));
    all.add(plain("a mark before", "\uFEFF" + GOOD.formatted("bom"), true));
    return all;
  }

  private static String keys(int n) {
    StringBuilder keys = new StringBuilder("{\"k\":1");
    for (int i = 0; i < n; i++) {
      keys.append(",\"").append(Integer.toString(i, 36)).append("\":1");
    }
    return keys.append('}').toString();
  }

  private static Body plain(String kind, String text, boolean good) {
    return new Body(kind, text.getBytes(StandardCharsets.UTF_8), false, good);
  }

  private static List<Body> bytes() {
    byte[] good = GOOD.formatted("gzip").getBytes(StandardCharsets.UTF_8);
    byte[] packed = gzip(good);
    byte[] flipped = packed.clone();
    flipped[packed.length / 2] ^= 0x55;
    byte[] wrong =
        "{\"batch\":[{\"type\":\"page\",\"userId\":\"\u00ff\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] overlong = "{\"batch\":[\"  \"]}".getBytes(StandardCharsets.UTF_8);
    overlong[11] = (byte) 0xC0;
    overlong[12] = (byte) 0x80;
    byte[] surrogate = "{\"batch\":[\"   \"]}".getBytes(StandardCharsets.UTF_8);
    surrogate[11] = (byte) 0xED;
    surrogate[12] = (byte) 0xA0;
    surrogate[13] = (byte) 0x80;
    return List.of(
        new Body("gzip", packed, true, true),
        new Body("plain text as gzip", good, true, false),
        new Body("gzip as plain text", packed, false, false),
        new Body("half a gzip", Arrays.copyOf(packed, packed.length / 2), true, false),
        new Body("gzip without its end", Arrays.copyOf(packed, packed.length - 4), true, false),
        new Body("gzip with a wrong byte", flipped, true, false),
        new Body("gzip twice", gzip(packed), true, false),
        new Body("gzip bomb", bomb(), true, false),
        new Body("empty gzip", new byte[0], true, false),
        new Body("Latin-1", wrong, false, false),
        new Body("overlong UTF-8", overlong, false, false),
        new Body("surrogate in UTF-8", surrogate, false, false),
        new Body("UTF-16", GOOD.formatted("16").getBytes(StandardCharsets.UTF_16), false, false),
        new Body("zeros", new byte[1000], false, false),
        new Body(
            "GB18030",
            "{\"batch\":[\"中文\"]}".getBytes(java.nio.charset.Charset.forName("GB18030")),
            false,
            false));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A gigabyte of zeros in about a megabyte. */
  private static byte[] bomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed, 64 * 1024)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
