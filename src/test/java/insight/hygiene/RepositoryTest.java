package insight.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a stranger meets in the repository is true and tidy. */
class RepositoryTest {
  private static final Pattern COMMAND = Pattern.compile("\\./insight ([a-z]+)");

  @Test
  void theTopLevelHoldsWhatItShould() {
    for (String name :
        List.of(
            "README.md",
            "CHANGELOG.md",
            "DECISIONS.md",
            "SECURITY.md",
            "LICENSE",
            "insight",
            "pom.xml",
            "src",
            "sql",
            "webapp-themes",
            "docker",
            ".editorconfig",
            ".ci/run")) {
      assertTrue(Files.exists(Path.of(name)), name + " is missing");
    }
    assertTrue(Files.isExecutable(Path.of("insight")));
    assertTrue(Files.isExecutable(Path.of(".ci/run")));
  }

  @Test
  void everyCommandInTheReadmeExists() {
    String launcher = Project.text(Path.of("insight"));
    Matcher command = COMMAND.matcher(Project.text(Path.of("README.md")));
    Set<String> named = new TreeSet<>();
    while (command.find()) {
      named.add(command.group(1));
    }
    assertTrue(named.containsAll(Set.of("run", "demo", "test")), "README names " + named);
    named.forEach(
        name -> assertTrue(launcher.contains("./insight " + name), name + " is in README only"));
  }

  @Test
  void theReadmeFitsThreeScreens() {
    long lines = Project.text(Path.of("README.md")).lines().count();
    assertTrue(lines <= 150, "README has " + lines + " lines");
  }

  @Test
  void noRegistryHostIsCommitted() {
    Pattern host = Pattern.compile("\"resolved\": *\"http|distributionUrl|https?://[^ /]+/maven2");
    assertEquals(
        List.of(),
        Stream.of("webapp-themes/package-lock.json", "pom.xml", "insight", ".ci/run")
            .filter(f -> host.matcher(Project.text(Path.of(f))).find())
            .toList());
  }

  @Test
  void noSourceHoldsAStubOrAPrint() {
    Pattern bad =
        Pattern.compile(
            "TO"
                + "DO|FIX"
                + "ME|printStackTrace|@Disabled|not implemented|catch \\([A-Za-z|. ]+ (e|_)\\) *\\{ *\\}");
    Set<String> found = new TreeSet<>();
    Project.files("src", ".java").stream()
        .filter(f -> !f.endsWith("RepositoryTest.java"))
        .filter(f -> bad.matcher(Project.text(f)).find())
        .forEach(f -> found.add(f.toString()));
    assertEquals(Set.of(), found);
  }

  @Test
  void everyPackageHasACharter() {
    Set<Path> without = new TreeSet<>();
    Project.files("src/main/java", ".java")
        .forEach(
            f -> {
              Path folder = java.util.Objects.requireNonNull(f.getParent());
              if (!Files.exists(folder.resolve("package-info.java"))) {
                without.add(folder);
              }
            });
    assertEquals(Set.of(), without);
    assertFalse(Project.files("src/main/java", "package-info.java").isEmpty());
  }
}
