package insight.runtime;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.postgresql.PGConnection;

/**
 * The one database. Stages inject {@link Jdbi} for set-based SQL and record projections; a handle
 * joins the container's transaction of the thread, so {@code inTransaction} is never called on it.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/insight",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=insight.db.url}",
    user = "${MPCONFIG=insight.db.user}",
    password = "${MPCONFIG=insight.db.password}",
    minPoolSize = 2,
    maxPoolSize = 20,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.fail-all-connections=true"
    })
@ApplicationScoped
public class Database {
  @Resource(lookup = "java:app/jdbc/insight")
  DataSource dataSource;

  /** Records are mapped by constructor: any record is a row type. */
  @Produces
  @jakarta.inject.Singleton
  Jdbi jdbi() {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    jdbi.registerRowMapper(new RecordRows());
    jdbi.registerArgument(new InstantArguments());
    jdbi.registerColumnMapper(java.time.Instant.class, new InstantColumn());
    return jdbi;
  }

  /** The driver's own connection behind a handle's, for COPY. */
  public static PGConnection postgres(org.jdbi.v3.core.Handle handle) {
    try {
      return handle.getConnection().unwrap(PGConnection.class);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("no PostgreSQL connection behind the pool", e);
    }
  }
}
