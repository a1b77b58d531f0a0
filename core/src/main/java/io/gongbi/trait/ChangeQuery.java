package io.gongbi.trait;

import io.gongbi.calendar.AsOf;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.stream.Collectors;

/**
 * What is asked of {@code trait.change}: who turned when and why, and what was held on a past day.
 */
final class ChangeQuery {
  static final Sql END =
      Sql.of("select coalesce(max(ch.position), 0) as position from {trait.change} ch");

  /** Whole changes, as {@link Traits} reads them. */
  private static final String CHANGES =
      """
      select ch.position,
             ch.customer_id,
             ch.trait_id,
             ch.before,
             ch.after,
             ch.happened_at,
             ch.cause
      from {trait.change} ch
      """;

  static Sql after(long position, int limit) {
    return Sql.of(
            CHANGES
                + """
                where ch.position > #position
                order by ch.position nulls last
                limit %s
                """
                    .formatted(limit))
        .with("position", Value.of(position));
  }

  static Sql alsoChanged(Sql ids, long end) {
    return Sql.of(
            """
            select g.customer_id
            from given g
            union
            select ch.customer_id
            from {trait.change} ch
            where ch.position > #end
            """)
        .with("end", Value.of(end))
        .step("given", ids);
  }

  static Sql changesOf(CustomerId customer, TraitId trait) {
    return Sql.of(
            CHANGES
                + """
                where ch.customer_id = #customer
                  and ch.trait_id = #trait
                order by ch.position desc nulls last
                """)
        .with("customer", Value.of(customer.value()))
        .with("trait", Value.of(trait.value()));
  }

  /** What a customer holds, each with the moment from which on: the newest first. */
  static Sql heldSince(CustomerId customer) {
    return Sql.of(
            """
            select n.trait_id as trait,
                   replace(n.after, chr(31), '、') as value,
                   n.happened_at as since
            from numbered n
            where n.place = 1
              and n.after is not null
            order by n.happened_at desc nulls last, n.trait_id nulls last
            """)
        .step(
            "numbered",
            Sql.of(
                    """
                    select ch.trait_id,
                           ch.after,
                           ch.happened_at,
                           row_number() over (
                             partition by ch.trait_id order by ch.position desc nulls last
                           ) as place
                    from {trait.change} ch
                    where ch.customer_id = #customer
                    """)
                .with("customer", Value.of(customer.value())));
  }

  /**
   * The last change of each customer and trait up to a moment, laid out as {@code trait.held} is.
   */
  static Sql heldOn(TableSpec held, Dialect dialect, AsOf past) {
    var columns =
        Traits.traitColumns(held).stream()
            .map(
                c ->
                    ",\n       %s as %s"
                        .formatted(
                            KeptValue.typed(
                                "max(l.after) filter (where l.trait_id = '%s')"
                                    .formatted(TraitId.ofColumn(c.name())),
                                c.type(),
                                dialect),
                            c.name()))
            .collect(Collectors.joining());
    return Sql.of(
            """
            select l.customer_id%s
            from latest l
            group by l.customer_id
            """
                .formatted(columns))
        .step(
            "latest",
            Sql.of(
                    """
                    select ch.customer_id,
                           ch.trait_id,
                           ch.after
                    from {trait.change} ch
                    where ch.happened_at <= #past
                    qualify row_number() over (
                      partition by ch.customer_id, ch.trait_id order by ch.position desc nulls last
                    ) = 1
                    """)
                .with("past", Value.of(past.instant())));
  }

  static Sql history(TraitId trait, AsOf asOf) {
    return Sql.of(
            """
            select t.day,
                   sum(t.entered - t.exited) over (order by t.day nulls last) as holders,
                   t.entered,
                   t.exited
            from turns t
            order by t.day nulls last
            """)
        .step(
            "turns",
            Sql.of(
                    """
                    select gb_local_day(ch.happened_at, #zone) as day,
                           count(*) filter (where ch.before is null) as entered,
                           count(*) filter (where ch.after is null) as exited
                    from {trait.change} ch
                    where ch.trait_id = #trait
                    group by all
                    """)
                .with("trait", Value.of(trait.value()))
                .with("zone", Value.of(asOf.zone().getId())));
  }

  /** The same for each value: day, value, holders, entered, exited; only days on which it moved. */
  static Sql valueHistory(TraitId trait, AsOf asOf, boolean several) {
    return Sql.of(
            """
            select d.day,
                   d.value,
                   cast(sum(d.entered - d.exited)
                     over (partition by d.value order by d.day nulls last) as bigint) as holders,
                   d.entered,
                   d.exited
            from days d
            order by d.day nulls last, d.value nulls last
            """)
        .step(
            "turned",
            Sql.of(
                    """
                    select gb_local_day(ch.happened_at, #zone) as day,
                           ch.before,
                           ch.after
                    from {trait.change} ch
                    where ch.trait_id = #trait
                    """)
                .with("trait", Value.of(trait.value()))
                .with("zone", Value.of(asOf.zone().getId())))
        .step(
            "sides",
            several
                ? SIDES_OF_SEVERAL
                : """
            select t.day, t.after as value, 1 as entered, 0 as exited
            from turned t
            where t.after is not null
            union all
            select t.day, t.before as value, 0 as entered, 1 as exited
            from turned t
            where t.before is not null
            """)
        .step(
            "days",
            """
            select s.day,
                   s.value,
                   cast(sum(s.entered) as bigint) as entered,
                   cast(sum(s.exited) as bigint) as exited
            from sides s
            group by s.day, s.value
            """);
  }

  /** Of lists, what came to each and what left it; a new order alone moves nothing. */
  private static final String SIDES_OF_SEVERAL =
      """
      select t.day, gb_at(gb_as_list(t.after), n.place) as value, 1 as entered, 0 as exited
      from turned t
      %1$s
      where t.before is null or not gb_has(gb_as_list(t.before), gb_at(gb_as_list(t.after), n.place))
      union all
      select t.day, gb_at(gb_as_list(t.before), n.place) as value, 0 as entered, 1 as exited
      from turned t
      %2$s
      where t.after is null or not gb_has(gb_as_list(t.after), gb_at(gb_as_list(t.before), n.place))
      """
          .formatted(EachValue.of("gb_as_list(t.after)"), EachValue.of("gb_as_list(t.before)"));

  /**
   * The newest changes of each {@code turn} (came, left, moved), with the names of the customers:
   * at most {@code most} a turn.
   */
  static Sql latest(TraitId trait, int most) {
    return Sql.of(
            """
            select n.turn,
                   n.customer_id,
                   c.name,
                   n.before,
                   n.after,
                   n.happened_at,
                   n.cause
            from numbered n
            left join {profile.customer} c on c.customer_id = n.customer_id
            where n.place <= #most
            order by n.turn nulls last, n.place nulls last
            """)
        .with("most", Value.of(most))
        .step(
            "turned",
            Sql.of(
                    """
                    select ch.position,
                           ch.customer_id,
                           ch.before,
                           ch.after,
                           ch.happened_at,
                           ch.cause,
                           case
                             when ch.before is null then 'came'
                             when ch.after is null then 'left'
                             else 'moved'
                           end as turn
                    from {trait.change} ch
                    where ch.trait_id = #trait
                    """)
                .with("trait", Value.of(trait.value())))
        .step(
            "numbered",
            """
            select t.*,
                   row_number() over (
                     partition by t.turn order by t.position desc nulls last
                   ) as place
            from turned t
            """);
  }
}
