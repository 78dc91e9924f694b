package insight.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the chores, each in a loop of its own.
 *
 * <p>A web listener and not EJB timers: on this server a transaction that CDI begins in a thread
 * which comes from an EJB (a timer, or an executor used by one) does not reach the database's
 * connections, and every statement commits by itself. Threads that come from the web part are
 * sound.
 *
 * <p>Platform threads, not virtual ones: a virtual thread that loads or initialises a class holds
 * its carrier, there are as many carriers as cores, and while the server started on two cores both
 * could wait for a class loader's lock that a third, unmounted virtual thread held. The server then
 * hung for ever.
 */
@WebListener
@ManagedExecutorDefinition(name = "java:app/concurrent/waiting", maxAsync = 64)
@ManagedExecutorDefinition(name = "java:app/concurrent/computing", maxAsync = 2)
public class Chores implements ServletContextListener {
  private static final Logger LOG = Logger.getLogger(Chores.class.getName());

  @Resource(lookup = "java:app/concurrent/waiting")
  ManagedExecutorService waiting;

  @Inject @Any Instance<Chore> chores;
  @Inject Migration migration;

  private final List<Future<?>> loops = new CopyOnWriteArrayList<>();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    chores.forEach(chore -> loops.add(waiting.submit(() -> loop(chore))));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    loops.forEach(loop -> loop.cancel(true));
  }

  private void loop(Chore chore) {
    migration.await();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        chore.run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, chore.getClass().getSimpleName() + " failed; it runs again", e);
      }
      try {
        Thread.sleep(chore.every());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
