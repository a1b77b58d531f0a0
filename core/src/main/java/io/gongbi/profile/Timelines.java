package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what one customer did and received: page by page, and what it comes to. */
final class Timelines {
  private static final int MOST = 500;

  /** What else a row of the timeline may tell, where it does. */
  private static final List<String> ABOUT =
      List.of(
          "channel",
          "product_code",
          "product_name",
          "category",
          "keyword",
          "page",
          "topic",
          "score",
          "points",
          "seconds",
          "text");

  private final Warehouse warehouse;

  Timelines(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  static void mustBePage(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new FaultException(
          new Fault.BadQuestion(
              "profile.bad-page", "limit", Map.of("most", Integer.toString(MOST))));
    }
  }

  Timeline page(
      CustomerId id, View view, Optional<EventKind> kind, Optional<String> before, int limit) {
    // One more than the page holds tells whether there is a next one.
    var sql = ProfileQuery.timeline(id, kind, before.map(Cursor::parse), limit + 1);
    var rows = warehouse.query(sql, view).stream().map(Timelines::happening).toList();
    return rows.size() > limit
        ? new Timeline(rows.subList(0, limit), Optional.of(Cursor.of(rows.get(limit - 1))))
        : new Timeline(rows, Optional.empty());
  }

  private static Timeline.Happening happening(Row row) {
    return new Timeline.Happening(
        row.text("name"),
        row.moment("happened_at"),
        row.missing("amount") ? Optional.empty() : Optional.of(row.decimal("amount")),
        row.text("source"),
        row.text("ref"),
        ABOUT.stream()
            .filter(c -> !row.missing(c))
            .collect(Collectors.toMap(c -> c, row::value, (a, b) -> a, LinkedHashMap::new)));
  }

  List<Beat> rhythm(CustomerId id, View view, AsOf asOf) {
    return warehouse.query(HabitQuery.rhythm(id, asOf.day(), asOf.zone()), view).stream()
        .map(
            r ->
                new Beat(
                    Math.toIntExact(r.whole("weekday")),
                    Math.toIntExact(r.whole("hour")),
                    r.whole("orders"),
                    r.whole("deeds")))
        .toList();
  }

  Habits habits(CustomerId id, View view, AsOf asOf) {
    return new Habits(
        asOf.day(),
        warehouse.query(HabitQuery.deeds(id, asOf.day()), view).stream()
            .map(
                r ->
                    new Habits.Deed(
                        r.text("name"),
                        r.whole("in30"),
                        r.whole("in90"),
                        r.whole("ever"),
                        r.day("last_day")))
            .toList(),
        warehouse.query(HabitQuery.likes(id, asOf.day()), view).stream()
            .map(
                r ->
                    new Habits.Like(
                        Habits.Of.valueOf(r.text("liked").toUpperCase(Locale.ROOT)),
                        r.text("name"),
                        r.decimal("quantity"),
                        r.decimal("amount"),
                        r.whole("looks")))
            .toList(),
        warehouse.query(HabitQuery.places(id, asOf.day()), view).stream()
            .map(
                r ->
                    new Habits.Place(
                        r.textIfAny("channel"),
                        r.whole("orders"),
                        r.decimal("amount"),
                        r.whole("deeds")))
            .toList());
  }
}
