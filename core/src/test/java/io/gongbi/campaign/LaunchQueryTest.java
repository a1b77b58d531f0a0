package io.gongbi.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.catalog.Violation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Launches in the log of promises, on both engines of the catalog. */
final class LaunchQueryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final UserId LIN = new UserId("lin");

  @TempDir Path folder;

  private static DefinitionId id(String key) {
    return Campaigns.KIND.id(key);
  }

  private static List<String> unfinished(Catalog catalog) {
    return catalog.read(
        t -> t.query(LaunchQuery.UNFINISHED).stream().map(r -> r.text("campaign")).toList());
  }

  /** c1 was launched after c2; c2 then enters the last of its audience. */
  @ParameterizedTest
  @EnumSource
  void launch_isUnfinished_untilEverybodyIsEntered(CatalogEngine engine) {
    try (var catalog =
        engine
            .store(folder)
            .open(CampaignTables.CATALOG_MIGRATIONS, Clock.fixed(NOON, ZoneOffset.UTC))) {
      catalog.run(
          t -> {
            t.write(LaunchQuery.begin(id("c1"), LIN, "上新", NOON.plusSeconds(60)));
            t.write(LaunchQuery.begin(id("c2"), LIN, "上新", NOON));
          });
      assertThat(unfinished(catalog)).containsExactly("c2", "c1");
      catalog.run(t -> t.write(LaunchQuery.entered(id("c2"), NOON.plusSeconds(90))));
      assertThat(unfinished(catalog)).containsExactly("c1");
      var launch = catalog.read(t -> t.query(LaunchQuery.find(id("c2")))).only();
      assertThat(launch.text("launched_by")).isEqualTo("lin");
      assertThat(launch.moment("launched_at")).isEqualTo(NOON);
      assertThat(launch.momentIfAny("entered_at")).contains(NOON.plusSeconds(90));
      assertThat(catalog.read(t -> t.query(LaunchQuery.find(id("c3")))).size()).isZero();
      assertThatThrownBy(
              () -> catalog.run(t -> t.write(LaunchQuery.begin(id("c1"), LIN, "上新", NOON))))
          .isInstanceOf(Violation.class);
    }
  }
}
