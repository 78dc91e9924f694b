package insight.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import insight.privacy.Holder;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every table with rows about people has a holder, so that forgetting reaches it. */
class PersonalTablesTest {
  private static final Pattern TABLE =
      Pattern.compile("create table (\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("(?m)^\\s+(customer_key|person)\\s+bigint");

  private static Set<String> personalTables() {
    Set<String> tables = new TreeSet<>();
    Project.files("sql", ".sql")
        .forEach(
            file -> {
              Matcher table = TABLE.matcher(Project.text(file));
              while (table.find()) {
                if (KEY.matcher(table.group(2)).find()) {
                  tables.add(table.group(1));
                }
              }
            });
    return tables;
  }

  private static Set<String> heldTables() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("insight").stream()
            .filter(c -> c.isAssignableTo(Holder.class) && !c.isInterface())
            .flatMap(c -> holder(c).tables().stream())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Holder holder(JavaClass type) {
    try {
      var constructor = type.reflect().getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Holder) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName() + " needs a constructor without arguments", e);
    }
  }

  @Test
  void everyTableWithACustomerKeyHasAHolder() {
    Set<String> personal = personalTables();
    assertTrue(personal.contains("co_event"), "the reading of sql/ finds no personal table");
    Set<String> without = new TreeSet<>(personal);
    without.removeAll(heldTables());
    assertEquals(Set.of(), without);
  }

  @Test
  void holdersNameTablesThatExist() {
    String schema =
        Project.files("sql", ".sql").stream().map(Project::text).collect(Collectors.joining());
    assertFalse(heldTables().isEmpty());
    heldTables()
        .forEach(table -> assertTrue(schema.contains("create table " + table + " "), table));
  }
}
