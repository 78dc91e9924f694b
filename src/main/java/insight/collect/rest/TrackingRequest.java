package insight.collect.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What a tracking request says beside its messages: its endpoint, key, origin and wishes. */
final class TrackingRequest {
  static final int LARGEST_BODY = 500 * 1024;

  /** A body that is too large is read on for so long, so that its sender hears the answer. */
  private static final long READ_AT_MOST = 16L << 20;

  /** Endpoints and their types; Segment's browser library uses the short names. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("batch", "batch"),
          Map.entry("b", "batch"),
          Map.entry("track", "track"),
          Map.entry("t", "track"),
          Map.entry("identify", "identify"),
          Map.entry("i", "identify"),
          Map.entry("page", "page"),
          Map.entry("p", "page"),
          Map.entry("screen", "screen"),
          Map.entry("alias", "alias"),
          Map.entry("a", "alias"),
          Map.entry("group", "group"),
          Map.entry("g", "group"));

  private final HttpServletRequest request;

  TrackingRequest(HttpServletRequest request) {
    this.request = request;
  }

  /** The type of the messages, or {@code batch}; empty for an endpoint that is none. */
  Optional<String> type() {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    return Optional.ofNullable(TYPES.get(path.substring(1)));
  }

  /** The write key, sent as the user name of HTTP Basic. */
  Optional<String> writeKey() {
    String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return Optional.of(colon < 0 ? pair : pair.substring(0, colon));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Global Privacy Control, as browsers send it. */
  boolean gpc() {
    return "1".equals(request.getHeader("Sec-GPC"));
  }

  /** The web site from whose page a browser sends; empty for a server and for our own pages. */
  Optional<String> foreignOrigin() {
    return Optional.ofNullable(request.getHeader("Origin")).filter(o -> !own(o));
  }

  private boolean own(String origin) {
    try {
      String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
      return host.toLowerCase(Locale.ROOT).equals(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  /** The body, unpacked. Unpacking ends as soon as it is too large, whatever is packed there. */
  byte[] body() throws IOException {
    InputStream in = request.getInputStream();
    if ("gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"))) {
      in = new GZIPInputStream(in);
    }
    byte[] body = in.readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new TooLarge();
    }
    return body;
  }

  /** Reads on what was not wanted: a sender who is still sending does not hear the answer. */
  void drain() throws IOException {
    InputStream in = request.getInputStream();
    byte[] buffer = new byte[16 * 1024];
    long read = 0;
    for (int n = in.read(buffer); n >= 0 && read < READ_AT_MOST; n = in.read(buffer)) {
      read += n;
    }
  }

  /** The body is larger than the contract allows. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
