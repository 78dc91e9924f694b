package insight.launch.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * What the fill must know after a restart: the plan (so that the same bytes are made again) and the
 * numbers of the jobs that it started. Whether they are done is asked from the portal.
 */
final class Diary {
  private final Path file;
  private final Properties entries = new Properties();

  Diary(Path dataDirectory) throws IOException {
    file = dataDirectory.resolve("demo.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        entries.load(reader);
      }
    }
  }

  Optional<String> entry(String name) {
    return Optional.ofNullable(entries.getProperty(name));
  }

  void note(String name, String value) throws IOException {
    entries.setProperty(name, value);
    save();
  }

  /** The plan begun with; the wanted one, noted, if none was. */
  Plan plan(Plan wanted) throws IOException {
    if (!entries.containsKey("seed")) {
      entries.setProperty("seed", Long.toString(wanted.seed()));
      entries.setProperty("customers", Integer.toString(wanted.customers()));
      entries.setProperty("months", Integer.toString(wanted.months()));
      entries.setProperty("end", wanted.end().toString());
      save();
      return wanted;
    }
    return new Plan(
        Long.parseLong(entries.getProperty("seed")),
        Integer.parseInt(entries.getProperty("customers")),
        Integer.parseInt(entries.getProperty("months")),
        LocalDate.parse(entries.getProperty("end")));
  }

  /** Begins anew: the portal does not know what is written here. */
  void forgetAll() throws IOException {
    entries.clear();
    save();
  }

  private void save() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      entries.store(writer, "The demo shop: delete the whole directory to begin anew.");
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
