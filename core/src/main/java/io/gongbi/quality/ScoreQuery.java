package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the fields of a feed are worth, in counts; what {@link Scorecard} makes of them is Java. */
final class ScoreQuery {
  /** Where a clean row of a grain says when it happened. */
  private static final Map<String, String> MOMENTS =
      Map.of(
          "customer", "n.registered_at",
          "order", "coalesce(n.ordered_at, n.paid_at)",
          "order_line", "coalesce(n.ordered_at, n.paid_at)",
          "delivery", "n.sent_at",
          "event", "n.happened_at",
          "feedback", "n.happened_at",
          "points", "n.happened_at",
          "coupon", "n.claimed_at",
          "cost", "cast(n.day as timestamp)");

  private ScoreQuery() {}

  /**
   * The fields of one feed in the order of its columns, in the columns of {@link Scores#SCORE} from
   * {@code source} on. Words for nothing ("-", 无) count as nothing given.
   */
  static Sql measured(Reading reading) {
    boolean customers = reading.is(Standard.CUSTOMER);
    return reading
        .of(
            """
            select #source as source,
                   #feed as feed,
                   f.field,
                   f.place,
                   g.rows,
                   g.clean,
                   g.given - coalesce(r.void, 0) as given,
                   coalesce(c.kept, g.given_clean - coalesce(r.void_clean, 0) - coalesce(r.refused_clean, 0)) as kept,
                   coalesce(r.refused, 0) as refused,
                   case when f.is_key then k.told when f.is_identifier then c.kept end as told,
                   case when f.is_key then k.repeated when f.is_identifier then c.kept - c.apart end as repeated,
                   case when f.is_ruled then g.rows end as ruled,
                   coalesce(b.broken, 0) as broken,
                   n.newest_at,
                   case when f.is_ruled then coalesce(b.broken_clean, 0) end as broken_clean
            from field f
            join given g on g.field = f.field
            left join refusal r on r.field = f.field
            left join breach b on b.field = f.field
            left join customer_value c on c.field = f.field
            cross join keyed k
            cross join newest n
            order by f.place nulls last
            """)
        .step("field", fields(reading))
        .step(
            "given",
            """
            select f.field,
                   cast(sum(f.standing) as bigint) as rows,
                   cast(sum(f.clean) as bigint) as clean,
                   cast(sum(f.given) as bigint) as given,
                   cast(sum(f.given_clean) as bigint) as given_clean
            from {quality.filling} f
            where f.source = #source
              and f.feed = #feed
            group by f.field
            """)
        .step(
            "refusal",
            """
            select q.field,
                   count(case when q.reason <> 'quality.placeholder' then 1 end) as refused,
                   count(case when q.reason <> 'quality.placeholder' and t.fate = 'clean' then 1 end) as refused_clean,
                   count(case when q.reason = 'quality.placeholder' then 1 end) as void,
                   count(case when q.reason = 'quality.placeholder' and t.fate = 'clean' then 1 end) as void_clean
            from {quality.quarantine} q
            join {quality.fate} t on t.batch = q.batch and t.line = q.line
            where q.source = #source
              and q.feed = #feed
              and q.reason not like 'rule:%'
              and q.reason not in ('quality.key-missing', 'quality.value-missing', 'quality.name-surname-only', 'quality.phone-several', 'quality.email-typo')
            group by q.field
            """)
        .step(
            "breach",
            """
            select o.field,
                   count(*) as broken,
                   count(case when o.fate = 'clean' and o.stays = 1 then 1 end) as broken_clean
            from (
              select q.field,
                     q.batch,
                     q.line,
                     t.fate,
                     max(case when q.severity <> 'capped' then 1 else 0 end) as stays
              from {quality.quarantine} q
              join {quality.fate} t on t.batch = q.batch and t.line = q.line
              where q.source = #source
                and q.feed = #feed
                and q.reason like 'rule:%'
              group by q.field, q.batch, q.line, t.fate
            ) o
            group by o.field
            """)
        .step("customer_value", customers ? customerValues(reading) : NO_VALUES)
        .step(
            "keyed",
            """
            select count(case when t.fate in ('clean', 'merged') then 1 end) as told,
                   count(case when t.fate = 'merged' then 1 end) as repeated
            from {quality.fate} t
            join {source.batch} b on b.batch = t.batch
            where b.source = #source
              and b.feed = #feed
            """)
        .step("newest", newest(reading));
  }

  private static final String NO_VALUES =
      """
      select '' as field, cast(0 as bigint) as kept, cast(0 as bigint) as apart
      where false
      """;

  private static String fields(Reading reading) {
    var ruled = reading.allRules().stream().map(r -> r.check().field()).collect(Collectors.toSet());
    var rows = new ArrayList<String>();
    for (var cell : reading.cells()) {
      rows.add(
          "select '%s' as field, %s as place, %s as is_key, %s as is_identifier, %s as is_ruled"
              .formatted(
                  cell.field(),
                  rows.size() + 1,
                  cell.key(),
                  reading.is(Standard.CUSTOMER) && Standard.IDENTIFIERS.contains(cell.field()),
                  ruled.contains(cell.field())));
    }
    return String.join("\nunion all\n", rows);
  }

  /** Of clean records, what cleaning has filled from other columns included: 省份 from 地址. */
  private static String customerValues(Reading reading) {
    var cells =
        reading.cells().stream().filter(c -> c.field().entity().equals(Standard.CUSTOMER)).toList();
    if (cells.isEmpty()) return NO_VALUES;
    return cells.stream()
        .map(Cell::field)
        .map(
            f ->
                """
                select '%s' as field,
                       count(v.%s) as kept,
                       %s as apart
                from {quality.customer} v
                where v.source = #source
                  and v.feed = #feed
                """
                    .formatted(f, f.column(), apart(f)))
        .collect(joining("union all\n"));
  }

  private static String apart(FieldKey field) {
    return Standard.IDENTIFIERS.contains(field)
        ? "count(distinct v." + field.column() + ")"
        : "cast(null as bigint)";
  }

  /**
   * A date that lies after its own file is a mistake and says nothing of how recent the rest is.
   */
  private static String newest(Reading reading) {
    var grain = reading.mapping().grain().value();
    var moment = MOMENTS.get(grain);
    boolean dated = grain.equals("order_line") ? reading.makesHeads() : moment != null;
    if (!dated) return "select cast(null as timestamp) as newest_at";
    return """
    select max(%1$s) as newest_at
    from {quality.%2$s} n
    join {source.batch} b on b.batch = n.batch
    where n.source = #source
      and n.feed = #feed
      and gb_hours(b.landed_at, %1$s) <= 24
    """
        .formatted(moment, grain.equals("order_line") ? "order" : grain);
  }

  /** What was measured of every feed last. */
  static Sql last() {
    return Sql.of(
            """
            select s.*
            from {quality.score} s
            join newest n on n.source = s.source and n.feed = s.feed and n.number = s.number
            order by s.source nulls last,
                     s.feed nulls last,
                     s.place nulls last
            """)
        .step(
            "newest",
            """
            select s.source, s.feed, max(s.number) as number
            from {quality.score} s
            group by s.source, s.feed
            """);
  }

  static Sql lastNumber() {
    return Sql.of("select coalesce(max(s.number), 0) as number from {quality.score} s");
  }

  /**
   * What was measured of the feeds that are mapped now, the newest {@code #most} times of each, the
   * oldest first.
   */
  static Sql history() {
    return Sql.of(
            """
            select f.grain, b.landed_at, r.back, r.times, s.*
            from {quality.score} s
            join recent r on r.source = s.source and r.feed = s.feed and r.number = s.number
            join {quality.feed} f on f.source = s.source and f.feed = s.feed
            left join landed b on b.source = s.source and b.feed = s.feed
            where r.back <= #most
            order by s.source nulls last,
                     s.feed nulls last,
                     s.number nulls last,
                     s.place nulls last
            """)
        .step(
            "taken",
            """
            select distinct s.source, s.feed, s.number
            from {quality.score} s
            """)
        .step(
            "recent",
            """
            select t.source,
                   t.feed,
                   t.number,
                   row_number() over (
                     partition by t.source, t.feed order by t.number desc nulls last) as back,
                   count(*) over (partition by t.source, t.feed) as times
            from taken t
            """)
        .step(
            "landed",
            """
            select b.source, b.feed, max(b.landed_at) as landed_at
            from {source.batch} b
            group by b.source, b.feed
            """);
  }

  /** Why values of fields were refused, most frequent first. */
  static Sql reasons() {
    return Sql.of(
        """
        select q.source,
               q.feed,
               q.field,
               q.reason,
               q.severity,
               count(*) as found
        from {quality.quarantine} q
        where q.field <> ''
        group by q.source,
                 q.feed,
                 q.field,
                 q.reason,
                 q.severity
        order by found desc nulls last,
                 q.reason nulls last
        """);
  }

  /** The tables beside the landed ones that are read, for the step to declare. */
  static Set<String> read() {
    var read =
        MOMENTS.keySet().stream()
            .filter(g -> !g.equals("order_line"))
            .map(g -> "quality." + g)
            .collect(Collectors.toSet());
    read.addAll(
        List.of("source.batch", "quality.fate", "quality.quarantine", "quality.touched_row"));
    return read;
  }
}
