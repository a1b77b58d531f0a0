package io.gongbi.profile;

import static io.gongbi.profile.Survivorship.Rule.EARLIEST;
import static io.gongbi.profile.Survivorship.Rule.LATEST;
import static io.gongbi.profile.Survivorship.Rule.MOST_COMPLETE;
import static io.gongbi.profile.Survivorship.Rule.MOST_FREQUENT;
import static io.gongbi.profile.Survivorship.Rule.MOST_TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.identity.Ground;
import io.gongbi.refresh.Delta;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person, told of by three systems and a parcel, put together by rules that people choose. */
final class SurvivorshipTest {
  @TempDir Path folder;
  private Ground given;

  /**
   * One phone, so one person. 王芳 stands in two records, 王方 in two, 芳芳 in one. M1 fills name, phone,
   * level, occupation and when she registered; u1 and u2 fill less; buyer:9 is a parcel.
   */
  @BeforeEach
  void open() {
    given = new Ground(folder);
    given.customers(
        1,
        """
        source record_key name phone       level occupation seen_at          registered_at
        crm    M1         王芳 13900000001 金卡  教师       2026-01-01T00:00 2025-02-01T00:00
        mini   m7         芳芳 13900000001 普通  -          2026-04-01T00:00 -
        shop   u1         王方 13900000001 银卡  -          2026-02-01T00:00 2024-01-01T00:00
        shop   u2         王方 13900000001 -     会计       2026-03-01T00:00 -
        shop   buyer:9    王芳 13900000001 -     -          2026-05-01T00:00 -
        """);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private List<String> conflict(
      String field, Map<String, Survivorship.Rule> rules, String... trusted) {
    given.run(
        ProfileStepsTest.steps(given, new Survivorships(rules, List.of(trusted))),
        new Delta.Everything());
    return given.rows(
        """
        select k.value, k.source, k.record_key, k.chosen, k.why
        from {profile.conflict} k
        where k.field = '%s'
        order by k.chosen desc nulls last, k.source nulls last, k.record_key nulls last
        """
            .formatted(field));
  }

  @Test
  void mostTrusted_takesWhatTheFirstSourceSays_howeverOld() {
    assertThat(conflict("level", Map.of("level", MOST_TRUSTED), "crm", "mini"))
        .containsExactly(
            "金卡 crm M1 true profile.why-trusted",
            "普通 mini m7 false profile.why-less-trusted",
            "银卡 shop u1 false profile.why-less-trusted");
    assertThat(given.rows("select c.level from {profile.customer} c")).containsExactly("金卡");
  }

  /** The one source that is ranked says nothing of her: of the others the later one stands. */
  @Test
  void sourcesThatNobodyRanked_comeLast_andAreAlike() {
    assertThat(conflict("level", Map.of("level", MOST_TRUSTED), "tmall"))
        .containsExactly(
            "普通 mini m7 true profile.why-latest",
            "金卡 crm M1 false profile.why-older",
            "银卡 shop u1 false profile.why-older");
  }

  /** Within the trusted shop it is her own record first, and of those the later. */
  @Test
  void mostTrusted_ofOneSource_isWhatWasSeenLastOfItsOwnRecords() {
    assertThat(conflict("name", Map.of("name", MOST_TRUSTED), "shop"))
        .containsExactly(
            "王方 shop u2 true profile.why-own-record",
            "王芳 crm M1 false profile.why-less-trusted",
            "芳芳 mini m7 false profile.why-less-trusted",
            "王芳 shop buyer:9 false profile.why-from-order",
            "王方 shop u1 false profile.why-same");
  }

  @Test
  void latest_takesWhatWasSeenLast_ofOwnRecords() {
    assertThat(conflict("name", Map.of("name", LATEST)))
        .containsExactly(
            "芳芳 mini m7 true profile.why-latest",
            "王芳 crm M1 false profile.why-older",
            "王芳 shop buyer:9 false profile.why-from-order",
            "王方 shop u1 false profile.why-older",
            "王方 shop u2 false profile.why-older");
  }

  /** Two against two: the company trusts the crm more, and says nothing of it without an order. */
  @Test
  void mostFrequent_leavesATie_toTheMoreTrustedSource_thenToTheLater() {
    assertThat(conflict("name", Map.of(), "crm"))
        .containsExactly(
            "王芳 crm M1 true profile.why-trusted",
            "芳芳 mini m7 false profile.why-less-frequent",
            "王芳 shop buyer:9 false profile.why-same",
            "王方 shop u1 false profile.why-less-trusted",
            "王方 shop u2 false profile.why-less-trusted");
    assertThat(conflict("name", Map.of()))
        .containsExactly(
            "王方 shop u2 true profile.why-latest",
            "王芳 crm M1 false profile.why-older",
            "芳芳 mini m7 false profile.why-less-frequent",
            "王芳 shop buyer:9 false profile.why-from-order",
            "王方 shop u1 false profile.why-same");
  }

  /** M1 fills five fields, u1 four, m7 three: the level of M1 stands, though it is the oldest. */
  @Test
  void mostComplete_takesTheFullestRecord() {
    assertThat(conflict("level", Map.of("level", MOST_COMPLETE)))
        .containsExactly(
            "金卡 crm M1 true profile.why-fullest",
            "普通 mini m7 false profile.why-less-full",
            "银卡 shop u1 false profile.why-less-full");
  }

  /** Registered first in the shop, in 2024; by the crm, which is trusted, in 2025. */
  @Test
  void earliest_asksNobodyWhomTheyTrust_untilTheRuleSaysSo() {
    assertThat(conflict("registered_at", Map.of("registered_at", EARLIEST), "crm"))
        .containsExactly(
            "2023-12-31 16:00:00 shop u1 true profile.why-earliest",
            "2025-01-31 16:00:00 crm M1 false profile.why-not-earliest");
    assertThat(conflict("registered_at", Map.of("registered_at", MOST_TRUSTED), "crm"))
        .containsExactly(
            "2025-01-31 16:00:00 crm M1 true profile.why-trusted",
            "2023-12-31 16:00:00 shop u1 false profile.why-less-trusted");
    assertThat(given.rows("select c.registered_day from {profile.customer} c"))
        .containsExactly("2025-02-01");
  }

  /** Seen in the same moment: trust decides what the time leaves equal, else the least source. */
  @Test
  void latest_leavesOneMoment_toTrust_andElseNamesTheTie() {
    given.customers(
        2,
        """
        source record_key name phone       level seen_at
        crm    A1         李雷 13900000002 金卡  2026-01-01T00:00
        shop   b1         李雷 13900000002 银卡  2026-01-01T00:00
        """);
    assertThat(conflict("level", Map.of(), "shop"))
        .contains(
            "银卡 shop b1 true profile.why-trusted", "金卡 crm A1 false profile.why-less-trusted");
    assertThat(conflict("level", Map.of()))
        .contains("金卡 crm A1 true profile.why-tie", "银卡 shop b1 false profile.why-tied");
  }

  /** Whatever a process's hash seeds are: what is stored as a version is read by the next one. */
  @Test
  void fingerprint_tellsChoicesApart_andIsTheSameEverywhere() {
    assertThat(Survivorships.USUAL.fingerprint()).isEqualTo(2);
    assertThat(new Survivorships(Map.of("name", MOST_FREQUENT), List.of()))
        .isEqualTo(Survivorships.USUAL);
    var swapped =
        List.of(
            new Survivorships(Map.of("phone", MOST_FREQUENT, "email", MOST_COMPLETE), List.of()),
            new Survivorships(Map.of("phone", MOST_COMPLETE, "email", MOST_FREQUENT), List.of()),
            new Survivorships(Map.of(), List.of("crm", "shop")),
            new Survivorships(Map.of(), List.of("shop", "crm")));
    assertThat(swapped).extracting(Survivorships::fingerprint).doesNotHaveDuplicates();
  }
}
