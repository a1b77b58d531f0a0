package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Which events a funnel looks at, and how its texts bound them. They are called {@code e}. */
record FunnelEvents(Funnel funnel, TableSpec table, AsOf asOf, Optional<Sql> who) {
  static final String IN_SIGHT =
      """
      e.customer_id is not null
        and e.happened_at >= #begins
        and e.happened_at < #ends""";

  Where filter(int step) {
    return funnel.steps().get(step - 1).where();
  }

  int last() {
    return funnel.steps().size();
  }

  String text(WhereQuery where, Where filter) {
    return where.kept(filter, table, "e");
  }

  /** A text over events, in which {@code where} was used. */
  Sql bounded(WhereQuery where, String text) {
    return where.bindInto(Sql.of(text)).with(bounds());
  }

  /** No step lies outside of these, and nothing counts that is not past. */
  Map<String, Value> bounds() {
    var startsEnd = asOf.startOf(funnel.period().until());
    var ends = startsEnd.plus(Duration.ofDays(funnel.windowDays()));
    return Map.of(
        "begins", Value.of(asOf.startOf(funnel.period().from())),
        "starts_end", Value.of(earlier(startsEnd, asOf.instant())),
        "ends", Value.of(earlier(ends, asOf.instant())),
        "as_of", Value.of(asOf.instant()));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  String amongWho() {
    return who.isPresent() ? "\n  and e.customer_id in (select w.customer_id from who w)" : "";
  }

  /** The last moment that still counts for what began at {@code moment}. */
  String latest(String moment) {
    return "%s + interval %s day as latest".formatted(moment, funnel.windowDays());
  }
}
