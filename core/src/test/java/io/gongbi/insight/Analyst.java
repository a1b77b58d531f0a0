package io.gongbi.insight;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Conditions;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who asks a test's shop questions, and how questions and answers are written down. */
final class Analyst {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** All of 2026 is past. */
  static final AsOf LATER = AsOf.endOf(LocalDate.parse("2026-12-31"), SHANGHAI);

  final TestShop shop;
  final Insights insights;
  private final Gate gate;

  Analyst(TestShop shop) {
    this.shop = shop;
    this.gate = new Gate(shop.warehouse);
    this.insights =
        new Insights(
            shop.warehouse,
            gate,
            new Conditions(shop.warehouse, shop.traits, new Standard()),
            shop.traits);
  }

  static Period period(String from, String until) {
    return new Period(LocalDate.parse(from), LocalDate.parse(until));
  }

  static AsOf asOf(String instant) {
    return new AsOf(Instant.parse(instant), SHANGHAI);
  }

  static Viewer everyone() {
    return Viewer.system();
  }

  /** Sees the customers of one city, and no personal field in clear. */
  static Viewer of(String city) {
    var customers = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of(city));
    return new Viewer(
        new UserId("lin"), new Role("marketer", Set.of(Right.VIEW), customers, false, Set.of()));
  }

  Answer ask(Insight question, AsOf asOf) {
    return insights.answer(question, asOf, everyone());
  }

  /** The rows of an answer, cells apart by a blank, missing ones as {@code -}. */
  List<String> rows(Insight question, AsOf asOf) {
    return TestShop.shown(ask(question, asOf).table());
  }

  List<String> rows(Insight question, AsOf asOf, Viewer viewer) {
    return TestShop.shown(insights.answer(question, asOf, viewer).table());
  }

  static List<String> cautions(Answer answer) {
    return answer.cautions().stream().map(Caution::code).sorted().toList();
  }

  static Mark mark(String column, String at, Value value) {
    return new Mark(column, Map.of(at, value));
  }

  /** The ids behind a number. */
  Set<Long> members(Insight question, Mark mark, AsOf asOf) {
    return members(question, mark, asOf, everyone());
  }

  Set<Long> members(Insight question, Mark mark, AsOf asOf, Viewer viewer) {
    var ids = new TreeSet<Long>();
    var rows = shop.warehouse.query(insights.membersSql(question, mark, asOf), gate.view(viewer));
    rows.stream().forEach(r -> ids.add(r.whole("customer_id")));
    if (ids.size() != rows.size()) throw new AssertionError("somebody is there twice: " + rows);
    return ids;
  }

  String explained(Sql sql) {
    return sql.explain(View.everything(), shop.warehouse.dialect());
  }

  static String golden(String name) {
    try (var in = Objects.requireNonNull(Analyst.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
