package io.gongbi.campaign;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;

import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.TableSpec;
import java.util.List;

/** What campaigns keep: whom each meant at its launch, and what both stores need for it. */
public final class CampaignTables {
  /**
   * Whom a launched campaign means, frozen at launch, with the address and words of that moment.
   * {@code taken}: another of them gets the message under the same address; missing in launches of
   * before this was asked.
   */
  public static final TableSpec AUDIENCE =
      TableSpec.kept(
          "campaign.audience",
          open("campaign", ColumnType.TEXT),
          open("customer_id", ColumnType.WHOLE),
          open("arm", ColumnType.TEXT),
          personal("address", ColumnType.TEXT),
          personal("name", ColumnType.TEXT),
          open("city", ColumnType.TEXT),
          open("level", ColumnType.TEXT),
          open("points", ColumnType.TEXT),
          open("days", ColumnType.TEXT),
          open("product", ColumnType.TEXT),
          open("taken", ColumnType.FLAG));

  /** That a campaign's audience is frozen, committed with it. */
  public static final TableSpec PLAN =
      TableSpec.kept(
          "campaign.plan",
          open("campaign", ColumnType.TEXT),
          open("planned_at", ColumnType.MOMENT));

  public static final List<TableSpec> TABLES = List.of(AUDIENCE, PLAN);

  public static final List<Migration> MIGRATIONS =
      List.of(
          new Migration("warehouse", "campaign", 1, "audience"),
          new Migration("warehouse", "campaign", 2, "words"),
          new Migration("warehouse", "campaign", 3, "taken"));

  public static final List<Migration> CATALOG_MIGRATIONS =
      List.of(
          new Migration("catalog", "campaign", 1, "launch"),
          new Migration("catalog", "campaign", 2, "run"),
          new Migration("catalog", "campaign", 3, "foreseen"),
          new Migration("catalog", "campaign", 4, "words"),
          new Migration("catalog", "campaign", 5, "cost"));

  private CampaignTables() {}
}
