package io.gongbi;

import io.gongbi.access.Users;
import io.gongbi.campaign.CampaignTables;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.Ledger;
import io.gongbi.identity.Identities;
import io.gongbi.profile.ProfileTables;
import io.gongbi.quality.CleanTables;
import io.gongbi.quality.Scores;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Runs;
import io.gongbi.segment.Segments;
import io.gongbi.source.ImportLog;
import io.gongbi.source.Sources;
import io.gongbi.standard.Standard;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.TableSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the stores of a folder hold: the tables and migrations of all concepts, in the order of the
 * house.
 */
final class Schema {
  static final List<Migration> WAREHOUSE_MIGRATIONS =
      Stream.of(
              Refresher.MIGRATIONS,
              Sources.MIGRATIONS,
              Scores.MIGRATIONS,
              Identities.MIGRATIONS,
              Traits.MIGRATIONS,
              Segments.MIGRATIONS,
              CampaignTables.MIGRATIONS)
          .flatMap(List::stream)
          .toList();

  static final List<Migration> CATALOG_MIGRATIONS =
      Stream.of(
              Users.MIGRATIONS,
              Runs.MIGRATIONS,
              ImportLog.MIGRATIONS,
              Ledger.MIGRATIONS,
              CampaignTables.CATALOG_MIGRATIONS)
          .flatMap(List::stream)
          .toList();

  private Schema() {}

  /**
   * Every table of the warehouse that is declared in code, with the columns of fields that the
   * company added.
   */
  static List<TableSpec> tables(Standard standard) {
    return Stream.of(
            Refresher.TABLES,
            Sources.TABLES,
            CleanTables.of(standard),
            Scores.TABLES,
            Identities.TABLES,
            ProfileTables.of(standard),
            Traits.TABLES,
            Segments.TABLES,
            Deliveries.TABLES,
            CampaignTables.TABLES)
        .flatMap(List::stream)
        .toList();
  }
}
