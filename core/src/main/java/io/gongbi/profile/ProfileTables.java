package io.gongbi.profile;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.DAY;
import static io.gongbi.warehouse.ColumnType.DECIMAL;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.standard.CompanyField;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Imputed;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables of customers as people look at them: one row a customer, and what each of them bought,
 * did and is called by whom. A company's own fields stand in them as columns of their own.
 */
public final class ProfileTables {
  /**
   * One row a customer, also of those who never ordered: for them the counts and sums are 0 and the
   * days of orders are empty. {@code sources} and {@code records} are counts. What was inferred of
   * a field that nobody filled stands beside it ({@link Imputed}), never in it.
   */
  public static final TableSpec CUSTOMER =
      TableSpec.derived("profile.customer", open("customer_id", WHOLE))
          .and(Standard.columns(Standard.CUSTOMER))
          .and(
              List.of(
                  open("registered_day", DAY),
                  open("sources", WHOLE),
                  open("records", WHOLE),
                  open("first_order_day", DAY),
                  open("last_order_day", DAY),
                  open("orders", WHOLE),
                  open("purchase_days", WHOLE),
                  open("items", DECIMAL),
                  open("revenue", DECIMAL),
                  open("refunds", DECIMAL),
                  open("net_revenue", DECIMAL)))
          .and(imputed(Standard.columns(Standard.CUSTOMER)));

  /**
   * What each record says of its customer: a row a record, those of one customer beside each other.
   */
  public static final TableSpec RECORD =
      TableSpec.derived(
              "profile.record",
              open("customer_id", WHOLE),
              open("source", TEXT),
              open("record_key", TEXT),
              open("batch", WHOLE),
              open("line", WHOLE),
              open("seen_at", MOMENT))
          .and(Standard.columns(Standard.CUSTOMER));

  /**
   * The fields of which a customer's records say different things: every value that is offered,
   * which one stands in {@link #CUSTOMER}, and why. {@code open_value} repeats the value of fields
   * that are not personal, so that masks hide phones here without hiding cities.
   */
  public static final TableSpec CONFLICT =
      TableSpec.derived(
          "profile.conflict",
          open("customer_id", WHOLE),
          open("field", TEXT),
          personal("value", TEXT),
          open("open_value", TEXT),
          open("source", TEXT),
          open("record_key", TEXT),
          open("batch", WHOLE),
          open("line", WHOLE),
          open("chosen", FLAG),
          open("why", TEXT));

  /**
   * Money that came and money that went back: a sale has an amount above 0, a return one below. An
   * anonymous sale has no customer.
   */
  public static final TableSpec ORDER =
      TableSpec.derived(
          "profile.order",
          open("customer_id", WHOLE),
          open("source", TEXT),
          open("order_key", TEXT),
          open("order_no", TEXT),
          open("kind", TEXT),
          open("status", TEXT),
          open("happened_at", MOMENT),
          open("day", DAY),
          open("amount", DECIMAL),
          open("items", DECIMAL),
          open("channel", TEXT),
          open("shop", TEXT));

  /**
   * The goods of what {@link #ORDER} counts, one row a line of an order: of a sale with quantity
   * and amount above 0, of a return below. Postage, discounts and fees are no goods. An order whose
   * file has no lines has none here.
   */
  public static final TableSpec ITEM =
      TableSpec.derived(
          "profile.item",
          open("customer_id", WHOLE),
          open("source", TEXT),
          open("order_key", TEXT),
          open("kind", TEXT),
          open("happened_at", MOMENT),
          open("day", DAY),
          open("product_code", TEXT),
          open("product_name", TEXT),
          open("category", TEXT),
          open("category_2", TEXT),
          open("category_3", TEXT),
          open("quantity", DECIMAL),
          open("amount", DECIMAL),
          open("channel", TEXT));

  /**
   * What a customer did or received, one row each: the matter of funnels and the timeline. {@code
   * ref} is the number that its source gives it; where it gives none, {@code batch} and {@code
   * line} say where it stands.
   */
  public static final TableSpec EVENT =
      TableSpec.derived(
          "profile.event",
          open("customer_id", WHOLE),
          open("name", TEXT),
          open("happened_at", MOMENT),
          open("day", DAY),
          open("amount", DECIMAL),
          open("source", TEXT),
          open("ref", TEXT),
          open("batch", WHOLE),
          open("line", WHOLE),
          open("channel", TEXT),
          open("product_code", TEXT),
          open("product_name", TEXT),
          open("category", TEXT),
          open("category_2", TEXT),
          open("category_3", TEXT),
          open("keyword", TEXT),
          open("page", TEXT),
          open("topic", TEXT),
          open("score", DECIMAL),
          open("points", DECIMAL),
          open("seconds", DECIMAL),
          personal("text", TEXT));

  /** What advertising cost, a row a day, channel and campaign. It belongs to no customer. */
  public static final TableSpec COST =
      TableSpec.derived("profile.cost", open("source", TEXT)).and(Standard.columns(Standard.COST));

  /** Who referred whom, as far as members said so and it can be told. */
  public static final TableSpec REFERRAL =
      TableSpec.derived("profile.referral", open("customer_id", WHOLE), open("referrer_id", WHOLE));

  /**
   * Customers whose card several people seem to use, or whom somebody has judged: what its use came
   * to, which signs it shows ({@link CardSign}), the verdict, whether a list that is asked for
   * without such cards leaves it out, and whether all figures do ({@link LeftOut}).
   */
  public static final TableSpec CARD =
      TableSpec.derived(
          "profile.card",
          open("customer_id", WHOLE),
          open("shops", WHOLE),
          open("shop_orders", WHOLE),
          open("home_orders", WHOLE),
          open("two_shop_days", WHOLE),
          open("busiest_month", WHOLE),
          open("busiest_day", WHOLE),
          open("people", WHOLE),
          open("many_shops", FLAG),
          open("no_home_shop", FLAG),
          open("two_shops_a_day", FLAG),
          open("often", FLAG),
          open("crowded_day", FLAG),
          open("several_people", FLAG),
          open("verdict", TEXT),
          open("left_out", FLAG),
          open("outside", FLAG));

  /**
   * How right each rule of {@link Imputation} is, as the last run measured it on known values that
   * it hid from the rule; {@code filled} customers have a value by it. See {@link Accuracy}.
   */
  public static final TableSpec IMPUTATION =
      TableSpec.derived(
          "profile.imputation",
          open("field", TEXT),
          open("version", WHOLE),
          open("known", WHOLE),
          open("missing", WHOLE),
          open("hidden", WHOLE),
          open("answered", WHOLE),
          open("hits", WHOLE),
          open("usual_hits", WHOLE),
          open("closer", WHOLE),
          open("farther", WHOLE),
          open("error", ColumnType.REAL),
          open("usual_error", ColumnType.REAL),
          open("filled", WHOLE));

  /** The customers whose imputed values the last run changed. */
  public static final TableSpec REFILLED =
      TableSpec.derived("profile.refilled", open("customer_id", WHOLE));

  public static final List<TableSpec> TABLES =
      List.of(
          CUSTOMER,
          RECORD,
          CONFLICT,
          ORDER,
          ITEM,
          EVENT,
          COST,
          REFERRAL,
          CARD,
          IMPUTATION,
          REFILLED);

  /** What rows of {@link #EVENT} are made of that a company may add to: deeds, and messages. */
  static final List<EntityName> OF_EVENTS =
      Stream.concat(Standard.DEEDS.stream(), Stream.of(Standard.DELIVERY)).toList();

  /** The entities whose fields stand in a table, where a company may add to them. */
  private static final Map<TableSpec, List<EntityName>> FIELDS =
      Map.of(
          CUSTOMER, List.of(Standard.CUSTOMER),
          RECORD, List.of(Standard.CUSTOMER),
          ORDER, List.of(Standard.ORDER),
          ITEM, List.of(Standard.ORDER_LINE),
          EVENT, OF_EVENTS,
          COST, List.of(Standard.COST));

  private ProfileTables() {}

  /** A table of {@link #TABLES} with the columns that this company added. */
  static TableSpec with(TableSpec table, Standard standard) {
    var entities = FIELDS.getOrDefault(table, List.of());
    var added = standard.companyColumns(entities.toArray(EntityName[]::new));
    return table.name().equals(CUSTOMER.name())
        ? table.and(added).and(imputed(added))
        : table.and(added);
  }

  /** A column for the guesses of each field that may be inferred, as careful as the field's own. */
  private static List<Column> imputed(List<Column> fields) {
    return fields.stream()
        .filter(Imputations::mayBe)
        .map(c -> new Column(Imputed.column(c.name()), c.type(), c.sensitivity()))
        .toList();
  }

  /** All of {@link #TABLES} as this company has them. */
  public static List<TableSpec> of(Standard standard) {
    return TABLES.stream().map(t -> with(t, standard)).toList();
  }

  /** The columns of a table that a company added. */
  static List<String> added(TableSpec table) {
    return table.columns().stream().map(Column::name).filter(CompanyField::isOne).toList();
  }

  /** A value of this type that is missing. */
  static String nothing(ColumnType type) {
    return switch (type) {
      case TEXT -> "cast(null as varchar)";
      case DAY -> "cast(null as date)";
      case MOMENT -> "cast(null as timestamp)";
      case DECIMAL -> "cast(null as decimal(18,4))";
      case WHOLE, REAL, FLAG, TEXT_LIST ->
          throw new IllegalArgumentException("no field is so: " + type);
    };
  }
}
