package insight.runtime.rest;

import insight.runtime.Caller;
import insight.runtime.Tokens;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls the API in this request, in which language. */
@RequestScoped
public class ApiCaller {
  private Tokens.@Nullable Bearer bearer;
  private Locale locale = Locale.ENGLISH;

  void is(Tokens.Bearer who, Locale wanted) {
    bearer = who;
    locale = wanted;
  }

  public Caller caller() {
    return bearer().caller();
  }

  public Tokens.Bearer bearer() {
    return Optional.ofNullable(bearer)
        .orElseThrow(() -> new IllegalStateException("the token filter did not run"));
  }

  public Locale locale() {
    return locale;
  }
}
