package io.gongbi.warehouse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One row of a {@link Table}, read by column name. The plain getters are for columns that are never
 * empty and say so loudly when they are; the others have {@code …IfAny}.
 */
public record Row(Table table, List<Value> cells) {
  public Value value(String column) {
    return cells.get(table.indexOf(column));
  }

  public boolean missing(String column) {
    return value(column) instanceof Value.Missing;
  }

  public String text(String column) {
    return switch (value(column)) {
      case Value.Text t -> t.value();
      case Value v -> throw wrong(column, v, "text");
    };
  }

  public Optional<String> textIfAny(String column) {
    return missing(column) ? Optional.empty() : Optional.of(value(column).shown());
  }

  public long whole(String column) {
    return switch (value(column)) {
      case Value.Whole w -> w.value();
      case Value.Decimal d -> d.value().longValueExact();
      case Value v -> throw wrong(column, v, "a whole number");
    };
  }

  public Optional<Long> wholeIfAny(String column) {
    return missing(column) ? Optional.empty() : Optional.of(whole(column));
  }

  public BigDecimal decimal(String column) {
    return switch (value(column)) {
      case Value.Decimal d -> d.value();
      case Value.Whole w -> BigDecimal.valueOf(w.value());
      case Value.Real r -> BigDecimal.valueOf(r.value());
      case Value v -> throw wrong(column, v, "a decimal number");
    };
  }

  public Optional<BigDecimal> decimalIfAny(String column) {
    return missing(column) ? Optional.empty() : Optional.of(decimal(column));
  }

  public double real(String column) {
    return switch (value(column)) {
      case Value.Real r -> r.value();
      case Value.Decimal d -> d.value().doubleValue();
      case Value.Whole w -> (double) w.value();
      case Value v -> throw wrong(column, v, "a number");
    };
  }

  public boolean flag(String column) {
    return switch (value(column)) {
      case Value.Flag f -> f.value();
      case Value.Whole w -> w.value() != 0;
      case Value v -> throw wrong(column, v, "yes or no");
    };
  }

  public LocalDate day(String column) {
    return switch (value(column)) {
      case Value.Day d -> d.value();
      case Value v -> throw wrong(column, v, "a day");
    };
  }

  public Optional<LocalDate> dayIfAny(String column) {
    return missing(column) ? Optional.empty() : Optional.of(day(column));
  }

  public Instant moment(String column) {
    return switch (value(column)) {
      case Value.Moment m -> m.value();
      case Value v -> throw wrong(column, v, "an instant");
    };
  }

  public Optional<Instant> momentIfAny(String column) {
    return missing(column) ? Optional.empty() : Optional.of(moment(column));
  }

  private static IllegalStateException wrong(String column, Value found, String wanted) {
    return new IllegalStateException(
        "column " + column + " holds " + found.getClass().getSimpleName() + ", wanted " + wanted);
  }
}
