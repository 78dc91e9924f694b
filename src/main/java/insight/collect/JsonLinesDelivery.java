package insight.collect;

import insight.collect.csv.Lines;
import insight.collect.csv.Parts;
import insight.kernel.Refused;
import insight.privacy.Pseudonyms;
import insight.runtime.Json;
import insight.runtime.JsonBody;
import jakarta.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A file with one message in Segment's format a line. */
final class JsonLinesDelivery implements Delivery {
  private final Parts parts;
  private Lines lines;
  private final Source source;
  private final Pseudonyms pseudonyms;
  private final MessageReader reader;
  private boolean any;

  private JsonLinesDelivery(
      Parts parts, Lines first, Source source, Pseudonyms pseudonyms, Instant now) {
    this.parts = parts;
    this.lines = first;
    this.source = source;
    this.pseudonyms = pseudonyms;
    this.reader = new MessageReader(source.currency(), now);
  }

  static JsonLinesDelivery open(Path file, Source source, Pseudonyms pseudonyms, Instant now)
      throws IOException {
    Parts parts = Parts.of(file);
    try {
      Lines first = parts.next().orElseThrow(() -> Refused.unprocessable("collect.import.empty"));
      return new JsonLinesDelivery(parts, first, source, pseudonyms, now);
    } catch (IOException | Refused e) {
      parts.close();
      throw e;
    }
  }

  @Override
  public boolean next(Chunk chunk, long after) throws IOException {
    do {
      if (!line()) {
        if (!any) {
          throw Refused.unprocessable(
              lines.cut() ? "collect.import.cutAtOnce" : "collect.import.empty");
        }
        return false;
      }
    } while (lines.text().isBlank());
    any = true;
    if (lines.number() > after) {
      chunk.read++;
      chunk.lastLine = lines.number();
      read(chunk);
    }
    return true;
  }

  /** The next line, of the next file when this one is at its end. */
  private boolean line() throws IOException {
    while (!lines.next()) {
      Optional<Lines> more = lines.cut() ? Optional.empty() : parts.next();
      if (more.isEmpty()) {
        return false;
      }
      lines = more.get();
    }
    return true;
  }

  private void read(Chunk chunk) {
    String text = lines.text();
    try {
      if (lines.tooLong()
          || JsonBody.depth(text.getBytes(StandardCharsets.UTF_8)) > TrackedBody.DEEPEST) {
        throw Refused.invalid("", "collect.reject.message", Tracking.LARGEST_MESSAGE / 1024);
      }
      CustomerEvent event = reader.read(Json.parse(text), "");
      new EventRows(source.id(), pseudonyms, chunk.batch).add(event, lines.number());
    } catch (JsonException notJson) {
      reject(chunk, text, "", "collect.reject.json", List.of());
    } catch (Refused refused) {
      Refused.Reason reason = refused.reasons().getFirst();
      List<String> arguments = reason.arguments().stream().map(String::valueOf).toList();
      reject(chunk, text, reason.pointer(), reason.key(), arguments);
    }
  }

  private void reject(Chunk chunk, String text, String column, String key, List<String> arguments) {
    chunk.rejects.add(new Reject(lines.number(), column, text, true, key, arguments));
    chunk.keep(lines.number(), RejectedRecord.message(text));
  }

  @Override
  public boolean cut() {
    return lines.cut();
  }

  @Override
  public long bytes() {
    return lines.bytes();
  }

  @Override
  public String encoding() {
    return lines.encoding();
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
