package io.gongbi.source;

import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder into which files of members land, and what has landed. */
abstract class LandingFolder {
  static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  Warehouse warehouse;
  Landing landing;

  @BeforeEach
  void open() {
    warehouse =
        DuckDbWarehouse.open(
            folder, Sources.TABLES, Sources.MIGRATIONS, DuckDbWarehouse.Settings.DEFAULT);
    landing = new Landing(warehouse, folder.resolve("incoming"), NOON);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  Landing.Batch land(String name, String text, Layout layout, String... columns)
      throws IOException {
    var file =
        Files.write(folder.resolve("upload"), text.getBytes(Charset.forName(layout.encoding())));
    return TestLanding.land(
        landing, file, name, CrmMembers.columns(layout, columns), false, Progress.NONE);
  }

  List<String> landed() {
    return warehouse
        .query(
            Sql.of(
                """
                select t.batch, t.line, t.unreadable, t.raw, columns('c[0-9]+')
                from {source.crm_members} t
                order by t.batch nulls last,
                         t.line nulls last
                """),
            View.everything())
        .stream()
        .map(r -> String.join("|", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }
}
