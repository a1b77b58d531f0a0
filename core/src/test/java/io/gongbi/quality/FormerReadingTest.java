package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestCompany;
import io.gongbi.refresh.Refresher;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders from before a word was known: what landed then is read once more by what is known now.
 */
final class FormerReadingTest {
  private static final String LOG =
      """
      活动 手机号      组别 发送时间            状态
      春季 13900000001 发送 2026-02-01_10:00:00 送达
      春季 13900000002 发送 2026-02-01_10:00:00 接收成功
      春季 13900000003 发送 2026-02-01_10:00:00 ACCEPTD
      春季 13900000004 发送 2026-02-01_10:00:00 等待回执
      春季 13900000005 发送 2026-02-01_10:00:00 REJECTD
      春季 13900000006 发送 2026-02-01_10:00:00 EXPIRED
      春季 13900000007 发送 2026-02-01_10:00:00 接收失败
      春季 13900000008 对照 2026-02-01_10:00:00 未发送
      """;

  private static final String STATES =
      "select l.state, count(*) as n from {delivery.logged} l group by l.state order by l.state";

  @TempDir Path folder;

  /** Cleaning in its version 8 knew 送达 and 未发送 of these words. */
  @Test
  void wordsOfAStatus_learntSince_areReadInWhatLandedBefore() {
    try (var company = new TestCompany(folder, "2026-03-15T04:00:00Z")) {
      company.sends(LOG);
      company.refresh();
      try (var write = company.gongbi.warehouse().write(Set.of("quality", "refresh", "delivery"))) {
        var delivery =
            """
            select d.* replace (
              case when d.status in ('delivered', 'control') and d.line in (2, 9) then d.status end as status)
            from {quality.delivery} d
            """;
        write.replace(CleanTables.DELIVERY, new Slice.Whole(), Sql.of(delivery), View.everything());
        var step =
            """
            select s.* replace (case when s.name = 'quality.clean' then 8 else s.version end as version)
            from {refresh.step} s
            """;
        write.replace(Refresher.STEP, new Slice.Whole(), Sql.of(step), View.everything());
        write.commit();
      }
      assertThat(company.gongbi.refresher().isDue()).isTrue();
      company.refresh();
      assertThat(company.rows(STATES))
          .containsExactly("DELIVERED 2", "FAILED 3", "HELD_OUT 1", "SENT 2");
    }
  }
}
