package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.Location;
import insight.kernel.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Period, comparison and country in the top bar. A view holds one for life and gives it to the
 * frame ({@code NavbarFilters}); whenever its URL changes it calls {@link #show}. Every choice
 * navigates to the same page with the new URL.
 */
public final class PeriodBar extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<Integer> QUICK_DAYS = List.of(7, 30, 91, 365);

  /** Nothing shows before the first {@link #show}. */
  public PeriodBar() {
    addClassName("slot");
  }

  /**
   * Shows the choice.
   *
   * @param newest the last day there are data of: where "last 30 days" ends
   * @param countries what can be chosen, largest first; without any the country field is left out
   */
  public void show(PeriodChoice choice, LocalDate newest, List<Choice> countries) {
    removeAll();
    add(period(choice, newest));
    add(compare(choice));
    if (!countries.isEmpty()) {
      add(country(choice, countries));
    }
  }

  private static Component period(PeriodChoice choice, LocalDate newest) {
    NativeButton button =
        field(Icons.CALENDAR, new Span(Times.range(choice.period(), Words.locale())));
    button.setAriaLabel(
        Words.of("shell.period.label", Times.range(choice.period(), Words.locale())));
    Popover popover = new Popover();
    popover.setTarget(button);
    popover.setAriaLabel(Words.of("shell.period"));
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.addClassName("roomy");
    popover.add(picker(choice, newest, popover));
    return new Div(button, popover);
  }

  private static Div picker(PeriodChoice choice, LocalDate newest, Popover popover) {
    Div quick = new Div();
    quick.addClassName("quick");
    LocalDate end = newest.plusDays(1);
    for (int days : QUICK_DAYS) {
      quick.add(
          quick(Words.of("shell.period.last", days), choice, end.minusDays(days), end, popover));
    }
    LocalDate newYear = newest.withDayOfYear(1);
    quick.add(
        quick(
            Words.of("shell.period.of", String.valueOf(newest.getYear())),
            choice,
            newYear,
            end,
            popover));
    DatePicker from = date("shell.period.from", choice.period().from());
    DatePicker to = date("shell.period.to", choice.period().to().minusDays(1));
    Div dates = new Div(from, to);
    dates.addClassName("two");
    Div pick =
        new Div(
            quick,
            dates,
            Buttons.primary(
                Words.of("shell.period.apply"), () -> apply(choice, from, to, popover)));
    pick.addClassName("pick");
    return pick;
  }

  private static Component quick(
      String words, PeriodChoice choice, LocalDate from, LocalDate to, Popover popover) {
    NativeButton button = new NativeButton(words);
    button.addClassNames("btn", "sm");
    button.addClickListener(
        click -> {
          popover.close();
          go(choice.with(new Period(from, to, choice.period().zone())));
        });
    return button;
  }

  private static DatePicker date(String key, LocalDate day) {
    DatePicker picker = new DatePicker(Words.of(key), day);
    picker.setLocale(Words.locale());
    picker.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
    return picker;
  }

  private static void apply(PeriodChoice choice, DatePicker from, DatePicker to, Popover popover) {
    LocalDate first = from.getValue();
    LocalDate last = to.getValue();
    to.setErrorMessage(Words.of("shell.period.order"));
    boolean readable = first != null && last != null && !last.isBefore(first);
    to.setInvalid(!readable);
    if (readable) {
      popover.close();
      go(choice.with(new Period(first, last.plusDays(1), choice.period().zone())));
    }
  }

  private static Component compare(PeriodChoice choice) {
    Span against = new Span(Words.of("shell.period.versus"));
    against.addClassName("lb");
    NativeButton button = field(null, against, new Span(choice.compareWords()));
    button.addClassName("wide");
    Popup popup = new Popup(button, Words.of("shell.period.comparison"));
    for (PeriodChoice.Compare compare : PeriodChoice.Compare.values()) {
      popup.choice(
          choice.with(compare).compareWords(),
          compare == choice.compare(),
          () -> go(choice.with(compare)));
    }
    return button;
  }

  private static Component country(PeriodChoice choice, List<Choice> countries) {
    String all = Words.of("shell.period.countries", countries.size());
    String words = choice.country().map(value -> words(value, countries)).orElse(all);
    NativeButton button = field(Icons.GLOBE, new Span(words));
    button.addClassName("wide");
    Popup popup = new Popup(button, Words.of("shell.period.country")).scrolling();
    popup.choice(all, choice.country().isEmpty(), () -> go(choice.in(Optional.empty())));
    for (Choice country : countries) {
      popup.choice(
          country.words(),
          choice.country().filter(country.value()::equals).isPresent(),
          () -> go(choice.in(Optional.of(country.value()))));
    }
    return button;
  }

  private static String words(String value, List<Choice> countries) {
    return countries.stream()
        .filter(country -> country.value().equals(value))
        .map(Choice::words)
        .findFirst()
        .orElse(value);
  }

  private static NativeButton field(@org.jspecify.annotations.Nullable Icons icon, Span... words) {
    NativeButton button = new NativeButton();
    button.addClassName("field");
    if (icon != null) {
      button.add(icon.create());
    }
    button.add(words);
    button.add(Icons.CHEVRON_DOWN.create());
    return button;
  }

  /** The same page with the new choice in its URL. */
  private static void go(PeriodChoice choice) {
    UI ui = UI.getCurrent();
    Location here = ui.getActiveViewLocation();
    ui.navigate(here.getPath(), choice.write(here.getQueryParameters()));
  }

  /** A country's name in the reader's language, from its two letters. */
  public static String countryName(String code, Locale locale) {
    return Locale.of("", code).getDisplayCountry(locale);
  }
}
