package io.gongbi.metric;

import io.gongbi.calendar.Occasion;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the moment of a row tells beside the row itself: its weekday (1 is Monday), the hour on the
 * company's clocks (00 … 23), and the holiday or sale day that it fell on, by the code of {@link
 * Occasion}. They can be asked for like columns of the table; they are computed only where they are
 * asked for. An order of Saturday, 1 November 2025, 20:15 has weekday 6, hour 20, occasion
 * singles_day.
 */
public final class Moments {
  public static final String WEEKDAY = "weekday";
  public static final String HOUR = "hour";
  public static final String OCCASION = "occasion";

  /** Only for windows that begin with the registration: the customer's own day. */
  static final String REGISTERED = "registered_on";

  public static final List<Column> COLUMNS =
      List.of(
          Column.open(WEEKDAY, ColumnType.TEXT),
          Column.open(HOUR, ColumnType.TEXT),
          Column.open(OCCASION, ColumnType.TEXT));

  private Moments() {}

  /** The table with these columns at its end. */
  public static TableSpec of(TableSpec table) {
    return table.has(WEEKDAY) ? table : table.and(COLUMNS);
  }

  static boolean asked(Measure measure) {
    return Stream.concat(measure.of().stream(), fields(measure.rows()))
        .anyMatch(f -> COLUMNS.stream().anyMatch(c -> c.name().equals(f.column())));
  }

  private static Stream<FieldKey> fields(Where where) {
    return switch (where) {
      case Where.Always _ -> Stream.empty();
      case Where.Compare c -> Stream.of(c.field());
      case Where.In in -> Stream.of(in.field());
      case Where.Missing m -> Stream.of(m.field());
      case Where.StartsWith s -> Stream.of(s.field());
      case Where.Contains c -> Stream.of(c.field());
      case Where.Both both -> both.all().stream().flatMap(Moments::fields);
      case Where.Either either -> either.any().stream().flatMap(Moments::fields);
      case Where.Except except -> fields(except.not());
    };
  }

  /**
   * The rows with what is asked beside their own columns; empty when the table itself will do. The
   * clock's zone is {@code #zone}.
   */
  static Optional<String> rows(TableSpec table, boolean moments, boolean registration) {
    if (!moments && !registration) return Optional.empty();
    var columns = new StringBuilder(table.columnsOf("r"));
    if (moments) {
      columns.append(",\n       cast(gb_isodow(r.day) as varchar) as weekday");
      columns.append(
          ",\n       lpad(cast(hour(gb_local(r.happened_at, #zone)) as varchar), 2, '0') as hour");
      columns.append(",\n       ").append(Occasion.codeOf("r.day")).append(" as occasion");
    }
    if (registration) columns.append(",\n       p.registered_day as registered_on");
    var text = "select %s\nfrom {%s} r".formatted(columns, table.name());
    return Optional.of(
        registration
            ? text + "\njoin {profile.customer} p on p.customer_id = r.customer_id"
            : text);
  }
}
