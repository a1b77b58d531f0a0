package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.RunId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/** Launches, in the catalog. */
final class LaunchQuery {
  private LaunchQuery() {}

  static final Sql UNFINISHED =
      Sql.of("select campaign from campaign_launch where entered_at is null order by launched_at");

  static Sql find(DefinitionId id) {
    return Sql.of(
            """
            select launched_by, launched_at, entered_at, run
            from campaign_launch
            where campaign = #id
            """)
        .with("id", Value.of(id.key()));
  }

  static Sql begin(DefinitionId id, UserId by, Instant now) {
    return Sql.of(
            """
            insert into campaign_launch (campaign, launched_by, launched_at)
            values (#id, #by, #now)
            """)
        .with("id", Value.of(id.key()))
        .with("by", Value.of(by.value()))
        .with("now", Value.of(now));
  }

  static Sql by(DefinitionId id, RunId run) {
    return Sql.of("update campaign_launch set run = #run where campaign = #id")
        .with("id", Value.of(id.key()))
        .with("run", Value.of(run.value()));
  }

  static Sql entered(DefinitionId id, Instant now) {
    return Sql.of("update campaign_launch set entered_at = #now where campaign = #id")
        .with("id", Value.of(id.key()))
        .with("now", Value.of(now));
  }
}
