package insight.runtime.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads what a resource left of a body, for a while: a sender who is still sending does not hear
 * the answer, and would wait for ever.
 */
@Provider
public class UnreadBodies implements ContainerResponseFilter {
  private static final Logger LOG = Logger.getLogger(UnreadBodies.class.getName());
  private static final long READ_AT_MOST = 16L << 20;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getLength() == 0 || request.getMethod().equals("GET")) {
      return;
    }
    try {
      InputStream body = request.getEntityStream();
      byte[] buffer = new byte[16 * 1024];
      long read = 0;
      for (int n = body.read(buffer); n >= 0 && read < READ_AT_MOST; n = body.read(buffer)) {
        read += n;
      }
    } catch (IOException | IllegalStateException closed) {
      LOG.log(Level.FINE, "The body was read and closed", closed);
    }
  }
}
