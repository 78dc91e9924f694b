package insight.launch;

import java.util.Map;

/** Where a PostgreSQL is and how to log in; given to the portal by its environment only. */
record DatabaseAccess(String url, String user, String password) {

  /** What the portal relies on in every connection, in the order of the finished URL. */
  private static final Map<String, String> DRIVER_SETTINGS =
      new java.util.TreeMap<>(
          Map.of(
              "ApplicationName", "insight",
              "reWriteBatchedInserts", "true",
              "stringtype", "unspecified"));

  /** The same access, its URL completed by the driver settings that it does not name itself. */
  DatabaseAccess completed() {
    StringBuilder complete = new StringBuilder(url);
    for (Map.Entry<String, String> setting : DRIVER_SETTINGS.entrySet()) {
      if (!url.contains(setting.getKey() + "=")) {
        complete
            .append(complete.indexOf("?") < 0 ? '?' : '&')
            .append(setting.getKey())
            .append('=')
            .append(setting.getValue());
      }
    }
    return new DatabaseAccess(complete.toString(), user, password);
  }

  /** The URL as it may be shown: without its parameters, which can hold a password. */
  String shown() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String toString() {
    return "DatabaseAccess[" + shown() + ", " + user + "]";
  }
}
