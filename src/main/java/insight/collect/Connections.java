package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries a connection to another system, and tells in plain words what came of it. */
@ApplicationScoped
public class Connections {
  private static final int SECONDS = 15;
  private static final int ROWS = 20;

  @Inject Sources sources;
  @Inject Topics topics;
  @Inject Transactions transactions;

  /**
   * What came of a try.
   *
   * @param words the answer for people
   * @param columns of what is found
   * @param rows its beginning
   */
  public record Answer(
      boolean ok, Refused.Reason words, List<String> columns, List<List<String>> rows) {
    static Answer good(List<String> columns, List<List<String>> rows, String key, Object... args) {
      return new Answer(true, new Refused.Reason("", key, List.of(args)), columns, rows);
    }

    static Answer bad(Refused.Reason why) {
      return new Answer(false, why, List.of(), List.of());
    }
  }

  /**
   * Tries what somebody is about to set.
   *
   * @throws Refused when the settings themselves do not fit, or it is nobody who may set them
   */
  public Answer test(NewSource wanted, Caller by) {
    SourceKind kind =
        SourceKind.of(wanted.kind())
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "/kind",
                        "collect.source.kind",
                        wanted.kind(),
                        String.join(", ", SourceKind.words())));
    return test(kind, wanted.settings(), Connection.password(wanted.settings()), by);
  }

  /** Tries what is set at a source. */
  public Answer test(int sourceId, Caller by) {
    Source source = transactions.inNew(() -> sources.required(sourceId));
    Optional<String> secret = transactions.inNew(() -> sources.secret(sourceId));
    return test(source.kind(), source.settings(), secret, by);
  }

  private Answer test(SourceKind kind, JsonObject settings, Optional<String> secret, Caller by) {
    if (!by.is(Role.ADMIN)) {
      throw Refused.forbidden("collect.connection.admin");
    }
    Connection connection = Connection.of(kind, settings);
    try {
      return switch (connection) {
        case Connection.Jdbc jdbc -> ask(jdbc, secret);
        case Connection.Kafka kafka -> topics.test(kafka, secret);
        case Connection.None none -> throw Refused.conflict("collect.connection.none", kind.word());
        case Connection.Sheet s -> throw Refused.conflict("collect.connection.none", kind.word());
      };
    } catch (Refused refused) {
      if (refused.kind() == Refused.Kind.UNPROCESSABLE) {
        return Answer.bad(refused.reasons().getFirst());
      }
      throw refused;
    }
  }

  private static Answer ask(Connection.Jdbc jdbc, Optional<String> password) {
    try (java.sql.Connection connection = Databases.open(jdbc, password, SECONDS);
        PreparedStatement statement =
            connection.prepareStatement(QueryFile.sql(jdbc, false, ROWS));
        ResultSet found = statement.executeQuery()) {
      List<List<String>> rows = new ArrayList<>();
      int own = jdbc.column().isPresent() ? 1 : 0;
      while (found.next()) {
        rows.add(without(own, QueryFile.row(found, found.getMetaData())));
      }
      List<String> columns = without(own, QueryFile.header(found.getMetaData()));
      connection.rollback();
      return Answer.good(columns, rows, "collect.jdbc.works", columns.size(), rows.size());
    } catch (SQLException e) {
      throw Databases.refused(e, jdbc);
    }
  }

  /** Our own column at the end is nobody's business. */
  private static List<String> without(int own, List<String> values) {
    return values.subList(0, values.size() - own);
  }
}
