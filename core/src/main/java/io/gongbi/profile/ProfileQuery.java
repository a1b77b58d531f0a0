package io.gongbi.profile;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people ask of {@link Profiles}. */
final class ProfileQuery {
  private ProfileQuery() {}

  static final Sql TOTALS =
      Sql.of(
          """
          select (select count(*) from {profile.customer} c) as customers,
                 count(*) filter (where o.kind = 'sale') as orders,
                 coalesce(sum(o.amount) filter (where o.kind = 'sale'), 0) as revenue,
                 coalesce(
                   sum(o.amount) filter (where o.kind = 'sale' and o.customer_id is not null),
                   0
                 ) as known_revenue
          from {profile.order} o
          """);

  static final Sql NEWEST_ORDER_DAY = Sql.of("select max(o.day) as newest from {profile.order} o");

  private static final Set<String> ALWAYS =
      Set.of(
          "customer_id",
          "name",
          "phone",
          "city",
          "imputed_city",
          "level",
          "orders",
          "net_revenue",
          "last_order_day");

  /** What any record of a customer says, in which a search looks for the whole of its text. */
  private static final List<String> SAID =
      List.of(
          "name", "phone", "email", "member_card", "platform_id", "openid", "unionid", "device");

  private static String more(Search search, TableSpec customer) {
    return search.columns().stream()
        .distinct()
        .filter(c -> !ALWAYS.contains(c))
        .map(c -> ",\n       f." + customer.column(c).name())
        .collect(Collectors.joining());
  }

  static Sql rows(Search search, Optional<CustomerId> id, TableSpec customer) {
    var ranks = search.ranks();
    var sql =
        found(
            search,
            id,
            """
            select f.customer_id,
                   f.name,
                   f.phone,
                   f.city,
                   f.imputed_city,
                   f.level,
                   f.orders,
                   f.net_revenue,
                   f.last_order_day%s
            from found f%s
            order by %s%s %s nulls last, f.customer_id nulls last
            limit #limit offset #offset
            """
                .formatted(
                    more(search, customer),
                    ranks.isPresent() ? "\nleft join ranks r on r.customer_id = f.customer_id" : "",
                    // Whoever types a customer's number means that customer, however sorted.
                    id.isPresent() ? "case when f.customer_id = #id then 0 else 1 end, " : "",
                    ranks.isPresent()
                        ? "r.value"
                        : "f." + customer.column(search.sort().column()).name(),
                    search.sort().descending() ? "desc" : "asc"));
    return ranks
        .map(r -> sql.step("ranks", r))
        .orElse(sql)
        .with("limit", Value.of(search.limit()))
        .with("offset", Value.of(search.offset()));
  }

  /** {@code customer_id} of everybody who is found, whatever the page. */
  static Sql ids(Search search, Optional<CustomerId> id) {
    return found(search, id, "select f.customer_id from found f");
  }

  /** Those of these who are customers today, also asked for by a former id: {@code customer_id}. */
  static Sql only(List<CustomerId> customers) {
    return withIds(
        """
        select distinct c.customer_id
        from ids i
        left join {identity.alias} a on a.customer_id = i.customer_id
        join {profile.customer} c on c.customer_id = coalesce(a.now_id, i.customer_id)
        """,
        customers);
  }

  static Sql total(Search search, Optional<CustomerId> id) {
    return found(search, id, "select count(*) as total from found f");
  }

  private static Sql found(Search search, Optional<CustomerId> id, String select) {
    var where = new StringBuilder("true");
    var sql = Sql.of(select);
    if (search.condition().isPresent()) {
      sql = sql.step("wanted", search.condition().get());
      where.append(" and c.customer_id in (select w.customer_id from wanted w)");
    }
    if (search.text().isPresent()) {
      var text = search.text().get();
      var like =
          "%"
              + text.toLowerCase(Locale.ROOT)
                  .replace("!", "!!")
                  .replace("%", "!%")
                  .replace("_", "!_")
              + "%";
      sql =
          sql.with("like", Value.of(like))
              .with("text", Value.of(text))
              // As identifiers are kept: 139 0000-0001 is 13900000001.
              .with("compact", Value.of(text.replaceAll("[\\s-]", "")))
              .with("id", Value.of(id.map(CustomerId::value).orElse(0L)))
              .step(
                  "named",
                  """
                  select r.customer_id
                  from {profile.record} r
                  where %s
                  """
                      .formatted(
                          SAID.stream()
                              .map("r.%1$s = #text or r.%1$s = #compact"::formatted)
                              .collect(Collectors.joining("\n   or "))));
      where.append(
          """
           and (c.customer_id = #id
             or lower(c.name) like #like escape '!'
             or lower(c.phone) like #like escape '!'
             or lower(c.email) like #like escape '!'
             or lower(c.member_card) like #like escape '!'
             or lower(c.platform_id) like #like escape '!'
             or c.customer_id in (select n.customer_id from named n))\
          """);
    }
    return sql.step("found", "select c.* from {profile.customer} c where " + where);
  }

  /** What customers are called, also those that were asked for by a former id. */
  static Sql names(List<CustomerId> customers) {
    return withIds(
        """
        select i.customer_id,
               c.name
        from ids i
        left join {identity.alias} a on a.customer_id = i.customer_id
        join {profile.customer} c on c.customer_id = coalesce(a.now_id, i.customer_id)
        where c.name is not null
        """,
        customers);
  }

  /** {@code select} may read {@code ids}: customer_id. */
  static Sql withIds(String select, Collection<CustomerId> asked) {
    var customers = List.copyOf(asked);
    var ids =
        IntStream.range(0, customers.size())
            .mapToObj(i -> "select cast(#id" + i + " as bigint) as customer_id")
            .collect(Collectors.joining("\nunion all\n"));
    var sql = Sql.of(select).step("ids", ids);
    for (int i = 0; i < customers.size(); i++) {
      sql = sql.with("id" + i, Value.of(customers.get(i).value()));
    }
    return sql;
  }

  static Sql customer(CustomerId customer) {
    return of(
        customer,
        """
        select c.*
        from {profile.customer} c
        where c.customer_id = #customer
        """);
  }

  static Sql conflicts(CustomerId customer) {
    return of(
        customer,
        """
        select k.field,
               coalesce(k.open_value, k.value) as value,
               k.source,
               k.record_key,
               k.line,
               b.file_name,
               k.chosen,
               k.why
        from {profile.conflict} k
        left join {source.batch} b on b.batch = k.batch
        where k.customer_id = #customer
        order by k.field nulls last, k.chosen desc nulls last, k.source nulls last, k.record_key nulls last
        """);
  }

  /** Where a page of the timeline begins: just older than this. */
  record Place(java.time.Instant happenedAt, String name, String source, String ref) {}

  static Sql timeline(
      CustomerId customer, Optional<EventKind> kind, Optional<Place> before, int limit) {
    var sql =
        of(
                customer,
                """
                select r.name,
                       r.happened_at,
                       r.amount,
                       r.source,
                       r.key as ref,
                       r.channel,
                       r.product_code,
                       r.product_name,
                       r.category,
                       r.keyword,
                       r.page,
                       r.topic,
                       r.score,
                       r.points,
                       r.seconds,
                       r.text
                from ranked r
                where %s
                order by r.happened_at desc nulls last, r.name_rank desc nulls last, r.name nulls last,
                         r.source nulls last, r.key nulls last
                limit #limit
                """
                    .formatted(before.isPresent() ? OLDER : "true"))
            .with("limit", Value.of(limit))
            .step(
                "ranked",
                """
                select e.*,
                       coalesce(e.ref, e.batch || ':' || e.line) as key,
                       %s as name_rank
                from {profile.event} e
                where e.customer_id = #customer%s
                """
                    .formatted(
                        EventName.rankOf("e.name"),
                        kind.isPresent() ? " and " + EventKind.of("e.name") + " = #kind" : ""));
    if (kind.isPresent()) sql = sql.with("kind", Value.of(kind.get().code()));
    var page = sql;
    return before
        .map(
            p ->
                page.with("moment", Value.of(p.happenedAt()))
                    .with("rank", Value.of(EventName.rank(p.name())))
                    .with("name", Value.of(p.name()))
                    .with("source", Value.of(p.source()))
                    .with("ref", Value.of(p.ref())))
        .orElse(page);
  }

  private static final String OLDER =
      """
      (r.happened_at < #moment
        or (r.happened_at = #moment
          and (r.name_rank < #rank
            or (r.name_rank = #rank
              and (r.name > #name
                or (r.name = #name
                  and (r.source > #source or (r.source = #source and r.key > #ref))))))))\
      """;

  private static Sql of(CustomerId customer, String text) {
    return Sql.of(text).with("customer", Value.of(customer.value()));
  }
}
