package insight.collect;

import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.runtime.Caller;
import insight.runtime.Chore;
import insight.runtime.DataDirectory;
import insight.runtime.Storage;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Folders into which shops lay files: {@code imports/<source>/} in the data directory, by the
 * source's number or its name. A file that no longer grows is taken as if it had been uploaded; it
 * then lies in {@code done} or {@code failed} beside, with a note saying which import it became.
 */
@ApplicationScoped
public class WatchedFolders implements Chore {
  /** So long a file must not have changed. */
  static final Duration QUIET = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(WatchedFolders.class.getName());
  private static final String DONE = "done";
  private static final String FAILED = "failed";

  /** Endings under which programs write what is not finished. */
  private static final List<String> UNFINISHED =
      List.of(".part", ".tmp", ".crdownload", ".filepart");

  @Inject Sources sources;
  @Inject Imports imports;
  @Inject Storage storage;
  @Inject DataDirectory data;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** How large a file was when it was seen last. */
  private final Map<Path, Long> sizes = new ConcurrentHashMap<>();

  @Override
  public Duration every() {
    return Duration.ofSeconds(6);
  }

  @Override
  public void run() {
    for (Source source : transactions.inNew(sources::watched)) {
      try {
        look(source);
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.WARNING, "The folder of source " + source.id() + " cannot be read now", e);
      }
    }
  }

  /** The folder as people find it, from the data directory on. */
  static String shown(Source source) {
    return Imports.FOLDER + "/" + source.id() + "/";
  }

  /** Queues what lies ready; whichever node moves a file away first has it. */
  List<Long> look(Source source) throws IOException {
    List<Long> queued = new ArrayList<>();
    if (storage.full() || source.paused() || !source.kind().files()) {
      return queued;
    }
    for (Path folder : folders(source)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, WatchedFolders::isFile)) {
        for (Path file : files) {
          if (ready(file)) {
            take(source, folder, file).ifPresent(queued::add);
          }
        }
      }
    }
    return queued;
  }

  private List<Path> folders(Source source) {
    Path root = data.folder(Imports.FOLDER);
    List<Path> folders = new ArrayList<>();
    for (String name : List.of(String.valueOf(source.id()), source.name())) {
      boolean plain = name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*") && !name.contains("..");
      boolean number = !name.equals(String.valueOf(source.id())) && name.matches("\\d+");
      Path folder = plain && !number ? root.resolve(name) : root;
      if (!folder.equals(root) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private static boolean isFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !name.startsWith(".")
        && UNFINISHED.stream().noneMatch(name::endsWith);
  }

  /** Seen twice at the same size, and not written to for a while. */
  private boolean ready(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Long before = sizes.put(file, now.size());
    Instant changed = now.lastModifiedTime().toInstant();
    return before != null && before == now.size() && changed.isBefore(clock.instant().minus(QUIET));
  }

  private Optional<Long> take(Source source, Path folder, Path file) throws IOException {
    sizes.remove(file);
    Path done = Files.createDirectories(folder.resolve(DONE));
    Path moved = free(done, file.getFileName().toString());
    try {
      Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
    } catch (java.nio.file.NoSuchFileException another) {
      return Optional.empty();
    }
    long id;
    try {
      id = imports.startLying(source.id(), moved, Caller.PORTAL);
    } catch (Refused refused) {
      if (refused.kind() == Refused.Kind.UNAVAILABLE) {
        Files.move(moved, file, StandardCopyOption.ATOMIC_MOVE);
        return Optional.empty();
      }
      Path failed =
          free(Files.createDirectories(folder.resolve(FAILED)), file.getFileName().toString());
      Files.move(moved, failed, StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(note(failed), refused.reasons().getFirst().in(Locale.ENGLISH) + "\n");
      return Optional.empty();
    } catch (RuntimeException | IOException e) {
      Files.move(moved, file, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    Files.writeString(
        note(moved), Texts.of(Locale.ENGLISH, "collect.folder.taken", String.valueOf(id)) + "\n");
    return Optional.of(id);
  }

  /** The import ended: a file that could not be read goes to the failed ones. */
  void ended(Path file, long importId, Refused.Reason why) throws IOException {
    Path folder = file.getParent();
    if (folder == null || !folder.endsWith(DONE) || !Files.exists(file)) {
      return;
    }
    Path failed = Files.createDirectories(folder.resolveSibling(FAILED));
    Path moved = free(failed, file.getFileName().toString());
    Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(note(file));
    Files.writeString(
        note(moved),
        Texts.of(Locale.ENGLISH, "collect.folder.failed", String.valueOf(importId))
            + "\n"
            + why.in(Locale.ENGLISH)
            + "\n");
  }

  private static Path note(Path file) {
    return file.resolveSibling(file.getFileName() + ".note.txt");
  }

  /** The name, with a number where one of that name lies there already. */
  private static Path free(Path folder, String name) {
    Path path = folder.resolve(name);
    for (int i = 2; Files.exists(path); i++) {
      path = folder.resolve(i + "-" + name);
    }
    return path;
  }
}
