package io.gongbi.identity;

import io.gongbi.identity.match.Comparison;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which pairs people are asked about, and what they are shown of them. */
final class ReviewQuery {
  /** Nearer to even than 9 to 1 nobody can count on either. */
  static final double NEAR = 3.17;

  /** From a thousand to one on a pair is as good as certain. */
  static final double STRONG = 10;

  /** So many that agree in the same things come after each other, then others have their turn. */
  private static final int IN_A_ROW = 3;

  /**
   * Patterns of pairs of which nothing can be compared but one way to reach them, and that is the
   * same: a phone that a member and an order without a name have in common, and no second thing.
   * Whoever looks at such a pair sees what the model saw, and knows no better.
   */
  private static final String BARE =
      Arrays.stream(Comparison.values())
          .filter(c -> c.kind() == Comparison.Kind.CONTACT)
          .map(c -> Long.toString(c.at(c.levels())))
          .collect(Collectors.joining(", ", "(", ")"));

  private static final int AT_ONCE = 500;

  private static final String PAIR =
      """
      p.customer_id,
             p.other_customer,
             p.one_source,
             p.one_key,
             p.other_source,
             p.other_key,
             p.pattern,
             p.weight""";

  private ReviewQuery() {}

  static Sql pair(RecordRef one, RecordRef other) {
    return Sql.of(
            """
            select %s
            from {identity.pair} p
            where p.one_source = #one_source and p.one_key = #one_key
              and p.other_source = #other_source and p.other_key = #other_key
            """
                .formatted(PAIR))
        .with("one_source", Value.of(one.source()))
        .with("one_key", Value.of(one.recordKey()))
        .with("other_source", Value.of(other.source()))
        .with("other_key", Value.of(other.recordKey()));
  }

  /** How many wait for a judgement, by why. */
  static Sql counts(Collection<Judgement> judged) {
    return due(
        Sql.of(
            """
            select d.reason,
                   count(*) as pairs
            from due d
            group by d.reason
            order by d.reason nulls last
            """),
        judged);
  }

  /**
   * Those to be judged next: in turn of the most doubtful and of those that were kept apart though
   * they look like one, no more than a few that agree in the same things one after the other, and
   * among those the customers of most records first. {@code reason}: one of {@link Review.Reason},
   * or nothing for all.
   */
  static Sql next(Collection<Judgement> judged, String reason, int limit) {
    return due(
            Sql.of(
                """
                select q.*
                from queued q
                order by q.place nulls last, q.reason nulls last
                limit #limit
                """),
            judged)
        .step(
            "sized",
            """
            select m.customer_id,
                   count(*) as records
            from {identity.member} m
            group by m.customer_id
            """)
        .step(
            "large",
            """
            select d.*,
                   a.records as records,
                   b.records as other_records,
                   a.records + b.records as both
            from due d
            join sized a on a.customer_id = d.customer_id
            join sized b on b.customer_id = d.other_customer
            where #reason = '' and d.reason <> 'bare' or d.reason = #reason
            """)
        .step(
            "turned",
            """
            select l.*,
                   floor((row_number() over (
                     partition by l.reason, l.pattern
                     order by l.both desc nulls last, %1$s
                   ) - 1) / %2$s) as turn
            from large l
            """
                .formatted(keys("l"), IN_A_ROW))
        .step(
            "queued",
            """
            select t.*,
                   row_number() over (
                     partition by t.reason
                     order by t.turn nulls last, t.doubt nulls last, t.pattern nulls last,
                       t.both desc nulls last, %s
                   ) as place
            from turned t
            """
                .formatted(keys("t")))
        .with("reason", Value.of(reason))
        .with("limit", Value.of((long) limit));
  }

  private static String keys(String alias) {
    return Stream.of("one_source", "one_key", "other_source", "other_key")
        .map(c -> alias + "." + c + " nulls last")
        .collect(Collectors.joining(", "));
  }

  /** Adds the pairs in doubt of which nobody said anything; {@code doubt}: the least first. */
  private static Sql due(Sql sql, Collection<Judgement> judged) {
    return judged(sql, judged)
        .step(
            "due",
            """
            select %s,
                   case when p.pattern in %s then 'bare'
                        when abs(p.weight) <= #near then 'unsure'
                        else 'apart' end as reason,
                   case when abs(p.weight) <= #near then abs(p.weight) else - p.weight end as doubt
            from {identity.pair} p
            left join judged j
              on j.one_source = p.one_source and j.one_key = p.one_key
              and j.other_source = p.other_source and j.other_key = p.other_key
            where j.one_source is null
              and (abs(p.weight) <= #near or p.weight > 0 and p.customer_id <> p.other_customer)
            """
                .formatted(PAIR, BARE))
        .with("near", Value.of(NEAR));
  }

  /**
   * The pairs of which nobody could say anything, by what they have in common and whether that made
   * them one customer: how many, and of how many customers. {@code example}: the customer of most
   * such pairs.
   */
  static Sql bare(Collection<Judgement> judged) {
    return due(
            Sql.of(
                """
                select h.pattern,
                       h.is_one,
                       cast(sum(h.firsts) as bigint) as pairs,
                       count(*) as customers,
                       min(case when h.place = 1 then h.customer_id end) as example
                from ranked h
                group by h.pattern, h.is_one
                order by h.is_one desc nulls last, pairs desc nulls last, h.pattern nulls last
                """),
            judged)
        .step(
            "side",
            """
            select d.pattern,
                   d.customer_id = d.other_customer as is_one,
                   d.customer_id,
                   1 as firsts
            from due d
            where d.reason = 'bare'
            union all
            select d.pattern,
                   false as is_one,
                   d.other_customer as customer_id,
                   0 as firsts
            from due d
            where d.reason = 'bare' and d.customer_id <> d.other_customer
            """)
        .step(
            "holder",
            """
            select s.pattern,
                   s.is_one,
                   s.customer_id,
                   sum(s.firsts) as firsts,
                   count(*) as times
            from side s
            group by s.pattern, s.is_one, s.customer_id
            """)
        .step(
            "ranked",
            """
            select h.*,
                   row_number() over (
                     partition by h.pattern, h.is_one
                     order by h.times desc nulls last, h.customer_id nulls last
                   ) as place
            from holder h
            """);
  }

  /** How many pairs are one customer though nobody can judge them. */
  static final Sql BARE_ONES =
      Sql.of(
          """
          select count(*) as pairs
          from {identity.pair} p
          where p.customer_id = p.other_customer and p.pattern in %s
          """
              .formatted(BARE));

  private static Sql judged(Sql sql, Collection<Judgement> judged) {
    if (judged.isEmpty()) {
      return sql.step(
          "judged",
          """
          select cast(null as varchar) as one_source,
                 cast(null as varchar) as one_key,
                 cast(null as varchar) as other_source,
                 cast(null as varchar) as other_key
          """);
    }
    var values = new HashMap<String, Value>();
    var rows = new ArrayList<String>();
    for (var one : judged) {
      rows.add(
          row(
              values,
              List.of(
                  one.one().source(),
                  one.one().recordKey(),
                  one.other().source(),
                  one.other().recordKey())));
    }
    return sql.step(
            "judged",
            "select w.* from (values %s) w(one_source, one_key, other_source, other_key)"
                .formatted(String.join(", ", rows)))
        .with(values);
  }

  private static String row(Map<String, Value> values, List<String> cells) {
    var names = new ArrayList<String>();
    for (var cell : cells) {
      var name = "v" + values.size();
      values.put(name, Value.of(cell));
      names.add("#" + name);
    }
    return "(" + String.join(", ", names) + ")";
  }

  /** {@code source, record_key, customer_id} of these records, some hundreds a question. */
  static List<Sql> customersOf(List<RecordRef> records) {
    return IntStream.iterate(0, from -> from < records.size(), from -> from + AT_ONCE)
        .mapToObj(from -> records.subList(from, Math.min(records.size(), from + AT_ONCE)))
        .map(
            some -> {
              var values = new HashMap<String, Value>();
              var rows =
                  some.stream()
                      .map(r -> row(values, List.of(r.source(), r.recordKey())))
                      .collect(Collectors.joining(", "));
              return Sql.of(
                      """
                      select m.source,
                             m.record_key,
                             m.customer_id
                      from {identity.member} m
                      join asked a on a.source = m.source and a.record_key = m.record_key
                      """)
                  .step(
                      "asked", "select w.* from (values %s) w(source, record_key)".formatted(rows))
                  .with(values);
            })
        .toList();
  }

  /** What the records of these customers say, every column. */
  static Sql said(List<Long> customers) {
    return among(
        customers,
        list ->
            """
            select m.customer_id,
                   c.*
            from {identity.member} m
            join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
            where m.customer_id in (%s)
            order by c.source nulls last, c.record_key nulls last, c.feed nulls last
            """
                .formatted(list));
  }

  /** The accounts and cards that tie records of these customers. */
  static Sql ties(List<Long> customers, IdRules rules) {
    return among(
        customers,
        list ->
            """
            select e.source,
                   e.record_key,
                   e.id_type,
                   e.id_value
            from {identity.evidence} e
            where e.customer_id in (%s) and e.id_type in %s
            order by e.id_type nulls last, e.id_value nulls last, e.source nulls last, e.record_key nulls last
            """
                .formatted(list, LinkQuery.list(rules.all(IdRules.Use.EXCLUSIVE))));
  }

  private static Sql among(List<Long> customers, Function<String, String> text) {
    var values = new HashMap<String, Value>();
    for (int i = 0; i < customers.size(); i++) values.put("of" + i, Value.of(customers.get(i)));
    var list =
        IntStream.range(0, customers.size())
            .mapToObj(i -> "#of" + i)
            .collect(Collectors.joining(", "));
    return Sql.of(text.apply(list)).with(values);
  }

  /**
   * Pairs that are one customer, drawn at random within three strata of how sure the model is:
   * always the same ones while the pairs are. {@code pairs} counts those of the stratum. What
   * nobody can judge is not drawn: looking at it would find out nothing.
   */
  static Sql sample(String seed, int ofEach) {
    return Sql.of(
            """
            select d.*,
                   a.records as records,
                   a.records as other_records
            from drawn d
            join sized a on a.customer_id = d.customer_id
            where d.place <= #of_each
            order by d.place nulls last, d.reason nulls last
            """)
        .step(
            "sized",
            """
            select m.customer_id,
                   count(*) as records
            from {identity.member} m
            group by m.customer_id
            """)
        .step(
            "one",
            """
            select %s,
                   case when p.weight >= #strong then 'strong'
                        when p.weight > #near then 'clear'
                        else 'weak' end as reason
            from {identity.pair} p
            where p.customer_id = p.other_customer and p.pattern not in %s
            """
                .formatted(PAIR, BARE))
        .step(
            "drawn",
            """
            select o.*,
                   count(*) over (partition by o.reason) as pairs,
                   row_number() over (
                     partition by o.reason
                     order by md5(#seed || o.one_source || '/' || o.one_key || '/' || o.other_source || '/' || o.other_key)
                       nulls last
                   ) as place
            from one o
            """)
        .with("strong", Value.of(STRONG))
        .with("near", Value.of(NEAR))
        .with("seed", Value.of(seed))
        .with("of_each", Value.of((long) ofEach));
  }
}
