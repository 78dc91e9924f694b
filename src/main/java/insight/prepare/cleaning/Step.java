package insight.prepare.cleaning;

import insight.kernel.Countries;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A rule at one place of a record, ready to be applied row by row. */
abstract class Step {
  final int place;

  Step(int place) {
    this.place = place;
  }

  /** Judges the value and changes it in place where the rule says so. */
  abstract Outcome apply(String[] fields);

  /** A record that was stored before. */
  void skip(String[] fields) {
    // most rules look at one record alone
  }

  static boolean blank(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!Character.isWhitespace(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A check of values that are there. */
  static Step check(int place, Predicate<String> sound) {
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        String value = fields[place];
        if (blank(value)) {
          return Outcome.SKIPPED;
        }
        return sound.test(value) ? Outcome.PASSED : Outcome.FAILED;
      }
    };
  }

  static Step required(int place) {
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        return blank(fields[place]) ? Outcome.FAILED : Outcome.PASSED;
      }
    };
  }

  /** A number within bounds; what is no number is not its matter. */
  static Step range(int place, double low, double high) {
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        double value = Figures.parse(fields[place]);
        if (Double.isNaN(value)) {
          return Outcome.SKIPPED;
        }
        return value >= low && value <= high ? Outcome.PASSED : Outcome.FAILED;
      }
    };
  }

  /** As {@link #range}; what lies outside is brought to the bound. */
  static Step winsorise(int place, double low, double high) {
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        double value = Figures.parse(fields[place]);
        if (Double.isNaN(value)) {
          return Outcome.SKIPPED;
        }
        if (value >= low && value <= high) {
          return Outcome.PASSED;
        }
        fields[place] = Figures.plain(value < low ? low : high);
        return Outcome.MENDED;
      }
    };
  }

  static Step oneOf(int place, Set<String> values, boolean country) {
    return check(
        place,
        value -> {
          String plain = value.strip();
          return values.contains(plain) || country && values.contains(Countries.code(plain));
        });
  }

  static Step between(
      int place, Function<String, Optional<Instant>> times, Instant from, Instant before) {
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        Optional<Instant> at = times.apply(fields[place].strip());
        if (at.isEmpty()) {
          return Outcome.SKIPPED;
        }
        return at.get().isBefore(from) || !at.get().isBefore(before)
            ? Outcome.FAILED
            : Outcome.PASSED;
      }
    };
  }

  /** Each value once; which were there is remembered by hash. */
  static Step unique(int place) {
    LongSet seen = new LongSet();
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        if (blank(fields[place])) {
          return Outcome.SKIPPED;
        }
        return seen.add(LongSet.hash(fields[place])) ? Outcome.PASSED : Outcome.FAILED;
      }

      @Override
      void skip(String[] fields) {
        apply(fields);
      }
    };
  }

  /** Fills a gap. */
  static Step fill(int place, String value) {
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        if (!blank(fields[place])) {
          return Outcome.PASSED;
        }
        fields[place] = value;
        return Outcome.MENDED;
      }
    };
  }

  static Step flag(int place) {
    return new Step(place) {
      @Override
      Outcome apply(String[] fields) {
        return blank(fields[place]) ? Outcome.FLAGGED : Outcome.PASSED;
      }
    };
  }

  /** Brings values to another form; {@code form} gives back the same string when it is in it. */
  static Step form(int place, Function<String, String> form) {
    return new Step(place) {
      @Override
      @SuppressWarnings({"ReferenceEquality", "StringEquality"})
      Outcome apply(String[] fields) {
        String value = fields[place];
        if (value.isEmpty()) {
          return Outcome.SKIPPED;
        }
        String formed = form.apply(value);
        if (formed == value || formed.equals(value)) {
          return Outcome.PASSED;
        }
        fields[place] = formed;
        return Outcome.CHANGED;
      }
    };
  }
}
