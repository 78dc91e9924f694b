package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/**
 * The web sites whose pages may send to a source from a browser. Without one, only the portal's own
 * pages may; an origin is named exactly, there is no «all».
 */
@UseCase
public class Origins {
  static final int MOST = 50;

  @Inject Jdbi jdbi;
  @Inject Audit audit;

  /** The origins of a source, e.g. {@code https://shop.example}. */
  public List<String> of(int sourceId) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select origin from co_origin where source_id = :source order by origin")
                .bind("source", sourceId)
                .mapTo(String.class)
                .list());
  }

  /** Whether pages of this origin may send to the source. */
  public boolean allows(int sourceId, String origin) {
    return of(sourceId).contains(origin.toLowerCase(Locale.ROOT));
  }

  /** Whether any source takes events from pages of this origin: all that a preflight can ask. */
  public boolean known(String origin) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select exists (select from co_origin where origin = :origin)")
                .bind("origin", origin.toLowerCase(Locale.ROOT))
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Replaces the origins of a source.
   *
   * @throws Refused naming each that is none
   */
  public List<String> set(Source source, List<String> origins, Caller by) {
    int sourceId = source.id();
    Set<String> clean = new TreeSet<>();
    List<Refused.Reason> wrong = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      String origin = origins.get(i).strip().toLowerCase(Locale.ROOT);
      if (valid(origin)) {
        clean.add(origin);
      } else {
        wrong.add(
            new Refused.Reason("/origins/" + i, "collect.origin.wrong", List.of(origins.get(i))));
      }
    }
    if (clean.size() > MOST) {
      wrong.add(new Refused.Reason("/origins", "collect.origin.many", List.of(MOST)));
    }
    if (!wrong.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, wrong);
    }
    jdbi.useHandle(
        h -> {
          h.createUpdate("delete from co_origin where source_id = :source")
              .bind("source", sourceId)
              .execute();
          h.createUpdate(
                  """
                  insert into co_origin (source_id, origin)
                  select :source, unnest(cast(:origins as text[]))""")
              .bind("source", sourceId)
              .bind("origins", clean.toArray(String[]::new))
              .execute();
        });
    audit.record(
        by.name(),
        Audit.Action.CHANGE,
        "source " + source.name(),
        null,
        Map.of("origins", String.join(" ", clean)));
    return List.copyOf(clean);
  }

  /** An origin as a browser writes it: http or https, a host, perhaps a port, nothing else. */
  static boolean valid(String origin) {
    try {
      URI uri = new URI(origin);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && origin.equals(
              uri.getScheme()
                  + "://"
                  + uri.getHost()
                  + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))
          && origin.length() <= 200;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
