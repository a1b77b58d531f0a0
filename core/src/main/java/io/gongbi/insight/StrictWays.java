package io.gongbi.insight;

import io.gongbi.warehouse.Sql;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Nothing may lie strictly between the moments of two neighbouring steps, so a way goes on at the
 * same moment or at the customer's very next. Being early can spoil here: whoever puts into the
 * cart twice may have to take the second for the step. So every way is followed.
 */
record StrictWays(FunnelEvents events, Rivals rivals) implements Ways {
  @Override
  public Sql reached(Sql sql) {
    var counts = new MomentCounts(events, rivals);
    for (int k = 1; k <= events.last(); k++) counts.add(k);
    var chain = sql.step("moment", moments(counts)).step("reached1", starts(counts));
    for (int k = 2; k <= events.last(); k++) chain = chain.step("reached" + k, wentOn(k, counts));
    return chain;
  }

  /** All moments of a customer in their order, whatever happened. */
  private Sql moments(MomentCounts counts) {
    return events.bounded(
        counts.where(),
        """
        select e.customer_id,
               e.happened_at,
               row_number() over w as place,
               lead(e.happened_at) over w is null as is_last,
               %s
        from {profile.event} e
        where %s%s
        group by e.customer_id,
                 e.happened_at
        window w as (partition by e.customer_id order by e.happened_at nulls last)
        """
            .formatted(counts.columns(), FunnelEvents.IN_SIGHT, events.amongWho()));
  }

  private Sql starts(MomentCounts counts) {
    return Sql.of(
            """
            select r.customer_id,
                   r.happened_at as t1,
                   %s,
                   r.place,
                   r.is_last
            from moment r
            where r.happened_at < #starts_end
              and r.%s > 0
            """
                .formatted(events.latest("r.happened_at"), counts.own(1)))
        .with(events.bounds());
  }

  private static String wentOn(int k, MomentCounts counts) {
    var offered = "r.%s > 0".formatted(counts.own(k));
    var room = counts.room(k);
    return wentOn(k, "", room.isEmpty() ? offered : offered + "\n  and " + room)
        + "union all\n"
        + wentOn(k, " + 1", offered);
  }

  private static String wentOn(int k, String further, String offered) {
    return """
    select l.customer_id,
           %s,
           r.happened_at as t%s,
           l.latest,
           r.place,
           r.is_last
    from reached%s l
    join moment r on r.customer_id = l.customer_id
                 and r.place = l.place%s
    where r.happened_at <= l.latest
      and %s
    """
        .formatted(Ways.moments(k - 1), k, k - 1, further, offered);
  }

  @Override
  public String first(int k) {
    return """
    select l.customer_id,
           gb_hours(l.t%1$s, l.t%2$s) as hours
    from reached%2$s l
    qualify row_number() over (
      partition by l.customer_id
      order by l.t1 nulls last,
               l.t%2$s nulls last,
               l.t%1$s nulls last
    ) = 1
    """
        .formatted(k - 1, k);
  }

  /** Only a way that nothing has followed yet can still go on. */
  @Override
  public String still() {
    return IntStream.range(1, events.last())
        .mapToObj(
            k ->
                """
                select l.customer_id
                from reached%s l
                where l.latest >= #as_of
                  and l.is_last
                """
                    .formatted(k))
        .collect(Collectors.joining("union\n"));
  }
}
