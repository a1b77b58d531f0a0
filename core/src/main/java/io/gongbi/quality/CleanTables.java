package io.gongbi.quality;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.DECIMAL;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import java.util.List;
import java.util.Map;

/**
 * The tables of this concept. Each row says where it comes from: batch and line of the landed row,
 * the newest of them where several rows make one. A batch is of one source and feed.
 */
public final class CleanTables {
  /** What the columns of a customer begin with in tables of deeds. */
  static final String OF_CUSTOMER = "who_";

  /** How the key of a record begins that no file has: of whom orders or deeds name. */
  public static final String BUYER = "buyer:";

  /**
   * Records of customers: rows of customer files ({@code record_key} is their key, or file
   * name|line), and the buyers and recipients that orders and deliveries name, one per distinct set
   * of identifiers ({@code buyer:…}). {@code seen_at} is how recent the record is. Unique by
   * (source, record_key).
   */
  public static final TableSpec CUSTOMER =
      TableSpec.derived(
              "quality.customer",
              open("source", TEXT),
              open("feed", TEXT),
              open("record_key", TEXT),
              open("batch", WHOLE),
              open("line", WHOLE),
              open("seen_at", MOMENT))
          .and(Standard.columns(Standard.CUSTOMER));

  /**
   * Heads of orders, unique by (source, order_key). {@code buyer_key} is the {@code record_key} of
   * the buyer's record; empty when nobody is named. {@code amount} is empty when the file gives
   * none: it is then the sum of the lines.
   */
  public static final TableSpec ORDER =
      TableSpec.derived(
          "quality.order",
          open("source", TEXT),
          open("feed", TEXT),
          open("order_key", TEXT),
          open("batch", WHOLE),
          open("line", WHOLE),
          open("order_no", TEXT),
          open("buyer_key", TEXT),
          open("ordered_at", MOMENT),
          open("paid_at", MOMENT),
          open("status", TEXT),
          open("amount", DECIMAL),
          open("discount", DECIMAL),
          open("channel", TEXT),
          open("shop", TEXT));

  /**
   * Lines of orders; {@code order_key} finds the head within the same source. {@code kind} says
   * what a line is, {@code amount} is given or quantity × unit price. There are more of these than
   * of anything else: what follows from the batch is not said again.
   */
  public static final TableSpec ORDER_LINE =
      TableSpec.derived(
          "quality.order_line",
          open("source", TEXT),
          open("order_key", TEXT),
          open("batch", WHOLE),
          open("line", WHOLE),
          open("line_no", TEXT),
          open("product_code", TEXT),
          open("product_name", TEXT),
          open("category", TEXT),
          open("category_2", TEXT),
          open("category_3", TEXT),
          open("quantity", DECIMAL),
          open("unit_price", DECIMAL),
          open("amount", DECIMAL),
          open("kind", TEXT));

  /** What past campaigns sent, or held back. {@code recipient_key} as an order's buyer_key. */
  public static final TableSpec DELIVERY =
      TableSpec.derived(
          "quality.delivery",
          open("source", TEXT),
          open("feed", TEXT),
          open("record_key", TEXT),
          open("recipient_key", TEXT),
          open("batch", WHOLE),
          open("line", WHOLE),
          open("campaign", TEXT),
          open("arm", TEXT),
          open("channel", TEXT),
          open("sent_at", MOMENT),
          open("status", TEXT),
          open("cost", DECIMAL),
          open("reply", TEXT));

  /**
   * What customers did on pages and in apps, one row an event. {@code customer_key} is the {@code
   * record_key} of who did it, as an order's buyer_key; what the row says of them stands at the
   * end, because there are too many such rows to write it down a second time.
   */
  public static final TableSpec EVENT = deed("quality.event", Standard.EVENT);

  /** Reviews, complaints and answers, as {@link #EVENT}. */
  public static final TableSpec FEEDBACK = deed("quality.feedback", Standard.FEEDBACK);

  /** Movements of points, as {@link #EVENT}. */
  public static final TableSpec POINTS = deed("quality.points", Standard.POINTS);

  /** Coupons that were given out, as {@link #EVENT}. */
  public static final TableSpec COUPON = deed("quality.coupon", Standard.COUPON);

  /** What advertising cost, a row a day and campaign. It has no customers. */
  public static final TableSpec COST =
      TableSpec.derived(
              "quality.cost",
              open("source", TEXT),
              open("feed", TEXT),
              open("batch", WHOLE),
              open("line", WHOLE))
          .and(Standard.columns(Standard.COST));

  /**
   * Values and rows that were refused, one row each: {@code severity} is {@code quarantine} when
   * the landed row is out, {@code warn} when only the value was dropped, {@code remind} when it is
   * as it was, {@code capped} when the clean row says {@code read_as} instead. {@code reason} is a
   * message code, {@code place} the character of the line at which it could not be read on.
   */
  public static final TableSpec QUARANTINE =
      TableSpec.derived(
          "quality.quarantine",
          open("source", TEXT),
          open("feed", TEXT),
          open("batch", WHOLE),
          open("line", WHOLE),
          open("field", TEXT),
          personal("value", TEXT),
          open("severity", TEXT),
          open("reason", TEXT),
          open("place", WHOLE),
          personal("read_as", TEXT));

  /**
   * What became of each landed row: clean, quarantined, merged or superseded. Exactly one. {@code
   * doubtful} names the cells that could not be taken as they stand, as {@link Doubts} reads it; it
   * is 0 for most rows. {@link #QUARANTINE} says what was wrong with them.
   */
  public static final TableSpec FATE =
      TableSpec.derived(
          "quality.fate",
          open("batch", WHOLE),
          open("line", WHOLE),
          open("fate", TEXT),
          open("doubtful", WHOLE));

  /**
   * Of {@link #FATE} the rows of which there is more to say than that they are clean: those with
   * another fate, and those with doubtful cells. The few rows that others have to be told from, in
   * a table of their own: an engine that knows how few they are reads past them instead of
   * gathering all the others first.
   */
  public static final TableSpec MARKED =
      TableSpec.derived(
          "quality.marked",
          open("batch", WHOLE),
          open("line", WHOLE),
          open("fate", TEXT),
          open("doubtful", WHOLE));

  /**
   * What the lines of each order say of the order and of who bought it, where no file of orders
   * does. {@code record_key} is the buyer's, empty when nobody is named.
   */
  public static final TableSpec HEAD =
      TableSpec.derived(
              "quality.head",
              open("source", TEXT),
              open("feed", TEXT),
              open("order_key", TEXT),
              open("record_key", TEXT),
              open("batch", WHOLE),
              open("line", WHOLE),
              open("seen_at", MOMENT),
              open("order_no", TEXT),
              open("ordered_at", MOMENT),
              open("paid_at", MOMENT),
              open("status", TEXT),
              open("amount", DECIMAL),
              open("discount", DECIMAL),
              open("channel", TEXT),
              open("shop", TEXT))
          .and(Standard.columns(Standard.CUSTOMER));

  /**
   * Each row of orders or of deliveries that names a buyer or recipient: what it ({@code ref}) says
   * of them. The records {@code buyer:…} of {@link #CUSTOMER} are made of these and of {@link
   * #HEAD}.
   */
  public static final TableSpec SIGHTING =
      TableSpec.derived(
              "quality.sighting",
              open("source", TEXT),
              open("feed", TEXT),
              open("ref", TEXT),
              open("record_key", TEXT),
              open("batch", WHOLE),
              open("line", WHOLE),
              open("seen_at", MOMENT))
          .and(Standard.columns(Standard.CUSTOMER));

  /**
   * The corrections in force, as the catalog has them: {@code line} is 0 for all rows of the feed
   * that say {@code was} under that heading, or for those of one {@code record_key}, where it is
   * not empty.
   */
  public static final TableSpec CORRECTION =
      TableSpec.derived(
          "quality.correction",
          open("id", TEXT),
          open("source", TEXT),
          open("feed", TEXT),
          open("heading", TEXT),
          open("file_name", TEXT),
          open("line", WHOLE),
          personal("record_key", TEXT),
          personal("was", TEXT),
          personal("becomes", TEXT));

  /** The mapping by which the clean rows of a feed were made, to notice that it has changed. */
  public static final TableSpec FEED =
      TableSpec.derived(
          "quality.feed",
          open("source", TEXT),
          open("feed", TEXT),
          open("grain", TEXT),
          open("fingerprint", TEXT));

  /**
   * Landed rows whose fate the last incremental run looked at anew: those of new batches, and older
   * ones with the same key or of a file with the same name. Empty after a run over everything.
   */
  public static final TableSpec TOUCHED_ROW =
      TableSpec.derived(
          "quality.touched_row",
          open("source", TEXT),
          open("feed", TEXT),
          open("batch", WHOLE),
          open("line", WHOLE));

  /** Orders that came, changed or went in that run, by (source, order_key). */
  public static final TableSpec TOUCHED_ORDER =
      TableSpec.derived(
          "quality.touched_order",
          open("source", TEXT),
          open("feed", TEXT),
          open("order_key", TEXT));

  /** Customer records that came, changed or went in that run, by (source, record_key). */
  public static final TableSpec TOUCHED_RECORD =
      TableSpec.derived(
          "quality.touched_record",
          open("source", TEXT),
          open("feed", TEXT),
          open("record_key", TEXT),
          open("buyer", FLAG));

  public static final List<TableSpec> TABLES =
      List.of(
          CUSTOMER,
          ORDER,
          ORDER_LINE,
          DELIVERY,
          EVENT,
          FEEDBACK,
          POINTS,
          COUPON,
          COST,
          QUARANTINE,
          FATE,
          MARKED,
          HEAD,
          SIGHTING,
          CORRECTION,
          FEED,
          TOUCHED_ROW,
          TOUCHED_ORDER,
          TOUCHED_RECORD);

  /** The entities whose fields stand in a table, where a company may add to them. */
  private static final Map<TableSpec, List<EntityName>> FIELDS =
      Map.ofEntries(
          Map.entry(CUSTOMER, List.of(Standard.CUSTOMER)),
          Map.entry(ORDER, List.of(Standard.ORDER)),
          Map.entry(ORDER_LINE, List.of(Standard.ORDER_LINE)),
          Map.entry(HEAD, List.of(Standard.ORDER, Standard.CUSTOMER)),
          Map.entry(SIGHTING, List.of(Standard.CUSTOMER)),
          Map.entry(DELIVERY, List.of(Standard.DELIVERY)),
          Map.entry(EVENT, List.of(Standard.EVENT)),
          Map.entry(FEEDBACK, List.of(Standard.FEEDBACK)),
          Map.entry(POINTS, List.of(Standard.POINTS)),
          Map.entry(COUPON, List.of(Standard.COUPON)),
          Map.entry(COST, List.of(Standard.COST)));

  private CleanTables() {}

  /** A table of {@link #TABLES} with the columns that this company added. */
  static TableSpec with(TableSpec table, Standard standard) {
    var entities = FIELDS.getOrDefault(table, List.of());
    return table.and(standard.companyColumns(entities.toArray(EntityName[]::new)));
  }

  /** All of {@link #TABLES} as this company has them. */
  public static List<TableSpec> of(Standard standard) {
    return TABLES.stream().map(t -> with(t, standard)).toList();
  }

  /**
   * Who did it: a feedback has a text and a coupon a name, so what is the customer's is called
   * {@code who_…} there.
   */
  private static TableSpec deed(String name, EntityName entity) {
    return TableSpec.derived(
            name,
            open("source", TEXT),
            open("feed", TEXT),
            open("customer_key", TEXT),
            open("batch", WHOLE),
            open("line", WHOLE))
        .and(Standard.columns(entity))
        .and(
            Standard.columns(Standard.CUSTOMER).stream()
                .filter(c -> Standard.WHO.contains(new FieldKey(Standard.CUSTOMER, c.name())))
                .map(c -> new Column(OF_CUSTOMER + c.name(), c.type(), c.sensitivity()))
                .toList());
  }

  /** The table of an entity of {@link Standard#DEEDS}. */
  static TableSpec ofDeed(EntityName entity) {
    return TABLES.stream()
        .filter(t -> t.name().equals(new TableName("quality", entity.value())))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no deed: " + entity));
  }
}
