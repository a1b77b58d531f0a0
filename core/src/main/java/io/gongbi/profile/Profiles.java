package io.gongbi.profile;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.DAY;
import static io.gongbi.warehouse.ColumnType.DECIMAL;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.warehouse.TableSpec;
import java.util.List;

/** Customers as people look at them: list, portrait, timeline. */
public final class Profiles {
  /**
   * One row a customer, also of those who never ordered: for them the counts and sums are 0 and the
   * days of orders are empty. {@code sources} and {@code records} are counts.
   */
  public static final TableSpec CUSTOMER =
      TableSpec.derived(
          "profile.customer",
          open("customer_id", WHOLE),
          personal("name", TEXT),
          personal("phone", TEXT),
          personal("email", TEXT),
          personal("member_card", TEXT),
          personal("platform_id", TEXT),
          open("gender", TEXT),
          personal("birthday", DAY),
          open("country", TEXT),
          open("province", TEXT),
          open("city", TEXT),
          open("level", TEXT),
          open("points", DECIMAL),
          open("registered_at", MOMENT),
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
          open("net_revenue", DECIMAL));

  /**
   * Every value that any record offers for a field of a customer, which one stands in {@link
   * #CUSTOMER}, and why. {@code open_value} repeats the value of fields that are not personal, so
   * that masks hide phones here without hiding cities.
   */
  public static final TableSpec LINEAGE =
      TableSpec.derived(
          "profile.lineage",
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
          open("channel", TEXT));

  /** What a customer did or received, one row each: the matter of funnels and the timeline. */
  public static final TableSpec EVENT =
      TableSpec.derived(
          "profile.event",
          open("customer_id", WHOLE),
          open("name", TEXT),
          open("happened_at", MOMENT),
          open("day", DAY),
          open("amount", DECIMAL),
          open("source", TEXT),
          open("ref", TEXT));

  public static final List<TableSpec> TABLES = List.of(CUSTOMER, LINEAGE, ORDER, EVENT);

  private Profiles() {}
}
