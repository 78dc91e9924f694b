package insight.train;

import insight.kernel.Texts;
import insight.prepare.FeatureUse;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Which model versions learned from which feature, as their provenance says. */
@UseCase
class ModelFeatures implements FeatureUse {
  @Inject Jdbi jdbi;

  record Row(String feature, String task, int number, boolean live, long runId) {}

  @Override
  public List<Use> uses() {
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select f.feature, m.task, m.number, m.state = 'live' as live, m.run_id
                        from tr_model m join tr_run r on r.id = m.run_id
                          cross join lateral jsonb_array_elements_text(
                            coalesce(r.provenance->'learned'->'features', '[]')) f (feature)
                        where m.state <> 'retired'
                        order by m.id desc""")
                    .mapTo(Row.class)
                    .list())
        .stream()
        .map(ModelFeatures::use)
        .toList();
  }

  private static Use use(Row row) {
    return new Use(
        row.feature(),
        locale ->
            Names.task(locale, row.task())
                + " · "
                + Texts.of(locale, "train.model.version", row.number()),
        "training-runs/" + row.runId(),
        row.live());
  }
}
