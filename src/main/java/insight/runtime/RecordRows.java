package insight.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps a row to any record, also one that only its own package knows: each component takes the
 * column of its name, written with underscores or without ({@code occurredAt}, {@code
 * occurred_at}).
 */
final class RecordRows implements RowMapperFactory {
  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    return type instanceof Class<?> c && c.isRecord() ? Optional.of(new Rows(c)) : Optional.empty();
  }

  private record Rows(Class<?> record) implements RowMapper<Object> {
    @Override
    public Object map(ResultSet row, StatementContext context) throws SQLException {
      return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<Object> specialize(ResultSet row, StatementContext context)
        throws SQLException {
      RecordComponent[] parts = record.getRecordComponents();
      int[] columns = new int[parts.length];
      ColumnMapper<?>[] mappers = new ColumnMapper<?>[parts.length];
      for (int i = 0; i < parts.length; i++) {
        Type type = parts[i].getGenericType();
        columns[i] = column(row.getMetaData(), parts[i].getName());
        mappers[i] =
            context
                .findColumnMapperFor(type)
                .orElseThrow(() -> new IllegalStateException("no column mapper for " + type));
      }
      Constructor<?> constructor = constructor(parts);
      return (r, c) -> make(constructor, values(r, c, columns, mappers));
    }

    private int column(ResultSetMetaData meta, String name) throws SQLException {
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        if (plain(meta.getColumnLabel(i)).equals(plain(name))) {
          return i;
        }
      }
      throw new IllegalStateException("the query has no column for " + record + "." + name);
    }

    private static String plain(String name) {
      return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private Constructor<?> constructor(RecordComponent[] parts) {
      try {
        Constructor<?> canonical =
            record.getDeclaredConstructor(
                Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        canonical.setAccessible(true);
        return canonical;
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("a record without its constructor: " + record, e);
      }
    }

    private static Object[] values(
        ResultSet row, StatementContext context, int[] columns, ColumnMapper<?>[] mappers)
        throws SQLException {
      Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = mappers[i].map(row, columns[i], context);
      }
      return values;
    }

    private static Object make(Constructor<?> constructor, Object[] values) {
      try {
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(
            "this row is no " + constructor.getDeclaringClass(), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
