package insight.collect.rest;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * {@code /js/insight.js}, the script for a shop's own pages: any site may load it, browsers keep it
 * for a day and then ask with its ETag.
 */
@WebServlet("/js/insight.js")
public class ScriptServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private byte[] plain = {};
  private byte[] packed = {};
  private String tag = "";

  @Override
  public void init() throws ServletException {
    try (InputStream script = getServletContext().getResourceAsStream("/js/insight.js")) {
      plain = script.readAllBytes();
      ByteArrayOutputStream gzip = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
        out.write(plain);
      }
      packed = gzip.toByteArray();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
      tag = HexFormat.of().formatHex(hash, 0, 8);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new ServletException(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean gzip = String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip");
    String etag = '"' + tag + (gzip ? "-gzip" : "") + '"';
    response.setHeader("ETag", etag);
    response.setHeader("Cache-Control", "public, max-age=86400, stale-while-revalidate=604800");
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (String.valueOf(request.getHeader("If-None-Match")).contains(etag)) {
      response.setStatus(304);
      return;
    }
    byte[] body = gzip ? packed : plain;
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType("text/javascript;charset=" + StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
