package insight.runtime;

import insight.kernel.Refused;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;

/** What people set at work. */
@UseCase
public class Settings {
  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  public String get(Setting setting) {
    SettingRow row = entities.find(SettingRow.class, setting.key());
    return row == null ? setting.preset() : row.value;
  }

  /** The zone in which the portal's days begin. */
  public ZoneId zone() {
    return ZoneId.of(get(Setting.ZONE));
  }

  public void set(Setting setting, String value, Caller by) {
    check(setting, value);
    SettingRow row = entities.find(SettingRow.class, setting.key());
    if (row == null) {
      row = new SettingRow();
      row.name = setting.key();
      entities.persist(row);
    }
    row.value = value;
    row.changedBy = by.name();
    row.changedAt = clock.instant();
  }

  private static void check(Setting setting, String value) {
    try {
      switch (setting) {
        case ZONE -> ZoneId.of(value);
        case CURRENCY -> {
          if (!value.isEmpty()) {
            java.util.Currency.getInstance(value);
          }
        }
        case NEW_ONLY -> {
          if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
          }
        }
        case QUIET_DAYS -> {
          if (Integer.parseInt(value) < 1) {
            throw new IllegalArgumentException(value);
          }
        }
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Refused.invalid("/" + setting.key(), "runtime.setting.value", setting.key(), value);
    }
  }
}
