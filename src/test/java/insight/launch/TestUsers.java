package insight.launch;

/** Who the tests log in as; made on the first start of the tests' own data directory. */
public final class TestUsers {
  public static final String ADMIN_PASSWORD = "only-in-the-tests-7";
  public static final String TOKEN = "only-in-the-tests-token-of-automation";

  private TestUsers() {}
}
