package insight.runtime.ui;

import com.vaadin.flow.server.VaadinSession;
import insight.runtime.Login;
import insight.runtime.User;
import insight.runtime.Users;
import insight.shell.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Lets people change their own password; this session goes on, their others end. */
@ApplicationScoped
public class AccountKeeper implements Account {
  private static final Logger LOG = Logger.getLogger(AccountKeeper.class.getName());

  @Inject Users users;

  @Override
  public void changePassword(String name, String current, String fresh) {
    User user = users.changePassword(name, current, fresh);
    var session = VaadinSession.getCurrent().getSession();
    session.setAttribute(Login.EPOCH, user.sessionEpoch());
    session.removeAttribute(Login.MUST_CHANGE);
  }

  @Override
  public void signedOut(String name) {
    LOG.fine("Signed out: " + name);
  }
}
