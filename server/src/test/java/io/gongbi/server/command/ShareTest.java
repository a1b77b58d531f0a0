package io.gongbi.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.Gongbi;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareTest {
  private static final long GIB = 1L << 30;

  @Test
  void share_isHalfOfTheMemory_andNeverNothing() {
    assertThat(Share.of(16 * GIB, 8))
        .isEqualTo(new DuckDbWarehouse.Settings(Optional.of("8192MiB"), Optional.of(8)));
    assertThat(Share.of(GIB / 4, 1))
        .isEqualTo(new DuckDbWarehouse.Settings(Optional.of("256MiB"), Optional.of(1)));
  }

  /** The engine reads it as it is meant: words that it does not know would stop the start. */
  @Test
  void share_isTaken(@TempDir Path folder) {
    try (var gongbi = Gongbi.open(folder, Clock.systemUTC(), Share.of(GIB, 2))) {
      assertThat(gongbi.users().isSetUpNeeded()).isTrue();
    }
  }
}
