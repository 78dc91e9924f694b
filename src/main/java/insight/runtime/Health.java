package insight.runtime;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** {@code /health/live}: the process answers. {@code /health/ready}: and reaches its database. */
@WebServlet("/health/*")
public class Health extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(Health.class.getName());

  @Inject transient Jdbi jdbi;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ok =
        switch (String.valueOf(request.getPathInfo())) {
          case "/live" -> true;
          case "/ready" -> databaseAnswers();
          default -> {
            response.sendError(404);
            yield false;
          }
        };
    if (!response.isCommitted()) {
      response.setStatus(ok ? 200 : 503);
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().write(ok ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
  }

  private boolean databaseAnswers() {
    try {
      return jdbi.withHandle(h -> h.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
      return false;
    }
  }
}
