package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.RunId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** Launches, in the catalog. */
final class LaunchQuery {
  private LaunchQuery() {}

  static final Sql UNFINISHED =
      Sql.of("select campaign from campaign_launch where entered_at is null order by launched_at");

  static Sql find(DefinitionId id) {
    return Sql.of(
            """
            select l.launched_by,
                   l.launched_at,
                   l.entered_at,
                   l.run,
                   l.words,
                   l.resumes_at,
                   f.metric,
                   f.history,
                   f.base,
                   f.worth,
                   f.detectable,
                   f.alpha,
                   f.chance,
                   f.is_knowingly
            from campaign_launch l
            left join campaign_foreseen f on f.campaign = l.campaign
            where l.campaign = #id
            """)
        .with("id", Value.of(id.key()));
  }

  static Sql begin(DefinitionId id, UserId by, String words, Instant now) {
    return Sql.of(
            """
            insert into campaign_launch (campaign, launched_by, launched_at, words)
            values (#id, #by, #now, #words)
            """)
        .with("words", Value.of(words))
        .with("id", Value.of(id.key()))
        .with("by", Value.of(by.value()))
        .with("now", Value.of(now));
  }

  static Sql foreseen(DefinitionId id, Foreseen foreseen) {
    return Sql.of(
            """
            insert into campaign_foreseen
              (campaign, metric, history, base, worth, detectable, alpha, chance, is_knowingly)
            values
              (#id, #metric, #history, #base, #worth, #detectable, #alpha, #chance, #knowingly)
            """)
        .with("id", Value.of(id.key()))
        .with("metric", Value.of(foreseen.metric().name()))
        .with("history", Value.of(foreseen.history()))
        .with("base", decimal(foreseen.base()))
        .with("worth", decimal(foreseen.worth()))
        .with(
            "detectable",
            foreseen.detectable().isPresent()
                ? decimal(foreseen.detectable().getAsDouble())
                : Value.missing())
        .with("alpha", decimal(foreseen.power().alpha()))
        .with("chance", decimal(foreseen.power().chance()))
        .with("knowingly", Value.of(foreseen.knowingly()));
  }

  /** The catalog keeps four places: a hundredth of a point, a hundredth of a cent. */
  private static Value decimal(double number) {
    return Value.of(BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN));
  }

  static Sql by(DefinitionId id, RunId run) {
    return Sql.of("update campaign_launch set run = #run where campaign = #id")
        .with("id", Value.of(id.key()))
        .with("run", Value.of(run.value()));
  }

  /** Those for whom the hour has come. */
  static Sql due(Instant now) {
    return Sql.of(
            """
            select campaign
            from campaign_launch
            where entered_at is null and resumes_at <= #now
            order by launched_at
            """)
        .with("now", Value.of(now));
  }

  static Sql waits(DefinitionId id, Optional<Instant> until) {
    return Sql.of("update campaign_launch set resumes_at = #until where campaign = #id")
        .with("id", Value.of(id.key()))
        .with("until", until.map(Value::of).orElse(Value.missing()));
  }

  static Sql entered(DefinitionId id, Instant now) {
    return Sql.of("update campaign_launch set entered_at = #now where campaign = #id")
        .with("id", Value.of(id.key()))
        .with("now", Value.of(now));
  }
}
