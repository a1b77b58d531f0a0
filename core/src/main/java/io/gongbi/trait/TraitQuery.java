package io.gongbi.trait;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts behind {@link Traits}. Column names come from typed trait ids and declarations. */
final class TraitQuery {
  static final Sql END =
      Sql.of("select coalesce(max(ch.position), 0) as position from {trait.change} ch");

  static final Sql NOBODY =
      Sql.of(
          "select c.customer_id, cast(null as varchar) as value from {trait.change} c where false");

  /** Traits that were stated and not retired since. */
  static final Sql STATED =
      Sql.of(
          """
          select t.trait_id,
                 t.type,
                 t.label_zh,
                 t.label_en
          from {trait.trait} t
          where t.retired_at is null
          order by t.trait_id nulls last
          """);

  static Trait stated(Row row) {
    return new Trait(
        new TraitId(row.text("trait_id")),
        ColumnType.valueOf(row.text("type")),
        new Label(row.text("label_zh"), row.text("label_en")),
        List.of(),
        Set.of());
  }

  private final String column;
  private final Dialect dialect;
  private final ColumnType type;
  private final TraitId trait;

  TraitQuery(Dialect dialect, TraitId trait, ColumnType type) {
    this.trait = trait;
    this.column = trait.column();
    this.dialect = dialect;
    this.type = type;
  }

  /** As history keeps a value. */
  private static String kept(String value, ColumnType type) {
    return type == ColumnType.TEXT_LIST
        ? "gb_as_text(" + value + ")"
        : "cast(" + value + " as varchar)";
  }

  /** A value from what history kept. */
  private static String typed(String kept, ColumnType type, Dialect dialect) {
    return type == ColumnType.TEXT_LIST
        ? "gb_as_list(" + kept + ")"
        : "cast(" + kept + " as " + dialect.type(type) + ")";
  }

  /** What differs between the rows stated and what is held, as rows of {@code trait.change}. */
  Sql differences(Sql rows, Optional<Sql> slice, long end, Cause cause, AsOf asOf) {
    var within = slice.isPresent() ? " and %s.customer_id in (select * from slice)" : "";
    var sql =
        Sql.of(
                """
                select #end + row_number() over (order by d.customer_id nulls last) as position,
                       d.customer_id,
                       #trait as trait_id,
                       d.before,
                       d.after,
                       #happened_at as happened_at,
                       #cause as cause
                from difference d
                """)
            .with("end", Value.of(end))
            .with("trait", Value.of(trait.value()))
            .with("happened_at", Value.of(asOf.instant()))
            .with("cause", Value.of(cause.text()));
    if (slice.isPresent()) sql = sql.step("slice", slice.get());
    return sql.step("rows_stated", rows)
        .step(
            "stated",
            """
            select s.customer_id,
                   cast(s.value as %s) as value
            from rows_stated s
            where s.value is not null%s
            """
                .formatted(dialect.type(type), within.formatted("s")))
        .step(
            "held",
            """
            select h.customer_id,
                   h.%1$s as value
            from {trait.held} h
            where h.%1$s is not null%2$s
            """
                .formatted(column, within.formatted("h")))
        .step(
            "difference",
            """
            select coalesce(s.customer_id, h.customer_id) as customer_id,
                   %s as before,
                   %s as after
            from stated s
            full outer join held h on h.customer_id = s.customer_id
            where h.value is distinct from s.value
            """
                .formatted(kept("h.value", type), kept("s.value", type)));
  }

  /** Customers who changed after a position and have no row of present values yet. */
  static Sql changedWithoutRow(long end) {
    return Sql.of(
            """
            select distinct ch.customer_id
            from {trait.change} ch
            where ch.position > #end
              and not exists (select 1 from {trait.held} h where h.customer_id = ch.customer_id)
            """)
        .with("end", Value.of(end));
  }

  /** The typed values that changed after a position. */
  Sql changedSince(long end) {
    return Sql.of(
            """
            select ch.customer_id,
                   %s as value
            from {trait.change} ch
            where ch.position > #end
            """
                .formatted(typed("ch.after", type, dialect)))
        .with("end", Value.of(end));
  }

  static Sql named(TraitId trait) {
    return Sql.of("select #trait as trait_id").with("trait", Value.of(trait.value()));
  }

  static Sql retired(TraitId trait, AsOf asOf) {
    return Sql.of("select #trait as trait_id, #retired_at as retired_at")
        .with("trait", Value.of(trait.value()))
        .with("retired_at", Value.of(asOf.instant()));
  }

  static Sql catalogued(Trait trait, AsOf asOf) {
    return Sql.of(
            """
            select #trait as trait_id,
                   #type as type,
                   #zh as label_zh,
                   #en as label_en,
                   #stated_at as stated_at
            """)
        .with("trait", Value.of(trait.id().value()))
        .with("type", Value.of(trait.type().name()))
        .with("zh", Value.of(trait.label().zh()))
        .with("en", Value.of(trait.label().en()))
        .with("stated_at", Value.of(asOf.instant()));
  }

  /** The rows of a table that are of these customers. */
  static Sql only(TableName table, String customerColumn, Sql ids) {
    return Sql.of(
            """
            select t.*
            from {%s} t
            where t.%s in (select * from slice)
            """
                .formatted(table, customerColumn))
        .step("slice", ids);
  }

  static Sql gone() {
    return Sql.of(
        """
        select h.customer_id
        from {trait.held} h
        where not exists (select 1 from {profile.customer} c where c.customer_id = h.customer_id)
        """);
  }

  static Sql arrived() {
    return Sql.of(
        """
        select c.customer_id
        from {profile.customer} c
        where not exists (select 1 from {trait.held} h where h.customer_id = c.customer_id)
        """);
  }

  /** Everything that customers who are no more held, as changes to nothing. */
  static Sql lost(TableSpec held, long end, AsOf asOf) {
    var each =
        Traits.traitColumns(held).stream()
            .map(
                c ->
                    """
                    select g.customer_id,
                           '%s' as trait_id,
                           %3$s as before
                    from gone g
                    where g.%2$s is not null
                    """
                        .formatted(
                            TraitId.ofColumn(c.name()), c.name(), kept("g." + c.name(), c.type())))
            .toList();
    return Sql.of(
            """
            select #end + row_number() over (
                     order by l.customer_id nulls last, l.trait_id nulls last
                   ) as position,
                   l.customer_id,
                   l.trait_id,
                   l.before,
                   #happened_at as happened_at,
                   #cause as cause
            from lost l
            """)
        .with("end", Value.of(end))
        .with("happened_at", Value.of(asOf.instant()))
        .with("cause", Value.of(new Cause.Vanished().text()))
        .step(
            "gone",
            """
            select h.*
            from {trait.held} h
            where not exists (select 1 from {profile.customer} c where c.customer_id = h.customer_id)
            """)
        .step(
            "lost",
            each.isEmpty()
                ? "select g.customer_id, '' as trait_id, '' as before from gone g where false"
                : String.join("union all\n", each));
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
                            typed(
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

  static Sql holders(TableSpec held) {
    var columns =
        Traits.traitColumns(held).stream()
            .map(Column::name)
            .map(c -> ",\n       count(h." + c + ") as " + c)
            .collect(Collectors.joining());
    return Sql.of("select count(*) as customers" + columns + "\nfrom {trait.held} h");
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
          .formatted(Traits.eachOf("gb_as_list(t.after)"), Traits.eachOf("gb_as_list(t.before)"));

  static Sql values(TraitId trait, boolean several) {
    if (several)
      return Sql.of(
          """
          select gb_at(h.%1$s, n.place) as value,
                 count(*) as customers
          from {trait.held} h
          %2$s
          group by gb_at(h.%1$s, n.place)
          order by count(*) desc nulls last, gb_at(h.%1$s, n.place) nulls last
          """
              .formatted(trait.column(), Traits.eachOf("h." + trait.column())));
    return Sql.of(
        """
        select h.%1$s as value,
               count(*) as customers
        from {trait.held} h
        where h.%1$s is not null
        group by h.%1$s
        order by count(*) desc nulls last, h.%1$s nulls last
        """
            .formatted(trait.column()));
  }

  static Sql ranks(Trait trait) {
    var column = "h." + trait.id().column();
    var value = trait.isSeveral() ? "gb_at(" + column + ", 1)" : column;
    var codes = trait.values();
    if (codes.isEmpty())
      return Sql.of("select h.customer_id, " + value + " as value from {trait.held} h");
    var places =
        IntStream.range(0, codes.size())
            .mapToObj(i -> "when %s = #code%d then %d".formatted(value, i, i))
            .collect(Collectors.joining("\n         "));
    var sql =
        Sql.of(
            """
            select h.customer_id,
                   case %s
                   end as value
            from {trait.held} h
            where %s is not null
            """
                .formatted(places, value));
    for (int i = 0; i < codes.size(); i++) sql = sql.with("code" + i, codes.get(i).value());
    return sql;
  }

  static Sql noRanks() {
    return Sql.of("select h.customer_id, 0 as value from {trait.held} h where false");
  }

  static Sql after(long position, int limit) {
    return Sql.of(
            """
            select ch.position,
                   ch.customer_id,
                   ch.trait_id,
                   ch.before,
                   ch.after,
                   ch.happened_at,
                   ch.cause
            from {trait.change} ch
            where ch.position > #position
            order by ch.position nulls last
            limit %d
            """
                .formatted(limit))
        .with("position", Value.of(position));
  }

  static Sql changesOf(CustomerId customer, TraitId trait) {
    return Sql.of(
            """
            select ch.position,
                   ch.customer_id,
                   ch.trait_id,
                   ch.before,
                   ch.after,
                   ch.happened_at,
                   ch.cause
            from {trait.change} ch
            where ch.customer_id = #customer
              and ch.trait_id = #trait
            order by ch.position desc nulls last
            """)
        .with("customer", Value.of(customer.value()))
        .with("trait", Value.of(trait.value()));
  }

  static Sql heldBy(TableSpec held, List<CustomerId> customers) {
    var values = new HashMap<String, Value>();
    customers.forEach(c -> values.put("customer" + c, Value.of(c.value())));
    var wanted = customers.stream().map(c -> "#customer" + c).collect(Collectors.joining(", "));
    return Sql.of(
            """
            select %s
            from {trait.held} h
            where %s
            """
                .formatted(
                    held.columnsOf("h"),
                    customers.isEmpty() ? "false" : "h.customer_id in (" + wanted + ")"))
        .with(values);
  }
}
