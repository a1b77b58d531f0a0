package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders where no file of orders tells of them: what the lines of each say of it, and of who
 * bought. An order stands on many lines, of several batches even.
 */
final class HeadQuery {
  private final Reading reading;
  private final CleaningQuery rows;

  HeadQuery(Reading reading) {
    this.reading = reading;
    this.rows = new CleaningQuery(reading);
  }

  /** For quality.head. */
  Sql heads() {
    return reading
        .of(
            """
            select #source as source,
                   #feed as feed,
                   r.order_order_no as order_key,
                   %s as record_key,
                   r.batch,
                   r.line,
                   coalesce(%sb.landed_at) as seen_at,
                   %s
            from head r
            join {source.batch} b on b.batch = r.batch
            """
                .formatted(
                    rows.buyer("r"),
                    rows.times(),
                    Stream.of(Standard.ORDER, Standard.CUSTOMER)
                        .flatMap(e -> reading.cellsOf(e).stream())
                        .map(c -> "r." + c.alias() + " as " + c.field().column())
                        .collect(joining(",\n       "))))
        .step("told", told())
        .step("head", head());
  }

  /** The columns that {@link #heads} fills. */
  Set<String> ofHeads() {
    return Filled.columns(
        List.of("source", "feed", "order_key", "record_key", "batch", "line", "seen_at"),
        Stream.of(Standard.ORDER, Standard.CUSTOMER)
            .flatMap(e -> reading.cellsOf(e).stream())
            .map(c -> c.field().column()));
  }

  /**
   * For quality.order, of the heads that lines make. Where no line tells a status, an order of
   * nothing but returned goods is one that was paid back, and one with a time of payment is paid.
   */
  Sql orders(Standard standard) {
    return reading
        .of(
            """
            select h.source,
                   h.feed,
                   h.order_key,
                   h.batch,
                   h.line,
                   h.record_key as buyer_key,
                   h.order_no,
                   h.ordered_at,
                   h.paid_at,
                   %s as status,
                   h.amount,
                   h.discount,
                   h.channel,
                   h.shop%s
            from {quality.head} h
            left join turnover t on t.order_key = h.order_key
            where h.source = #source
              and h.feed = #feed
            """
                .formatted(
                    reading.cell("order.status").isPresent()
                        ? "h.status"
                        : """
                        case
                          when t.most < 0 and t.turnover > 0 then 'refunded'
                          when h.paid_at is not null then 'paid'
                        end""",
                    standard.companyColumns(Standard.ORDER).stream()
                        .map(c -> ",\n       h." + c.name())
                        .collect(joining())))
        .step(
            "turnover",
            """
            select o.order_key,
                   max(o.quantity) as most,
                   sum(abs(o.amount)) as turnover
            from {quality.order_line} o
            join {source.batch} b on b.batch = o.batch
            where b.source = #source
              and b.feed = #feed
            group by o.order_key
            """);
  }

  /** Each order stands on many lines that say the same of it: that is looked at once. */
  private String told() {
    var columns = parents().map(c -> "r." + c.alias()).collect(joining(",\n       "));
    return """
    select r.batch,
           min(r.line) as line,
           %s
    %s
    group by r.batch,
             %s
    """
        .formatted(columns, CleaningQuery.CLEAN, columns);
  }

  private Stream<Cell> parents() {
    return reading.written().stream().filter(c -> !c.field().entity().equals(Standard.ORDER_LINE));
  }

  /** The earliest times, and of everything else what the last line says. */
  private String head() {
    return """
    select max(r.batch) as batch,
           gb_last(r.line, r.batch, r.line) as line,
           %s
    from told r
    group by r.order_order_no
    """
        .formatted(
            parents()
                .map(
                    c ->
                        switch (c.field().toString()) {
                          case "order.order_no" -> "r." + c.alias();
                          case "order.ordered_at", "order.paid_at" ->
                              "min(r.%1$s) as %1$s".formatted(c.alias());
                          default ->
                              "gb_last(r.%1$s, r.batch, r.line) as %1$s".formatted(c.alias());
                        })
                .collect(joining(",\n       ")));
  }
}
