package insight.hygiene;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floors of {@code floors.puml} and the technology fences. */
class ArchitectureTest {
  private static final Pattern FLOOR = Pattern.compile("package \"(\\d+) (\\w+)\" as \\w+");
  private static JavaClasses portal = new ClassFileImporter().importClasses();
  private static Map<String, Integer> floors = Map.of();

  @BeforeAll
  static void read() throws IOException {
    portal =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("insight");
    Map<String, Integer> read = new LinkedHashMap<>();
    Matcher line = FLOOR.matcher(Files.readString(Path.of("src/test/resources/floors.puml")));
    while (line.find()) {
      read.put(line.group(2), Integer.valueOf(line.group(1)));
    }
    floors = read;
  }

  @Test
  void everyPackageStandsOnAFloor() {
    for (var part : portal.getPackage("insight").getSubpackages()) {
      String name = part.getRelativeName();
      assertTrue(
          floors.containsKey(name) || name.equals("launch"),
          name + " is missing in floors.puml: which floor is it on?");
    }
  }

  @Test
  void callsGoDown() {
    assertFalse(floors.isEmpty(), "floors.puml names no floor");
    floors.forEach(
        (name, floor) -> {
          String[] above =
              floors.entrySet().stream()
                  .filter(other -> other.getValue() > floor)
                  .map(other -> "insight." + other.getKey() + "..")
                  .toArray(String[]::new);
          if (above.length > 0) {
            noClasses()
                .that()
                .resideInAPackage("insight." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .because("calls go down, events go up: floor " + floor + " " + name)
                .check(portal);
          }
        });
  }

  @Test
  void theShellKnowsNoStage() {
    noClasses()
        .that()
        .resideInAPackage("insight.shell..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("insight.runtime..", "insight.privacy..", "insight.learn..")
        .because("stages contribute to the frame, the frame does not call them")
        .check(portal);
  }

  @Test
  void theLauncherStandsOutside() {
    noClasses()
        .that()
        .resideOutsideOfPackage("insight.launch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("insight.launch..")
        .because("the launcher is not in the WAR")
        .check(portal);
    noClasses()
        .that()
        .resideInAPackage("insight.launch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "com.vaadin..", "insight.runtime..", "insight.collect..")
        .because("the launcher is plain Java and speaks to the portal by HTTP")
        .check(portal);
  }

  @Test
  void vaadinStaysInPages() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..ui..", "insight.shell..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.vaadin..")
        .because("pages are a door of a stage, not the stage")
        .check(portal);
  }

  @Test
  void machineLearningLibrariesStayInLearn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("insight.learn..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.tribuo..", "com.oracle.labs..", "ml.dmlc..", "ai.djl..", "ai.onnxruntime..")
        .because("a change of library must not be felt above learn")
        .check(portal);
  }

  @Test
  void restStaysInItsDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..rest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .because("HTTP is a door of a stage, not the stage")
        .check(portal);
  }

  @Test
  void databasesAreReachedFromStageRootsAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..ui..", "..rest..", "insight.learn..", "insight.kernel..", "insight.shell..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.persistence..", "java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..")
        .because("pages and resources ask their stage")
        .allowEmptyShould(false)
        .check(
            portal.that(
                com.tngtech.archunit.base.DescribedPredicate.not(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                        "insight\\.collect\\.rest\\.TrackingServlet.*"))));
  }

  @Test
  void learnAndKernelArePlainJava() {
    noClasses()
        .that()
        .resideInAnyPackage("insight.learn..", "insight.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "com.vaadin..", "org.jdbi..")
        .because("algorithms and words outlive frameworks")
        .check(portal);
  }

  @Test
  void entitiesNeverLeaveTheirPackage() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .bePackagePrivate()
        .because("other stages see records")
        .check(portal);
  }

  @Test
  void everyPageSaysWhoMayOpenIt() {
    classes()
        .that()
        .areAnnotatedWith(Route.class)
        .should()
        .beAnnotatedWith(PermitAll.class)
        .orShould()
        .beAnnotatedWith(RolesAllowed.class)
        .orShould()
        .beAnnotatedWith(com.vaadin.flow.server.auth.AnonymousAllowed.class)
        .because("S1: deny by default")
        .check(portal);
  }

  @Test
  void nobodyDeserializesJavaObjects() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .because("ASVS 1.5.2")
        .check(portal);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("insight.launch..", "insight.learn..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("tests set the time")
        .check(portal);
  }
}
