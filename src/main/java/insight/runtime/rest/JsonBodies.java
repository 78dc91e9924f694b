package insight.runtime.rest;

import insight.kernel.Refused;
import insight.runtime.JsonBody;
import jakarta.json.JsonArray;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the JSON bodies of all resources in one place: bounded, in strict UTF-8, and of the kind
 * that the resource takes. What does not fit is refused before a resource sees it.
 */
@Provider
public class JsonBodies implements ReaderInterceptor {
  static final int LARGEST = 1 << 20;
  static final int DEEPEST = 64;
  private static final long DRAINED = 16L << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Class<?> wanted = context.getType();
    if (!JsonValue.class.isAssignableFrom(wanted)) {
      return context.proceed();
    }
    byte[] body = context.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      drain(context.getInputStream());
      throw Refused.invalid("", "runtime.api.large", LARGEST >> 10);
    }
    JsonStructure json = JsonBody.structure(body, DEEPEST);
    if (!wanted.isInstance(json)) {
      throw Refused.invalid(
          "", wanted == JsonArray.class ? "runtime.api.array" : "runtime.api.object");
    }
    JsonBody.unkeepable(json, "")
        .ifPresent(
            at -> {
              throw Refused.invalid(at, "runtime.api.character");
            });
    return json;
  }

  /** Reads on for a while: a sender who is still sending does not hear the answer. */
  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long read = 0;
    for (int n = body.read(buffer); n >= 0 && read < DRAINED; n = body.read(buffer)) {
      read += n;
    }
  }
}
