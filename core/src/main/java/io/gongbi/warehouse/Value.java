package io.gongbi.warehouse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a cell or a parameter may be. There is no Object past the edge. */
public sealed interface Value {
  record Text(String value) implements Value {}

  record Whole(long value) implements Value {}

  /** Money and other exact numbers. */
  record Decimal(BigDecimal value) implements Value {}

  /** Averages, rates and other statistics. */
  record Real(double value) implements Value {}

  record Flag(boolean value) implements Value {}

  record Day(LocalDate value) implements Value {}

  record Moment(Instant value) implements Value {}

  record TextList(List<String> value) implements Value {
    public TextList {
      value = List.copyOf(value);
    }
  }

  record Missing() implements Value {}

  static Value missing() {
    return new Missing();
  }

  static Value of(String value) {
    return new Text(value);
  }

  static Value of(long value) {
    return new Whole(value);
  }

  static Value of(double value) {
    return new Real(value);
  }

  static Value of(BigDecimal value) {
    return new Decimal(value);
  }

  static Value of(boolean value) {
    return new Flag(value);
  }

  static Value of(LocalDate value) {
    return new Day(value);
  }

  static Value of(Instant value) {
    return new Moment(value);
  }

  static Value of(List<String> value) {
    return new TextList(value);
  }

  /** As a person would write it; nothing for {@link Missing}. */
  default String shown() {
    return switch (this) {
      case Text t -> t.value();
      case Whole w -> Long.toString(w.value());
      case Decimal d -> d.value().stripTrailingZeros().toPlainString();
      case Real r -> Double.toString(r.value());
      case Flag f -> Boolean.toString(f.value());
      case Day d -> d.value().toString();
      case Moment m -> m.value().toString();
      case TextList l -> String.join("、", l.value());
      case Missing m -> "";
    };
  }
}
