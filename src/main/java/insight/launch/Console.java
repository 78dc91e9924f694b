package insight.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the person at the terminal reads: progress on one stream, trouble on the other. */
record Console(PrintStream out, PrintStream err) {

  /** The terminal of this process, in UTF-8. */
  static Console terminal() {
    return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  void say(String line) {
    out.println(line);
  }

  void warn(String line) {
    err.println(line);
  }
}
