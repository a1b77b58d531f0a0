package io.gongbi.identity;

import io.gongbi.identity.match.Comparison;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.util.Map;

/**
 * Two sides as if each were a core: what a run asks of all cores is asked of these two alone, with
 * their records in the slots of {@code identity.node} and {@code identity.core}.
 */
final class WhyNotQuery {
  private WhyNotQuery() {}

  /** The records of each side, numbered; the side is the core. */
  private static Sql sides(String select, WhyNots.Side one, WhyNots.Side other) {
    return with(with(Sql.of(select).step("asked", ASKED), "one", one), "other", other);
  }

  private static final String ASKED =
      """
      select m.source,
             m.record_key,
             0 as side
      from {identity.member} m
      where m.customer_id = #one and (#oneWhole or m.source = #oneSource and m.record_key = #oneKey)
      union all
      select m.source,
             m.record_key,
             1 as side
      from {identity.member} m
      where m.customer_id = #other and (#otherWhole or m.source = #otherSource and m.record_key = #otherKey)
      """;

  private static Sql with(Sql sql, String name, WhyNots.Side side) {
    return sql.with(name, Value.of(side.customer().value()))
        .with(name + "Whole", Value.of(side.record().isEmpty()))
        .with(name + "Source", Value.of(side.record().map(RecordRef::source).orElse("")))
        .with(name + "Key", Value.of(side.record().map(RecordRef::recordKey).orElse("")));
  }

  static Sql nodes(WhyNots.Side one, WhyNots.Side other) {
    return sides(
        """
        select row_number() over (
                 order by a.side nulls last, a.source nulls last, a.record_key nulls last
               ) - 1 as node,
               a.source,
               a.record_key
        from asked a
        """,
        one,
        other);
  }

  static Sql cores(WhyNots.Side one, WhyNots.Side other) {
    return sides(
        """
        select n.node,
               a.side as core
        from {identity.node} n
        join asked a on a.source = n.source and a.record_key = n.record_key
        """,
        one,
        other);
  }

  /** Everything of which a pattern is made, over the two sides. */
  static View faces(IdRules rules, boolean reachable, View cores) {
    var identified = View.of(Map.of(LinkQuery.IDS_HELD, LinkQuery.ids(rules))).over(cores);
    var facts = View.of(Map.of(FaceQuery.FACTS_HELD, FaceQuery.facts(rules))).over(identified);
    var own = View.of(Map.of(FaceQuery.OWN_HELD, FaceQuery.OWN)).over(facts);
    var reached = View.of(Map.of(FaceQuery.REACHED_HELD, FaceQuery.reached(rules))).over(own);
    var telling = View.of(Map.of(FaceQuery.TELLING_HELD, FaceQuery.TELLING)).over(reached);
    var faces = View.of(Map.of(FaceQuery.FACES_HELD, FaceQuery.FACES)).over(telling);
    return View.of(Map.of(KeyQuery.KEYED_HELD, KeyQuery.keyed(reachable))).over(faces);
  }

  /** The pattern of two who share nothing by which they would be found. */
  static final Sql UNFOUND =
      Sql.of(
          """
          select %s as pattern
          from {identity.face} a
          join {identity.face} b on a.core = 0 and b.core = 1
          """
              .formatted(Comparison.pattern().replaceAll("[a-z]+_same = 1", "false")));

  /** The types of which both sides have one value that is not generic. */
  static final Sql SHARED =
      Sql.of(
          """
          select distinct i.id_type
          from {identity.id} i
          join {identity.core} c on c.node = i.node and c.core = 0
          join {identity.id} j on j.id_type = i.id_type and j.scope = i.scope and j.id_value = i.id_value
          join {identity.core} d on d.node = j.node and d.core = 1
          left join {identity.generic} g
            on g.id_type = i.id_type and g.scope = i.scope and g.id_value = i.id_value
          where g.id_value is null
          order by i.id_type nulls last
          """);

  /** The generic values that both sides have. */
  static final Sql GENERIC =
      Sql.of(
          """
          select distinct g.id_type,
                 g.records,
                 g.names
          from {identity.generic} g
          join {identity.id} i on i.id_type = g.id_type and i.scope = g.scope and i.id_value = g.id_value
          join {identity.core} c on c.node = i.node and c.core = 0
          join {identity.id} j on j.id_type = g.id_type and j.scope = g.scope and j.id_value = g.id_value
          join {identity.core} d on d.node = j.node and d.core = 1
          order by g.id_type nulls last, g.records desc nulls last, g.names nulls last
          """);

  /** The kinds of which both sides have a value that a crowd shares. */
  static final Sql CROWDED =
      Sql.of(
          """
          select distinct c.kind
          from {identity.crowded} c
          join {identity.reached} x on x.kind = c.kind and x.value = c.value and x.core = 0
          join {identity.reached} y on y.kind = c.kind and y.value = c.value and y.core = 1
          order by c.kind nulls last
          """);

  /** The strongest pair that was compared between two customers. */
  static Sql compared(WhyNots.Side one, WhyNots.Side other) {
    return with(
        with(
            Sql.of(
                """
                select p.pattern,
                       p.weight,
                       p.joins
                from {identity.pair} p
                where (p.customer_id = #one and p.other_customer = #other
                    or p.customer_id = #other and p.other_customer = #one)
                  and (#oneWhole or p.one_source = #oneSource and p.one_key = #oneKey
                    or p.other_source = #oneSource and p.other_key = #oneKey)
                  and (#otherWhole or p.one_source = #otherSource and p.one_key = #otherKey
                    or p.other_source = #otherSource and p.other_key = #otherKey)
                order by p.weight desc nulls last, p.pattern nulls last
                limit 1
                """),
            "one",
            one),
        "other",
        other);
  }
}
