package io.gongbi.identity;

import io.gongbi.quality.CleanTables;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people ask of {@link Identities}. */
final class IdentityQuery {
  /** A set of sources is a sum of powers of two, and those end. */
  static final int MOST_SOURCES = 62;

  private IdentityQuery() {}

  static Sql now(CustomerId once) {
    return Sql.of("select l.now_id from {identity.alias} l where l.customer_id = #customer")
        .with("customer", Value.of(once.value()));
  }

  static Sql formerly(CustomerId now) {
    return Sql.of(
            """
            select l.customer_id
            from {identity.alias} l
            where l.now_id = #customer
            order by l.customer_id nulls last
            """)
        .with("customer", Value.of(now.value()));
  }

  static Sql records(CustomerId customer) {
    return Sql.of(
            """
            select m.source,
                   m.record_key
            from {identity.member} m
            where m.customer_id = #customer
            order by m.source nulls last, m.record_key nulls last
            """)
        .with("customer", Value.of(customer.value()));
  }

  static Sql evidence(CustomerId customer) {
    return Sql.of(
            """
            select e.id_type,
                   e.id_value,
                   e.source,
                   e.record_key
            from {identity.evidence} e
            where e.customer_id = #customer
            order by e.id_type nulls last, e.id_value nulls last, e.source nulls last, e.record_key nulls last
            """)
        .with("customer", Value.of(customer.value()));
  }

  /** What was compared of a customer's cores and found to be one, the strongest first. */
  static Sql pairs(CustomerId customer) {
    return Sql.of(
            """
            select p.one_source,
                   p.one_key,
                   p.other_source,
                   p.other_key,
                   p.pattern
            from {identity.pair} p
            where p.customer_id = #customer and p.other_customer = #customer and p.joins and p.weight > 0
            order by p.weight desc nulls last, p.one_source nulls last, p.one_key nulls last,
              p.other_source nulls last, p.other_key nulls last
            """)
        .with("customer", Value.of(customer.value()));
  }

  private static final String LINK =
      """
              select m.source,
                     m.record_key as source_record_id,
                     m.customer_id
              from {identity.member} m
              where m.record_key not like #buyer
              union all
              select o.source || '-order' as source,
                     o.order_key as source_record_id,
                     m.customer_id
              from {quality.order} o
              join {identity.member} m on m.source = o.source and m.record_key = o.buyer_key
              """;

  /**
   * Whose each record of a file is, and each order: {@code (source, source_record_id,
   * customer_id)}. Orders are told as records of {@code shop-order}, a name that no source can
   * have: their numbers and those of customers may be the same.
   */
  static final Sql LINKS =
      Sql.of(
              """
              select l.source,
                     l.source_record_id,
                     l.customer_id
              from link l
              order by l.source nulls last, l.source_record_id nulls last
              """)
          .with("buyer", Value.of(CleanTables.BUYER + "%"))
          .step("link", LINK);

  static final Sql LINK_COUNT =
      Sql.of("select count(*) as links from link l")
          .with("buyer", Value.of(CleanTables.BUYER + "%"))
          .step("link", LINK);

  /** Records by source; {@code matched}: those of customers whom another source knows too. */
  static final Sql BY_SOURCE =
      Sql.of(
              """
              select m.source,
                     count(*) as records,
                     count(w.customer_id) as matched
              from {identity.member} m
              left join widely_known w on w.customer_id = m.customer_id
              group by m.source
              order by m.source nulls last
              """)
          .step(
              "widely_known",
              """
              select m.customer_id
              from {identity.member} m
              group by m.customer_id
              having min(m.source) < max(m.source)
              """);

  /** How many customers have records in exactly which sources: source n counts 2ⁿ. */
  static Sql overlaps(List<String> sources) {
    var mask =
        IntStream.range(0, sources.size())
            .mapToObj(
                n -> "max(case when m.source = #source%s then #bit%s else 0 end)".formatted(n, n))
            .collect(Collectors.joining(" + "));
    var sql =
        Sql.of(
                """
                select p.mask,
                       count(*) as customers
                from per_customer p
                group by p.mask
                order by p.mask nulls last
                """)
            .step(
                "per_customer",
                """
                select m.customer_id,
                       %s as mask
                from {identity.member} m
                group by m.customer_id
                """
                    .formatted(mask.isEmpty() ? "0" : mask));
    for (int i = 0; i < sources.size(); i++) {
      sql = sql.with("source" + i, Value.of(sources.get(i))).with("bit" + i, Value.of(1L << i));
    }
    return sql;
  }

  /** Per type: records that carry one, their customers, and records that share theirs. */
  static final Sql BY_ID_TYPE =
      Sql.of(
              """
              select h.id_type,
                     h.records,
                     h.customers,
                     coalesce(s.shared, 0) as shared
              from holding h
              left join sharing s on s.id_type = h.id_type
              """)
          .step(
              "holding",
              Arrays.stream(IdType.values())
                  .map(IdentityQuery::holding)
                  .collect(Collectors.joining("union all\n")))
          .step(
              "sharing",
              """
              select e.id_type,
                     count(*) as shared
              from {identity.evidence} e
              group by e.id_type
              """);

  /** The values that were ignored, the most widely held first. */
  static Sql generic(int limit) {
    return Sql.of(
            """
            select g.id_type,
                   g.scope,
                   g.id_value,
                   g.records,
                   g.names,
                   g.reason
            from {identity.generic} g
            order by g.records desc nulls last, g.id_type nulls last, g.scope nulls last, g.id_value nulls last
            limit #limit
            """)
        .with("limit", Value.of(limit));
  }

  /** The values that were not followed, and who holds them: a row a customer. */
  static Sql contradicted(int limit) {
    return Sql.of(
            """
            select c.id_type,
                   c.scope,
                   c.id_value,
                   c.customer_id
            from {identity.contradicted} c
            order by c.id_type nulls last, c.scope nulls last, c.id_value nulls last, c.customer_id nulls last
            limit #limit
            """)
        .with("limit", Value.of(limit));
  }

  private static String holding(IdType type) {
    return """
    select '%1$s' as id_type,
           count(*) as records,
           count(distinct m.customer_id) as customers
    from {quality.customer} c
    join {identity.member} m on m.source = c.source and m.record_key = c.record_key
    where c.%1$s is not null
    """
        .formatted(type.column());
  }
}
