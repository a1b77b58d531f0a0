package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.TableSpec;
import java.util.List;

/** Which records are one customer, and who a former id is today. */
public final class Identities {
  /**
   * Whose each cleaned record is. A record that belongs to nobody else is a customer of its own.
   */
  public static final TableSpec MEMBER =
      TableSpec.derived(
          "identity.member",
          open("source", TEXT),
          open("record_key", TEXT),
          open("customer_id", WHOLE));

  /**
   * The identifiers by which records were brought together: 13900000001 on three records is three
   * rows, each with {@code records_sharing} 3. A value on one record only is 1; a generic value is
   * not here, but in {@link #GENERIC}.
   */
  public static final TableSpec EVIDENCE =
      TableSpec.derived(
          "identity.evidence",
          open("source", TEXT),
          open("record_key", TEXT),
          open("customer_id", WHOLE),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("records_sharing", WHOLE));

  /** Values that too many records or names hold to mean one person, and why they were ignored. */
  public static final TableSpec GENERIC =
      TableSpec.derived(
          "identity.generic",
          open("scope", TEXT),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("records", WHOLE),
          open("names", WHOLE),
          open("reason", TEXT));

  /** The customers whose records changed in the last run, old and new ids both. */
  public static final TableSpec TOUCHED =
      TableSpec.derived("identity.touched", open("customer_id", WHOLE));

  /** The last id of every record ever seen, also of records that are gone: they may come back. */
  public static final TableSpec ASSIGNMENT =
      TableSpec.kept(
          "identity.assignment",
          open("source", TEXT),
          open("record_key", TEXT),
          open("customer_id", WHOLE),
          open("since", MOMENT));

  /** Who a former id is today; one row a former id, and {@code now_id} is never one itself. */
  public static final TableSpec ALIAS =
      TableSpec.kept(
          "identity.alias",
          open("customer_id", WHOLE),
          open("now_id", WHOLE),
          open("since", MOMENT));

  public static final List<TableSpec> TABLES =
      List.of(MEMBER, EVIDENCE, GENERIC, TOUCHED, ASSIGNMENT, ALIAS);

  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("warehouse", "identity", 1, "assignment"));

  private Identities() {}
}
