package io.gongbi.segment;

import io.gongbi.calendar.AsOf;
import io.gongbi.condition.Condition;
import io.gongbi.condition.ConditionQuery;
import io.gongbi.condition.Ground;
import io.gongbi.metric.MeasureQuery;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.stream.Collectors;

/** What segments ask the warehouse. */
final class SegmentQuery {
  private SegmentQuery() {}

  static Sql members(TraitId trait) {
    return Sql.of(
        "select h.customer_id from {trait.held} h where coalesce(h.%s, false)"
            .formatted(trait.column()));
  }

  /** Everybody who is a member of a dynamic segment: {@code customer_id}. */
  static Sql dynamic(Segment.Dynamic segment, AsOf asOf, Ground ground) {
    if (segment.cap().isEmpty()) return ConditionQuery.members(segment.who(), asOf, ground);
    var cap = segment.cap().get();
    return Sql.of("select p.customer_id from placed p where p.place <= #most")
        .with("most", cap.bound())
        .step("placed", placed(segment.who(), cap, asOf, ground));
  }

  /** Who meets the condition, each with a place from 1 on: {@code customer_id, place}. */
  static Sql placed(Condition who, Cap cap, AsOf asOf, Ground ground) {
    var members = ConditionQuery.members(who, asOf, ground);
    return switch (cap) {
      case Cap.Drawn drawn ->
          Sql.of(
                  """
                  select d.customer_id,
                         row_number() over (order by d.draw nulls last, d.customer_id nulls last) as place
                  from drawn d
                  """)
              .step("fitting", members)
              .step(
                  "drawn",
                  Sql.of(
                          """
                          select f.customer_id,
                                 gb_hash(#salt || ':' || cast(f.customer_id as string)) as draw
                          from fitting f
                          """)
                      .with("salt", Value.of(drawn.salt())));
      case Cap.Ranked ranked -> {
        var table = ground.rowsOf(ranked.by().entity()).orElseThrow();
        yield Sql.of(
                """
                select f.customer_id,
                       row_number() over (
                         order by %s %s nulls last, f.customer_id nulls last
                       ) as place
                from fitting f
                left join ranked r on r.customer_id = f.customer_id
                """
                    .formatted(
                        MeasureQuery.ofNothing(ranked.by(), "r.m0"),
                        ranked.lowest() ? "asc" : "desc"))
            .step("fitting", members)
            .step("ranked", MeasureQuery.byCustomer(List.of(ranked.by()), table, asOf));
      }
    };
  }

  /** The place of one customer among those who meet the condition; none for who does not. */
  static Sql place(long customer, Condition who, Cap cap, AsOf asOf, Ground ground) {
    return Sql.of("select p.place from placed p where p.customer_id = #customer")
        .with("customer", Value.of(customer))
        .step("placed", placed(who, cap, asOf, ground));
  }

  static Sql stated(Sql members) {
    return Sql.of("select distinct m.customer_id, true as value from members m")
        .step("members", members);
  }

  /** A list as it is kept: the customers of its day. */
  static Sql kept(String segment, Sql ids) {
    return Sql.of("select distinct #segment as segment, i.customer_id from ids i")
        .step("ids", ids)
        .with("segment", Value.of(segment));
  }

  static Sql named(String segment) {
    return Sql.of("select #segment as segment").with("segment", Value.of(segment));
  }

  /** Who stands on a list, by today's ids; who is no customer any more has left it. */
  static Sql listed(String segment) {
    return Sql.of(
            """
            select distinct c.customer_id,
                   true as value
            from {segment.listed} l
            left join {identity.alias} a on a.customer_id = l.customer_id
            join {profile.customer} c on c.customer_id = coalesce(a.now_id, l.customer_id)
            where l.segment = #segment
            """)
        .with("segment", Value.of(segment));
  }

  /** One who stands on a list and is not held to be a member yet. */
  static Sql absent(String segment, TraitId trait) {
    return Sql.of(
            """
            select l.customer_id
            from listed l
            left join {trait.held} h on h.customer_id = l.customer_id
            where not coalesce(h.%s, false)
            limit 1
            """
                .formatted(trait.column()))
        .step("listed", listed(segment));
  }

  static Sql counted(Sql members) {
    return Sql.of("select count(*) as customers from members m").step("members", members);
  }

  /** {@code customers, fitting, of_all}: members, those who meet the condition, everybody. */
  static Sql headCount(Segment.Dynamic segment, AsOf asOf, Ground ground) {
    if (segment.cap().isEmpty())
      return Sql.of(
              """
              select count(*) as customers,
                     count(*) as fitting,
                     (select count(*) from {profile.customer} c) as of_all
              from members m
              """)
          .step("members", ConditionQuery.members(segment.who(), asOf, ground));
    var cap = segment.cap().get();
    return Sql.of(
            """
            select (select count(*) from placed p where p.place <= #most) as customers,
                   (select count(*) from placed p) as fitting,
                   (select count(*) from {profile.customer} c) as of_all
            """)
        .with("most", cap.bound())
        .step("placed", placed(segment.who(), cap, asOf, ground));
  }

  /** One column of a list: where it stands, and its name there. */
  record Chosen(TableName table, Column column) {
    String text() {
      return (table.concept().equals("profile") ? "c." : "h.") + column.name();
    }
  }

  static Sql list(Sql members, List<Chosen> columns) {
    return Sql.of(
            """
            select c.customer_id,
                   %s
            from members m
            join {profile.customer} c on c.customer_id = m.customer_id
            left join {trait.held} h on h.customer_id = m.customer_id
            order by c.customer_id nulls last
            """
                .formatted(
                    columns.stream().map(Chosen::text).collect(Collectors.joining(",\n       "))))
        .step("members", members);
  }
}
