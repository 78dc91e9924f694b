package insight.runtime;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Ends a session; login itself is answered by {@link Login} before it gets here. */
@WebServlet("/auth/*")
public class AuthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (response.isCommitted()) {
      return;
    }
    if ("/logout".equals(request.getPathInfo())) {
      request.logout();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }
    response.sendRedirect(request.getContextPath() + "/login");
  }
}
