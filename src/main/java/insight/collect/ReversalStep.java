package insight.collect;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Runs statements with the import's {@code :id}, {@code :source} bound. */
record ReversalStep(Handle h, int id, int source, Runnable between) {
  long run(String sql) {
    between.run();
    return h.createUpdate(sql)
        .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
        .bind("id", id)
        .bind("source", source)
        .execute();
  }

  /** Makes a table for this transaction, and fills it. */
  long temporary(String name, String columns, String select) {
    h.execute("create temp table " + name + " (" + columns + ") on commit drop");
    long found = run("insert into " + name + " " + select);
    h.execute("analyze " + name);
    return found;
  }

  boolean any(String sql) {
    return h.createQuery("select exists (" + sql + ")")
        .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
        .bind("id", id)
        .bind("source", source)
        .mapTo(Boolean.class)
        .one();
  }
}
