package io.gongbi.trait;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a statement becomes history: what differs between what an author says and what is held, as
 * rows of {@code trait.change}, and what of them {@code trait.held} takes on.
 */
final class StatementQuery {
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

  StatementQuery(Dialect dialect, TraitId trait, ColumnType type) {
    this.trait = trait;
    this.column = trait.column();
    this.dialect = dialect;
    this.type = type;
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
                .formatted(KeptValue.text("h.value", type), KeptValue.text("s.value", type)));
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
                .formatted(KeptValue.typed("ch.after", type, dialect)))
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

  /** Whether a question finds anybody: {@code some}. */
  static Sql anybody(Sql customers) {
    return Sql.of("select count(*) > 0 as some from customers").step("customers", customers);
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
                            TraitId.ofColumn(c.name()),
                            c.name(),
                            KeptValue.text("g." + c.name(), c.type())))
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
}
