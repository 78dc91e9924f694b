package insight.runtime;

/** What a person may do. Names are the groups of the container's security. */
public enum Role {
  OPERATIONS,
  MANAGER,
  ADMIN;

  /** For annotations: {@code @RolesAllowed(Role.OPERATIONS_NAME)}. */
  public static final String OPERATIONS_NAME = "operations";

  public static final String MANAGER_NAME = "manager";
  public static final String ADMIN_NAME = "admin";

  /** The container's group name. */
  public String group() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Role of(String group) {
    return valueOf(group.toUpperCase(java.util.Locale.ROOT));
  }
}
