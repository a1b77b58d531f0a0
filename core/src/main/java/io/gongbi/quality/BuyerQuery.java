package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Records of the customers that orders, deliveries and deeds name. Who is named thousands of times
 * with one openid is one record.
 */
final class BuyerQuery {
  private static final Set<String> KNOWN_BY =
      Set.copyOf(Standard.IDENTIFIERS.stream().map(i -> i.column()).toList());

  private final TableSpec table;
  private final List<String> columns;

  BuyerQuery(Standard standard) {
    table = CleanTables.with(CleanTables.CUSTOMER, standard);
    columns =
        Stream.of(Standard.columns(Standard.CUSTOMER), standard.companyColumns(Standard.CUSTOMER))
            .flatMap(List::stream)
            .map(Column::name)
            .toList();
  }

  /**
   * Whom orders and deliveries name: as a file of theirs says it, and as the lines of an order do.
   */
  String named() {
    return """
      select s.source,
             s.feed,
             s.ref,
             s.record_key,
             s.batch,
             s.line,
             s.seen_at,
             %s
      from {quality.sighting} s
      union all
      select h.source,
             h.feed,
             h.order_key as ref,
             h.record_key,
             h.batch,
             h.line,
             h.seen_at,
             %s
      from {quality.head} h
      where h.record_key is not null
      """
        .formatted(each(c -> "s." + c), each(c -> "h." + c));
  }

  /**
   * For quality.customer: one record per distinct set of identifiers. What else is known comes from
   * where the customer was seen last with it. {@code filled}: by the feeds, since what nobody tells
   * needs no comparing. Records are of one feed each, so what is told by rows of one kind is put
   * together by itself.
   */
  Sql buyers(Filled filled) {
    var named = new HashSet<>(filled.bySightings());
    named.addAll(filled.byHeads());
    return Sql.of(
            Stream.concat(
                    Stream.of(
                        """
                        select s.source,
                               s.feed,
                               s.record_key,
                               %s,
                               %s
                        from named s
                        group by s.source,
                                 s.feed,
                                 s.record_key
                        """
                            .formatted(
                                LAST,
                                each(c -> named.contains(c) ? newest(c, "s." + c) : nothing(c)))),
                    Standard.DEEDS.stream()
                        .filter(filled::tellsOf)
                        .map(d -> ofDeed(d, filled.byDeeds(d))))
                .collect(joining("union all\n")))
        .step("named", named());
  }

  private static final String LAST =
      """
      gb_newest(s.batch, s.seen_at, s.batch, s.line) as batch,
             gb_newest(s.line, s.seen_at, s.batch, s.line) as line,
             max(s.seen_at) as seen_at""";

  private String each(UnaryOperator<String> column) {
    return columns.stream().map(column).collect(joining(",\n       "));
  }

  /** The same set of identifiers has the same values in it wherever it was seen. */
  private static String newest(String column, String value) {
    var newest =
        KNOWN_BY.contains(column)
            ? "max(%s)"
            : column.equals("registered_at")
                ? "min(%s)"
                : "gb_newest(%s, s.seen_at, s.batch, s.line)";
    return newest.formatted(value) + " as " + column;
  }

  private String ofDeed(EntityName deed, Set<String> filled) {
    return """
    select s.source,
           s.feed,
           s.customer_key as record_key,
           %s,
           %s
    from (
      select d.*,
             coalesce(d.%s, b.landed_at) as seen_at
      from {quality.%s} d
      join {source.batch} b on b.batch = d.batch
      where d.customer_key is not null
    ) s
    group by s.source,
             s.feed,
             s.customer_key
    """
        .formatted(
            LAST,
            each(
                c -> {
                  var told = CleanTables.OF_CUSTOMER + c;
                  return filled.contains(told) ? newest(c, "s." + told) : nothing(c);
                }),
            moment(deed),
            deed);
  }

  private String nothing(String column) {
    return switch (table.column(column).type()) {
          case DAY -> "cast(null as date)";
          case MOMENT -> "cast(null as timestamp)";
          case DECIMAL -> "cast(null as decimal(18,4))";
          case TEXT, WHOLE, REAL, FLAG, TEXT_LIST -> "cast(null as varchar)";
        }
        + " as "
        + column;
  }

  private static String moment(EntityName deed) {
    return deed.equals(Standard.COUPON) ? "claimed_at" : "happened_at";
  }
}
