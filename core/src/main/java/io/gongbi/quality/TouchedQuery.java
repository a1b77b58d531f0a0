package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far new batches reach: to older rows with the same key, or of a file with the same name; to
 * the orders of those rows before and after; to the buyers of those orders.
 */
final class TouchedQuery {
  private TouchedQuery() {}

  /** The keys of a slice: touched landed rows of one feed. */
  static Sql rowKeys(Reading reading) {
    return reading.of(
        """
        select t.batch, t.line
        from {quality.touched_row} t
        where t.source = #source
          and t.feed = #feed
        """);
  }

  /** The keys of a slice: what rules that set rows beside each other have said of one feed. */
  static Sql repeats(Reading reading) {
    return reading.of(
        reading.repeats().stream()
            .map(r -> "select #source as source, #feed as feed, " + r.reason() + " as reason")
            .collect(joining("\nunion all\n")));
  }

  /** Landed rows of one feed whose fate new batches may change. */
  static Sql rows(Reading reading, List<Long> batches) {
    var sql = reading.mapping().keyed() ? sameKey(reading, batches) : sameFile(reading, batches);
    var bound = sql;
    for (int i = 0; i < batches.size(); i++)
      bound = bound.with("new" + i, Value.of(batches.get(i)));
    return bound;
  }

  private static String in(List<Long> batches) {
    return IntStream.range(0, batches.size())
        .mapToObj(i -> "#new" + i)
        .collect(joining(", ", "in (", ")"));
  }

  private static Sql sameKey(Reading reading, List<Long> batches) {
    return reading
        .of(
            """
            select #source as source,
                   #feed as feed,
                   l.batch,
                   l.line
            from %s l
            where l.batch %s
               or (%s) in (select n.record_key from new_key n)
            """
                .formatted(reading.landed(), in(batches), reading.recordKey()))
        .step(
            "new_key",
            """
            select distinct %s as record_key
            from %s l
            where l.batch %s
              and (%s) is not null
            """
                .formatted(
                    reading.recordKey(), reading.landed(), in(batches), reading.recordKey()));
  }

  private static Sql sameFile(Reading reading, List<Long> batches) {
    return reading.of(
        """
        select #source as source,
               #feed as feed,
               l.batch,
               l.line
        from %s l
        where l.batch in (
          select b.batch
          from {source.batch} b
          join {source.batch} n on n.file_name = b.file_name
          where b.source = #source
            and b.feed = #feed
            and n.source = #source
            and n.feed = #feed
            and n.batch %s)
        """
            .formatted(reading.landed(), in(batches)));
  }

  /** The landed table narrowed to touched rows. */
  static View touched(Reading reading) {
    return landed(
        reading,
        """
        select l.*
        from %1$s l
        where exists (
          select 1
          from {quality.touched_row} t
          where t.batch = l.batch
            and t.line = l.line)
        """);
  }

  /** The landed table narrowed to the clean lines of touched orders, touched lines or not. */
  static View linesOfTouchedOrders(Reading reading) {
    return landed(
        reading,
        """
        select l.*
        from %1$s l
        where exists (
          select 1
          from {quality.order_line} o
          join {quality.touched_order} t on t.source = o.source and t.order_key = o.order_key
          where t.source = #source
            and t.feed = #feed
            and o.batch = l.batch
            and o.line = l.line)
        """);
  }

  private static View landed(Reading reading, String text) {
    return View.of(
        Map.of(reading.mapping().id().landed(), reading.of(text.formatted(reading.landed()))));
  }

  /** Orders that stand on touched rows, in what is clean at this moment. */
  static Sql orders() {
    return Sql.of(
        """
        select o.source, o.feed, o.order_key
        from {quality.order} o
        join {quality.touched_row} t on t.batch = o.batch and t.line = o.line
        union
        select t.source, t.feed, o.order_key
        from {quality.order_line} o
        join {quality.touched_row} t on t.batch = o.batch and t.line = o.line
        union
        select o.source, o.feed, o.order_key
        from {quality.touched_order} o
        """);
  }

  /**
   * Records that stand on touched rows, or are named by touched orders or deeds, at this moment.
   */
  static Sql records(Standard standard) {
    return Sql.of(
            """
            select c.source, c.feed, c.record_key, c.record_key like 'buyer:%%' as buyer
            from {quality.customer} c
            join {quality.touched_row} t on t.batch = c.batch and t.line = c.line
            union
            select s.source, s.feed, s.record_key, true as buyer
            from named s
            join {quality.touched_row} t on t.batch = s.batch and t.line = s.line
            union
            select s.source, s.feed, s.record_key, true as buyer
            from named s
            join {quality.touched_order} t
              on t.source = s.source and t.feed = s.feed and t.order_key = s.ref
            union
            %s
            select r.source, r.feed, r.record_key, r.buyer
            from {quality.touched_record} r
            """
                .formatted(
                    Standard.DEEDS.stream().map(TouchedQuery::namedByDeeds).collect(joining())))
        .step("named", new BuyerQuery(standard).named());
  }

  private static String namedByDeeds(EntityName deed) {
    return """
    select d.source, d.feed, d.customer_key as record_key, true as buyer
    from {quality.%s} d
    join {quality.touched_row} t on t.batch = d.batch and t.line = d.line
    where d.customer_key is not null
    union
    """
        .formatted(deed);
  }

  /** The keys of a slice: orders of one feed that are made anew from their lines. */
  static Sql orderKeys(Reading reading) {
    return reading.of(
        """
        select t.source, t.feed, t.order_key
        from {quality.touched_order} t
        where t.source = #source
          and t.feed = #feed
        """);
  }

  /** Heads and lines narrowed to those of touched orders of one feed. */
  static View touchedOrders(Reading reading) {
    return View.of(
        Map.of(
            TableName.of("quality.head"),
            ofTouchedOrders(reading, "quality.head"),
            TableName.of("quality.order_line"),
            ofTouchedOrders(reading, "quality.order_line")));
  }

  private static Sql ofTouchedOrders(Reading reading, String table) {
    return reading.of(
        """
        select o.*
        from {%s} o
        where exists (
          select 1
          from {quality.touched_order} t
          where t.source = #source
            and t.feed = #feed
            and t.source = o.source
            and t.order_key = o.order_key)
        """
            .formatted(table));
  }

  static Sql buyerKeys() {
    return Sql.of(
        """
        select t.source, t.feed, t.record_key
        from {quality.touched_record} t
        where t.buyer
        """);
  }

  /** Sightings, heads and deeds narrowed to those of touched buyers. */
  static View namesOfTouchedBuyers() {
    var views = new HashMap<TableName, Sql>();
    for (var table : List.of("sighting", "head")) {
      views.put(new TableName("quality", table), ofTouchedBuyers(table, "record_key"));
    }
    for (var deed : Standard.DEEDS) {
      views.put(
          new TableName("quality", deed.value()), ofTouchedBuyers(deed.value(), "customer_key"));
    }
    return View.of(views);
  }

  private static Sql ofTouchedBuyers(String table, String key) {
    return Sql.of(
        """
        select s.*
        from {quality.%s} s
        where exists (
          select 1
          from {quality.touched_record} t
          where t.buyer
            and t.source = s.source
            and t.feed = s.feed
            and t.record_key = s.%s)
        """
            .formatted(table, key));
  }
}
