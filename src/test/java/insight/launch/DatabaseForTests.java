package insight.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the product's own embedded database for the in-container tests of a run, with a fresh data
 * directory, and tells Arquillian's server about it by system properties. Surefire's runs, which
 * need none, are left alone.
 */
public final class DatabaseForTests implements LauncherSessionListener {
  private @Nullable EmbeddedDatabase database;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String folder = System.getProperty("insight.it.data");
    if (folder == null) {
      return;
    }
    try {
      Path root = Path.of(folder).toAbsolutePath();
      DataDirectory.deleteTree(root);
      DataDirectory data = DataDirectory.open(root);
      database = EmbeddedDatabase.start(data, Console.terminal());
      DatabaseAccess access = database.access();
      System.setProperty(
          "insight.it.jvm",
          String.join(
              " ",
              "-Xmx700m",
              "--enable-native-access=ALL-UNNAMED",
              "-Dinsight.db.url=" + access.url().replace("&", "&amp;"),
              "-Dinsight.db.user=" + access.user(),
              "-Dinsight.db.password=" + access.password(),
              "-Dinsight.data.dir=" + root,
              "-Dinsight.admin.password=" + TestUsers.ADMIN_PASSWORD,
              "-Dinsight.api.token=" + TestUsers.TOKEN));
      System.setProperty("insight.it.micro", microOptions(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String microOptions(DataDirectory data) throws IOException {
    Path commands = data.root().resolve("preboot-tests.txt");
    java.nio.file.Files.writeString(
        commands,
        "set configs.config.server-config.network-config.network-listeners.network-listener"
            + ".http-listener.address=127.0.0.1\n");
    return "--nohazelcast --disablephonehome --contextroot / --prebootcommandfile " + commands;
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    EmbeddedDatabase running = database;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
