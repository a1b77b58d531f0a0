package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.CompanyField;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clean rows of a feed, as its mapping says: of the rows that {@link ReadQuery} has read those
 * that are not marked with another fate. The same texts serve all rows, the rows that new batches
 * touch, and the first rows of a file that has not landed at all.
 */
final class CleaningQuery {
  /** The clean rows of the feed in hand, called r. */
  static final String CLEAN = "from {quality.read} r\n" + unmarked("r");

  /** The same, and their batches, called b. */
  private static final String CLEAN_OF_BATCH = clean("{quality.read}", "r");

  /** What a line says of itself, all of which the mapping's rules for kinds may look at. */
  private static final List<String> OWN =
      List.of(
          "line_no",
          "product_code",
          "product_name",
          "category",
          "category_2",
          "category_3",
          "quantity",
          "unit_price",
          "amount");

  private static final int ALWAYS_IN_KEY = 4;

  private final Reading reading;

  CleaningQuery(Reading reading) {
    this.reading = reading;
  }

  /** The clean rows of a table that has a row for each landed one, and their batches, called b. */
  static String clean(String table, String alias) {
    return """
    from %1$s %2$s
    join {source.batch} b on b.batch = %2$s.batch
    """
            .formatted(table, alias)
        + unmarked(alias);
  }

  private static String unmarked(String alias) {
    return """
    where not exists (
      select 1
      from {quality.marked} x
      where x.batch = %1$s.batch
        and x.line = %1$s.line
        and x.fate <> 'clean')"""
        .formatted(alias);
  }

  /** For quality.customer, of a customer file. */
  Sql customers() {
    return reading.of(
        """
        select #source as source,
               #feed as feed,
               %s as record_key,
               r.batch,
               r.line,
               b.landed_at as seen_at,
               %s
        %s
        """
            .formatted(reading.readKey("r"), fields(Standard.CUSTOMER, "r"), CLEAN_OF_BATCH));
  }

  /** For quality.order, of an order file. */
  Sql orders() {
    return reading.of(
        """
            select #source as source,
                   #feed as feed,
                   r.order_order_no as order_key,
                   r.batch,
                   r.line,
                   %s as buyer_key,
                   %s,
                   %s as status
            %s
            """
            .formatted(buyer("r"), fields(Standard.ORDER, "r"), status(), CLEAN));
  }

  /** For quality.order_line. */
  Sql lines() {
    var where = new WhereQuery("kind");
    var kinds =
        reading.mapping().kinds().stream()
            .map(
                k ->
                    "when %s then '%s'"
                        .formatted(
                            where.text(k.when(), CleanTables.ORDER_LINE, "p"),
                            LineKind.of(k.kind()).code()))
            .collect(joining("\n       "));
    var sql =
        reading
            .of(
                """
                select #source as source,
                       p.order_key,
                       p.batch,
                       p.line,
                       %s,
                       case
                         when p.given_kind is not null then p.given_kind
                         %s
                         when p.quantity < 0 and p.amount = 0 then 'adjustment'
                         when p.unit_price < 0 then 'adjustment'
                         when p.quantity < 0 then 'return'
                         else 'product'
                       end as kind
                from priced p
                """
                    .formatted(
                        Stream.concat(OWN.stream(), added().map(c -> c.field().column()))
                            .map(c -> "p." + c)
                            .collect(joining(",\n       ")),
                        kinds))
            .step("priced", priced());
    return where.bindInto(sql);
  }

  private String priced() {
    var columns =
        OWN.stream()
            .filter(c -> !c.equals("amount"))
            .map(
                c ->
                    reading
                            .cell("order_line." + c)
                            .map(cell -> "r." + cell.alias())
                            .orElse(
                                "cast(null as " + (isNumber(c) ? "decimal(18,4)" : "varchar") + ")")
                        + " as "
                        + c)
            .collect(joining(",\n       "));
    return """
    select r.batch,
           r.line,
           r.order_order_no as order_key,
           %s,
           %s%s as amount,
           %s as given_kind
    %s
    """
        .formatted(
            columns,
            added()
                .map(c -> "r." + c.alias() + " as " + c.field().column() + ",\n       ")
                .collect(joining()),
            amount(),
            reading
                .cell("order_line.kind")
                .map(c -> "r." + c.alias())
                .orElse("cast(null as varchar)"),
            CLEAN);
  }

  /** What the company itself wants to know of lines, as far as this file tells it. */
  private Stream<Cell> added() {
    return reading.cellsOf(Standard.ORDER_LINE).stream()
        .filter(c -> CompanyField.isOne(c.field().column()));
  }

  private static boolean isNumber(String column) {
    return CleanTables.ORDER_LINE.column(column).type() == ColumnType.DECIMAL;
  }

  /** As given, else quantity × unit price. A product too large for money is none. */
  private String amount() {
    var given = reading.cell("order_line.amount").map(c -> "r." + c.alias());
    boolean both =
        reading.cell("order_line.quantity").isPresent()
            && reading.cell("order_line.unit_price").isPresent();
    var product = "try_cast(r.order_line_quantity * r.order_line_unit_price as decimal(18,4))";
    if (given.isPresent() && both) return "coalesce(" + given.get() + ", " + product + ")";
    return given.orElse(both ? product : "cast(null as decimal(18,4))");
  }

  /** For quality.delivery. */
  Sql deliveries() {
    return reading.of(
        """
            select #source as source,
                   #feed as feed,
                   %s as record_key,
                   %s as recipient_key,
                   r.batch,
                   r.line,
                   %s
            %s
            """
            .formatted(
                reading.readKey("r"), buyer("r"), fields(Standard.DELIVERY, "r"), CLEAN_OF_BATCH));
  }

  /** For the table of a deed: the row, and what it says of the customer. */
  Sql deeds() {
    return reading.of(
        """
            select #source as source,
                   #feed as feed,
                   %s as customer_key,
                   r.batch,
                   r.line,
                   %s
            %s
            """
            .formatted(
                buyer("r"),
                reading.written().stream()
                    .map(c -> "r." + c.alias() + " as " + ofDeed(c))
                    .collect(joining(",\n       ")),
                CLEAN));
  }

  /** The columns that {@link #deeds} fills. */
  Set<String> ofDeeds() {
    return Filled.columns(
        List.of("source", "feed", "customer_key", "batch", "line"),
        reading.written().stream().map(CleaningQuery::ofDeed));
  }

  private static String ofDeed(Cell cell) {
    var column = cell.field().column();
    return cell.field().entity().equals(Standard.CUSTOMER)
        ? CleanTables.OF_CUSTOMER + column
        : column;
  }

  /** For quality.cost. */
  Sql costs() {
    return reading.of(
        """
            select #source as source,
                   #feed as feed,
                   r.batch,
                   r.line,
                   %s
            %s
            """
            .formatted(fields(Standard.COST, "r"), CLEAN));
  }

  /** For quality.sighting: who is named by an order, or by a delivery. */
  Sql sightings() {
    return reading.of(
        """
            select #source as source,
                   #feed as feed,
                   %s as ref,
                   %s as record_key,
                   r.batch,
                   r.line,
                   coalesce(%sb.landed_at) as seen_at,
                   %s
            %s
              and (%s)
            """
            .formatted(
                reading.is(Standard.DELIVERY) ? reading.readKey("r") : "r.order_order_no",
                buyer("r"),
                times(),
                fields(Standard.CUSTOMER, "r"),
                CLEAN_OF_BATCH,
                reading.identifiers().stream()
                    .map(c -> "r." + c.alias() + " is not null")
                    .collect(joining("\n   or "))));
  }

  /** The columns that {@link #sightings} fills. */
  Set<String> ofSightings() {
    return Filled.columns(
        List.of("source", "feed", "ref", "record_key", "batch", "line", "seen_at"),
        reading.cellsOf(Standard.CUSTOMER).stream().map(c -> c.field().column()));
  }

  /** When a row says that it was, the surest first: the front of a list that ends in landing. */
  String times() {
    return Stream.of("order.paid_at", "order.ordered_at", "delivery.sent_at")
        .flatMap(f -> reading.cell(f).stream())
        .map(c -> "r." + c.alias() + ", ")
        .collect(joining());
  }

  /** The fields of an entity under their own names; the status is made apart. */
  private String fields(EntityName entity, String alias) {
    return reading.cellsOf(entity).stream()
        .filter(c -> !c.field().toString().equals("order.status"))
        .map(c -> alias + "." + c.alias() + " as " + c.field().column())
        .collect(joining(",\n       "));
  }

  /** Where the file has no such column, an order with a time of payment counts as paid. */
  private String status() {
    if (reading.cell("order.status").isPresent()) return "r.order_status";
    return reading.cell("order.paid_at").isPresent()
        ? "case when r.order_paid_at is not null then 'paid' end"
        : "cast(null as varchar)";
  }

  /**
   * One record per distinct set of identifiers; nobody when there is none. The first four stand in
   * every key, filled or not; those that came later only where a file has them. What is the same in
   * all keys stands in one piece: there are millions of them.
   */
  String buyer(String alias) {
    var identifiers = reading.identifiers();
    if (identifiers.isEmpty()) return "cast(null as varchar)";
    var none =
        identifiers.stream()
            .map(c -> alias + "." + c.alias() + " is null")
            .collect(joining(" and "));
    var key = new StringBuilder("#feed");
    var constant = "";
    for (var identifier : Standard.IDENTIFIERS) {
      var cell = reading.cell(identifier.toString());
      if (cell.isEmpty() && Standard.IDENTIFIERS.indexOf(identifier) >= ALWAYS_IN_KEY) continue;
      constant += "|";
      if (cell.isEmpty()) continue;
      key.append(" || '%s' || coalesce(%s.%s, '')".formatted(constant, alias, cell.get().alias()));
      constant = "";
    }
    if (!constant.isEmpty()) key.append(" || '").append(constant).append("'");
    return """
    case
                     when %s then null
                     else '%s' || md5(%s)
                   end"""
        .formatted(none, CleanTables.BUYER, key);
  }
}
