package insight.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A bad line between a client and the portal: a TCP relay that breaks some requests in the ways
 * that real ones break. The faults are drawn from a seed, one for each request on a connection.
 */
final class BreakingProxy implements AutoCloseable {
  /** What happens to a request. */
  enum Fault {
    NONE,
    /** The connection is reset before the portal hears anything. */
    RESET_BEFORE,
    /** Half of the request arrives, then both sides are cut. */
    CUT_IN_THE_MIDDLE,
    /** The portal takes the request and answers; the answer is lost in a reset. */
    ANSWER_LOST,
    /** The portal takes the request; the client hears nothing more, and no end either. */
    HALF_OPEN
  }

  private final ServerSocket server;
  private final int target;
  private final double badShare;
  private final SplittableRandom random;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Fault, Integer> drawn = new TreeMap<>();

  BreakingProxy(int target, double badShare, long seed) {
    this.target = target;
    this.badShare = badShare;
    this.random = new SplittableRandom(seed);
    try {
      server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.submit(this::acceptAll);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How often each fault struck so far. */
  synchronized Map<Fault, Integer> drawn() {
    return new TreeMap<>(drawn);
  }

  private synchronized Fault draw() {
    Fault[] bad = {Fault.RESET_BEFORE, Fault.CUT_IN_THE_MIDDLE, Fault.ANSWER_LOST, Fault.HALF_OPEN};
    Fault fault = random.nextDouble() < badShare ? bad[random.nextInt(bad.length)] : Fault.NONE;
    drawn.merge(fault, 1, Integer::sum);
    return fault;
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.submit(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket portal = new Socket(InetAddress.getLoopbackAddress(), target)) {
      Line line = new Line(client, portal);
      threads.submit(line::answers);
      line.requests();
    } catch (IOException gone) {
      // the line is broken on purpose; both ends notice by themselves
      Thread.yield();
    }
  }

  /** One connection. A request begins with the first bytes after an answer. */
  private final class Line {
    private final Socket client;
    private final Socket portal;
    private volatile Fault fault = Fault.NONE;
    private volatile boolean answered = true;

    Line(Socket client, Socket portal) {
      this.client = client;
      this.portal = portal;
    }

    void requests() throws IOException {
      InputStream in = client.getInputStream();
      OutputStream out = portal.getOutputStream();
      byte[] bytes = new byte[64 * 1024];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        if (answered) {
          answered = false;
          fault = draw();
        }
        if (fault == Fault.RESET_BEFORE) {
          reset(client);
          return;
        }
        out.write(bytes, 0, fault == Fault.CUT_IN_THE_MIDDLE ? n / 2 : n);
        out.flush();
        if (fault == Fault.CUT_IN_THE_MIDDLE) {
          reset(client);
          return;
        }
      }
    }

    void answers() {
      try {
        InputStream in = portal.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] bytes = new byte[64 * 1024];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
          if (fault == Fault.ANSWER_LOST) {
            reset(client);
            return;
          }
          if (fault == Fault.NONE) {
            answered = true;
            out.write(bytes, 0, n);
            out.flush();
          }
        }
      } catch (IOException gone) {
        Thread.yield();
      }
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
