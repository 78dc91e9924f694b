package insight.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs of this platform, unpacked once into the data directory. */
record PostgresPrograms(Path directory) {

  /** Finds the unpacked programs or unpacks them; a half unpacked folder is never used. */
  static PostgresPrograms in(Path programs) throws IOException {
    URL archive = archive();
    Path ready = programs.resolve("postgresql-" + fingerprint(archive));
    if (!Files.exists(ready)) {
      Path fresh = programs.resolve("unpacking");
      DataDirectory.deleteTree(fresh);
      try (InputStream packed = new BufferedInputStream(archive.openStream())) {
        unpack(packed, fresh);
      }
      Files.move(fresh, ready);
    }
    return new PostgresPrograms(ready);
  }

  /** A command line of one of the programs, detached from the terminal and never as root. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid"); // Ctrl-C stops the portal first; the database follows
    }
    if (isRoot()) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses root: be nobody in a namespace
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static URL archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String name =
        "postgres-"
            + (system.startsWith("mac") ? "darwin" : "linux")
            + (machine.equals("aarch64") ? "-arm_64" : "-x86_64")
            + ".txz";
    URL archive = PostgresPrograms.class.getResource("/" + name);
    if (archive == null) {
      throw new StartRefused(
          "There is no embedded PostgreSQL for this machine ("
              + system
              + ", "
              + machine
              + "). Set INSIGHT_DB_URL, INSIGHT_DB_USER and INSIGHT_DB_PASSWORD to a PostgreSQL 15 or"
              + " newer.");
    }
    return archive;
  }

  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    return Long.toHexString(connection.getContentLengthLong());
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, inside(target, entry.getName()));
      }
    }
  }

  private static Path inside(Path target, String name) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("The PostgreSQL archive has an entry outside its folder: " + name);
    }
    return file;
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
