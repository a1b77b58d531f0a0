package io.gongbi.insight;

import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import java.util.List;

/**
 * Other events may lie between the steps. From one start, being early at a step never spoils a
 * later one; so each start is followed by the earliest moments alone, and that finds the best.
 */
record OrderedWays(FunnelEvents events, Rivals rivals, Dialect dialect) implements Ways {
  @Override
  public Sql reached(Sql sql) {
    var chain = sql.step("reached1", starts());
    for (int k = 2; k <= events.last(); k++) {
      if (rivals.isAlone(k)) {
        chain = chain.step("step" + k, fillers(k)).step("reached" + k, wentOn(k));
      } else {
        var counts = new MomentCounts(events, rivals);
        counts.add(k);
        chain =
            chain
                .step("step" + k, moments(k, counts))
                .step("reached" + k, wentOnWithRoom(k, counts));
      }
    }
    return chain;
  }

  private Sql starts() {
    var where = new WhereQuery("e");
    return events.bounded(
        where,
        """
        select e.customer_id,
               e.happened_at as t1,
               %s
        from {profile.event} e
        where %s
          and e.happened_at < #starts_end
          and %s%s
        """
            .formatted(
                events.latest("e.happened_at"),
                FunnelEvents.IN_SIGHT,
                events.text(where, events.filter(1)),
                events.amongWho()));
  }

  /** Every event that fills the step. */
  private Sql fillers(int k) {
    var where = new WhereQuery("e");
    return events.bounded(
        where,
        """
        select e.customer_id,
               e.happened_at
        from {profile.event} e
        where %s
          and %s
        """
            .formatted(FunnelEvents.IN_SIGHT, events.text(where, events.filter(k))));
  }

  private String wentOn(int k) {
    return """
    select l.customer_id,
           %s,
           r.happened_at as t%s,
           l.latest
    from reached%s l
    %s
    where r.happened_at <= l.latest
    """
        .formatted(Ways.moments(k - 1), k, k - 1, joinNext(k));
  }

  private String joinNext(int k) {
    return dialect.joinFirst(
        "step" + k, "r", "r.customer_id = l.customer_id", "r.happened_at", "l.t" + (k - 1));
  }

  /**
   * Every moment with an event that fills the step, how many events it has for the step and its
   * rivals, and the next such moment, for when there is no room.
   */
  private Sql moments(int k, MomentCounts counts) {
    var any = List.copyOf(rivals.of(k));
    return events.bounded(
        counts.where(),
        """
        select m.*,
               lead(m.happened_at) over (
                 partition by m.customer_id
                 order by m.happened_at nulls last
               ) as later
        from (
          select e.customer_id,
                 e.happened_at,
                 %s
          from {profile.event} e
          where %s
            and %s
          group by e.customer_id,
                   e.happened_at
        ) m
        where m.%s > 0
        """
            .formatted(
                counts.columns(),
                FunnelEvents.IN_SIGHT,
                events.text(counts.where(), new Where.Either(any)),
                counts.own(k)));
  }

  private String wentOnWithRoom(int k, MomentCounts counts) {
    return """
    select l.*
    from (
      select l.customer_id,
             %1$s,
             case when r.happened_at > l.t%2$s then r.happened_at
                  when %3$s then r.happened_at
                  else r.later
             end as t%4$s,
             l.latest
      from reached%2$s l
      %5$s
    ) l
    where l.t%4$s <= l.latest
    """
        .formatted(Ways.moments(k - 1), k - 1, counts.room(k), k, joinNext(k));
  }

  @Override
  public String first(int k) {
    return """
    select l.customer_id,
           min_by(gb_hours(l.t%1$s, l.t%2$s), l.t1) as hours
    from reached%2$s l
    group by l.customer_id
    """
        .formatted(k - 1, k);
  }

  @Override
  public String still() {
    return """
    select distinct l.customer_id
    from reached1 l
    where l.latest >= #as_of
    """;
  }
}
