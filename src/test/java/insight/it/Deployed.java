package insight.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product's own WAR with the tests beside it: what is tested is what is shipped. */
public final class Deployed {
  private Deployed() {}

  /** The built WAR and these test classes. */
  public static WebArchive with(Class<?>... tests) {
    File war = new File(System.getProperty("insight.target", "target"), "insight.war");
    return ShrinkWrap.create(ZipImporter.class, "insight-tests.war")
        .importFrom(war)
        .as(WebArchive.class)
        .addClasses(tests);
  }
}
