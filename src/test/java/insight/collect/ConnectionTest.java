package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.kernel.Refused;
import insight.runtime.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final String JDBC =
      """
      {"host":"db.shop.example","database":"shop","user":"reader","query":"select * from orders;",
       "column":"id","password":"secret"}""";

  private static List<String> wrong(SourceKind kind, String json) {
    return assertThrows(Refused.class, () -> Connection.of(kind, Json.parse(json)))
        .reasons()
        .stream()
        .map(Refused.Reason::pointer)
        .toList();
  }

  @Test
  void aDatabaseNeedsHostNameUserAndQuery() {
    assertEquals(
        new Connection.Jdbc(
            "db.shop.example",
            5432,
            "shop",
            "reader",
            "select * from orders",
            Optional.of("id"),
            "require"),
        Connection.of(SourceKind.JDBC, Json.parse(JDBC)));
    assertEquals(
        List.of("/settings/host", "/settings/database", "/settings/user", "/settings/query"),
        wrong(SourceKind.JDBC, "{}"));
  }

  @Test
  void nothingIsSmuggledIntoTheAddress() {
    for (String host : List.of("a/b", "a?socketFactory=x", "a,b", "a:1", "a b", "[::1]?x")) {
      String json = JDBC.replace("db.shop.example", host);
      assertEquals(List.of("/settings/host"), wrong(SourceKind.JDBC, json), host);
    }
    assertEquals(
        List.of("/settings/query"),
        wrong(SourceKind.JDBC, JDBC.replace("select * from orders;", "drop table orders")));
    assertEquals(
        List.of("/settings/servers"),
        wrong(SourceKind.KAFKA, "{\"servers\":\"http://x/\",\"topic\":\"orders\"}"));
  }

  @Test
  void thePasswordIsNotAmongTheSettingsThatAreKept() {
    assertEquals(Optional.of("secret"), Connection.password(Json.parse(JDBC)));
    assertEquals(false, Connection.bare(Json.parse(JDBC)).toString().contains("secret"));
  }
}
