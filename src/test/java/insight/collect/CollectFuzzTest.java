package insight.collect;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays what fuzzing found, and where it began, in each run of the tests. */
class CollectFuzzTest {
  @ParameterizedTest
  @ValueSource(strings = {"csvRecords", "jsonEvent", "mapping", "timesAndNumbers"})
  void whatFuzzingFoundStaysMended(String target) throws IOException, URISyntaxException {
    List<Path> corpus = corpus(target);
    assertFalse(corpus.isEmpty(), target);
    for (Path input : corpus) {
      byte[] bytes = Files.readAllBytes(input);
      assertDoesNotThrow(() -> run(target, bytes), () -> target + ": " + input.getFileName());
    }
  }

  private static void run(String target, byte[] bytes) throws IOException {
    switch (target) {
      case "csvRecords" -> CollectFuzz.csvRecords(bytes);
      case "jsonEvent" -> CollectFuzz.jsonEvent(bytes);
      case "mapping" -> CollectFuzz.mapping(bytes);
      case "timesAndNumbers" -> CollectFuzz.timesAndNumbers(bytes);
      default -> throw new IllegalArgumentException(target);
    }
  }

  private static List<Path> corpus(String target) throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(
                    CollectFuzzTest.class.getResource("CollectFuzzTestInputs/" + target))
                .toURI());
    try (Stream<Path> inputs = Files.list(folder)) {
      return inputs.sorted().toList();
    }
  }
}
