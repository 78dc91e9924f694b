package insight.collect.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import insight.collect.Schedule;
import insight.kernel.Refused;
import insight.shell.part.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a source runs by itself, in plain words; whoever knows cron may write it. */
final class ScheduleField extends Div {
  private static final long serialVersionUID = 1L;
  private static final Pattern USUAL =
      Pattern.compile("(\\d{1,2}) (\\d{1,2}|\\*) (\\d{1,2}|\\*) \\* (\\d|\\*)");

  /** How often. */
  private enum Often {
    NEVER,
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    OWN
  }

  private final Select<Often> often = new Select<>();
  private final TimePicker time = new TimePicker(Words.of("collect.schedule.time"));
  private final Select<DayOfWeek> weekday = new Select<>();
  private final Select<Integer> day = new Select<>();
  private final TextField cron = new TextField(Words.of("collect.schedule.own"));
  private final Span words = new Span();

  ScheduleField(Optional<Schedule> stands) {
    often.setLabel(Words.of("collect.source.schedule"));
    often.setItems(Often.values());
    often.setItemLabelGenerator(
        o -> Words.of("collect.schedule.often." + o.name().toLowerCase(Locale.ROOT)));
    weekday.setLabel(Words.of("collect.schedule.weekday"));
    weekday.setItems(DayOfWeek.values());
    weekday.setItemLabelGenerator(d -> d.getDisplayName(TextStyle.FULL_STANDALONE, Words.locale()));
    day.setLabel(Words.of("collect.schedule.monthday"));
    day.setItems(java.util.stream.IntStream.rangeClosed(1, 28).boxed().toList());
    time.setLocale(Words.locale());
    cron.setValueChangeMode(ValueChangeMode.ON_BLUR);
    fill(stands);
    often.addValueChangeListener(e -> show());
    time.addValueChangeListener(e -> show());
    weekday.addValueChangeListener(e -> show());
    day.addValueChangeListener(e -> show());
    cron.addValueChangeListener(e -> show());
    words.addClassName("sub");
    words.getElement().setAttribute("aria-live", "polite");
    addClassName("wizard-fields");
    add(often, weekday, day, time, cron, words);
    show();
  }

  private void fill(Optional<Schedule> stands) {
    time.setValue(LocalTime.of(6, 0));
    weekday.setValue(DayOfWeek.MONDAY);
    day.setValue(1);
    String text = stands.map(Schedule::cron).orElse("");
    cron.setValue(text);
    Matcher usual = USUAL.matcher(text);
    if (text.isEmpty()) {
      often.setValue(Often.NEVER);
    } else if (!usual.matches()) {
      often.setValue(Often.OWN);
    } else {
      usual(usual);
    }
  }

  private void usual(Matcher usual) {
    boolean hourly = usual.group(2).equals("*");
    if (!hourly) {
      time.setValue(
          LocalTime.of(Integer.parseInt(usual.group(2)), Integer.parseInt(usual.group(1))));
    }
    boolean everyDay = usual.group(3).equals("*");
    boolean everyWeekday = usual.group(4).equals("*");
    if (hourly) {
      often.setValue(everyDay && everyWeekday ? Often.HOURLY : Often.OWN);
    } else if (everyDay && everyWeekday) {
      often.setValue(Often.DAILY);
    } else if (everyDay) {
      int number = Integer.parseInt(usual.group(4));
      weekday.setValue(DayOfWeek.of(number == 0 ? 7 : Math.min(7, number)));
      often.setValue(Often.WEEKLY);
    } else {
      int number = Integer.parseInt(usual.group(3));
      boolean each = everyWeekday && number <= 28;
      day.setValue(Math.min(28, number));
      often.setValue(each ? Often.MONTHLY : Often.OWN);
    }
  }

  private void show() {
    Often chosen = often.getValue();
    weekday.setVisible(chosen == Often.WEEKLY);
    day.setVisible(chosen == Often.MONTHLY);
    time.setVisible(List.of(Often.DAILY, Often.WEEKLY, Often.MONTHLY).contains(chosen));
    cron.setVisible(chosen == Often.OWN);
    words.setText(inWords());
  }

  private String inWords() {
    try {
      return value().map(c -> Schedule.own(c).words(Words.locale())).orElse("");
    } catch (Refused notYet) {
      return notYet.in(Words.locale());
    }
  }

  /** As cron; empty: never by itself. */
  Optional<String> value() {
    LocalTime at = time.getValue() == null ? LocalTime.of(6, 0) : time.getValue();
    return switch (often.getValue()) {
      case NEVER -> Optional.empty();
      case HOURLY -> Optional.of(Schedule.hourly().cron());
      case DAILY -> Optional.of(Schedule.daily(at).cron());
      case WEEKLY -> Optional.of(Schedule.weekly(weekday.getValue(), at).cron());
      case MONTHLY -> Optional.of(Schedule.monthly(day.getValue(), at).cron());
      case OWN -> Optional.of(cron.getValue().strip()).filter(c -> !c.isEmpty());
    };
  }

  /** Where a refused schedule is shown. */
  HasValidation field() {
    return often.getValue() == Often.OWN ? cron : often;
  }
}
