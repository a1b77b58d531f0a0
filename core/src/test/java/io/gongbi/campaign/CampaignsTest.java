package io.gongbi.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.Gongbi;
import io.gongbi.MovingClock;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.file.FileChannel;
import io.gongbi.condition.Condition;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.experiment.Experiment;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.Profiles;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty customers, 1 … 40; the even ones live in 上海, the others in 北京; number 40 has no phone. */
final class CampaignsTest {
  private static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());
  private static final Viewer SHANGHAI =
      new Viewer(
          new UserId("mei"),
          new Role(
              "shanghai",
              Set.of(Right.VIEW, Right.DEFINE, Right.SEND),
              new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")),
              false,
              Set.of()));

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock("2026-03-01T04:00:00Z");
  private Gongbi gongbi;
  private long runs;

  @BeforeEach
  void open() {
    gongbi = Gongbi.open(folder, clock);
    // Whatever follows from landed rows is up to date before rows are put in by hand.
    refresh();
    var rows = new ArrayList<Map<String, Value>>();
    for (long id = 1; id <= 40; id++) {
      var row = new HashMap<String, Value>();
      row.put("customer_id", Value.of(id));
      row.put("name", Value.of("客户" + id));
      row.put("city", Value.of(id % 2 == 0 ? "上海" : "北京"));
      if (id < 40) row.put("phone", Value.of("139%08d".formatted(id)));
      rows.add(row);
    }
    put(Profiles.CUSTOMER, rows);
  }

  @AfterEach
  void close() {
    gongbi.close();
  }

  private void refresh() {
    gongbi.refresher().refresh(new RunId(--runs), clock.instant(), false, Progress.NONE);
  }

  /** Waits for the run that counts what was saved last. */
  private void counted() {
    var run = gongbi.runs().await(gongbi.runs().latest(1).getFirst().id());
    assertThat(run.faults()).isEmpty();
  }

  private void put(TableSpec table, List<Map<String, Value>> rows) {
    try (var write = gongbi.warehouse().write(Set.of(table.name().concept()))) {
      write.append(
          table,
          new Table(
              table.columns(),
              rows.stream()
                  .map(
                      r ->
                          table.columns().stream()
                              .map(c -> r.getOrDefault(c.name(), Value.missing()))
                              .toList())
                  .toList()));
      write.commit();
    }
  }

  private static Map<String, Value> sale(long customer, String amount, Instant at) {
    return Map.of(
        "customer_id", Value.of(customer),
        "kind", Value.of(new BigDecimal(amount).signum() > 0 ? "sale" : "return"),
        "order_no", Value.of("o" + customer),
        "happened_at", Value.of(at),
        "day", Value.of(LocalDate.ofInstant(at, java.time.ZoneOffset.ofHours(8))),
        "amount", Value.of(new BigDecimal(amount)));
  }

  private CampaignView draft(Viewer by, int controlPerMille) {
    var segment = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone());
    counted();
    var campaign =
        new Campaign(
            new Reach.Own(
                segment.id(),
                "file",
                "{name}，您好，{city}门店上新",
                controlPerMille,
                new BigDecimal("0.10")),
            14,
            new BigDecimal("0.30"));
    var definition = gongbi.campaigns().add(by, Label.typed("上新"), campaign);
    return gongbi.campaigns().get(definition.id(), gongbi.asOf());
  }

  private Run launch(CampaignView campaign, Viewer by) {
    return gongbi.runs().await(gongbi.campaigns().launch(campaign.definition().id(), by));
  }

  private static boolean heldOut(CampaignView campaign, long customer) {
    return Campaign.experiment(campaign.definition().id(), 500)
        .armOf(new CustomerId(customer))
        .control();
  }

  @Test
  void launch_entersEverybody_andWritesAListOfTheTreated() throws Exception {
    var campaign = draft(LIN, 500);
    assertThat(campaign.state()).isEqualTo(CampaignState.DRAFT);
    assertThat(launch(campaign, LIN).state()).isEqualTo(Run.State.DONE);
    var expected = new TreeSet<String>();
    long control = 0;
    for (long id = 1; id <= 40; id++) {
      if (heldOut(campaign, id)) control++;
      else if (id < 40) {
        expected.add(
            "139%08d|客户%d|客户%d，您好，%s门店上新".formatted(id, id, id, id % 2 == 0 ? "上海" : "北京"));
      }
    }
    var found = new TreeSet<String>();
    for (var part : FileChannel.parts(gongbi.deliveries().place(campaign.definition().id()))) {
      for (var line : Files.readAllLines(part)) {
        var cells = line.substring(1, line.length() - 1).split("\",\"");
        found.add(cells[1] + "|" + cells[2] + "|" + cells[3]);
      }
    }
    assertThat(found).isEqualTo(expected);
    var entries = gongbi.deliveries().ledger().counts(campaign.definition().id());
    assertThat(entries.get(LedgerEntry.State.SENT)).isEqualTo(expected.size());
    assertThat(entries.get(LedgerEntry.State.HELD_OUT)).isEqualTo(control);
    assertThat(entries.values().stream().mapToLong(n -> n).sum()).isEqualTo(40);
    assertThatThrownBy(() -> launch(campaign, LIN))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.launched");
  }

  @Test
  void launch_reachesOnlyCustomersInSight_withAddressesInClear() {
    var campaign = draft(SHANGHAI, 0);
    launch(campaign, SHANGHAI);
    var entries =
        gongbi
            .deliveries()
            .ledger()
            .list(campaign.definition().id(), java.util.Optional.empty(), 0, 100);
    assertThat(entries).extracting(e -> e.customer().value() % 2).containsOnly(0L);
    assertThat(entries).hasSize(20);
    var text =
        FileChannel.parts(gongbi.deliveries().place(campaign.definition().id())).stream()
            .map(CampaignsTest::read)
            .toList();
    assertThat(text.toString()).contains("13900000002").doesNotContain("139****");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Of the treated, every third buys for 100 within the window; of the control group one buys for
   * 40, and one the day after it ends.
   */
  @Test
  void effect_countsEachArmInItsWindow_whetherTheMessageArrivedOrNot() {
    var campaign = draft(LIN, 500);
    launch(campaign, LIN);
    var orders = new ArrayList<Map<String, Value>>();
    var entered = clock.instant();
    long treated = 0;
    long control = 0;
    long converted = 0;
    for (long id = 1; id <= 40; id++) {
      if (heldOut(campaign, id)) {
        control++;
        if (control == 1) orders.add(sale(id, "40", entered.plus(Duration.ofDays(3))));
        if (control == 2) orders.add(sale(id, "70", entered.plus(Duration.ofDays(15))));
      } else {
        treated++;
        if (treated % 3 == 0) {
          converted++;
          orders.add(sale(id, "100", entered.plus(Duration.ofDays(5))));
        }
        // Before the campaign, and so no conversion.
        orders.add(sale(id, "999", entered.minus(Duration.ofDays(1))));
      }
    }
    put(Profiles.ORDER, orders);
    clock.forward(Duration.ofDays(20));
    refreshMirrorOnly();
    var effect = gongbi.campaigns().effect(campaign.definition().id(), LIN, gongbi.asOf());
    assertThat(effect.arms())
        .extracting(
            CampaignEffect.ArmResult::arm,
            CampaignEffect.ArmResult::people,
            CampaignEffect.ArmResult::converted,
            a -> a.revenue().intValue())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Experiment.CONTROL, control, 1L, 40),
            org.assertj.core.groups.Tuple.tuple(
                Experiment.TREATED, treated, converted, (int) converted * 100));
    assertThat(effect.window().orElseThrow().open()).isFalse();
    assertThat(effect.effect().enough())
        .as("one buyer in the control group tells nothing")
        .isFalse();
    long sent =
        gongbi.deliveries().ledger().counts(campaign.definition().id()).get(LedgerEntry.State.SENT);
    assertThat(effect.cost())
        .isEqualByComparingTo(new BigDecimal("0.10").multiply(BigDecimal.valueOf(sent)));
  }

  /** The mirror alone is due: nothing landed, and rows put in by hand stay. */
  private void refreshMirrorOnly() {
    assertThat(gongbi.refresher().isDue()).isTrue();
    refresh();
  }

  @Test
  void receipts_areMatchedByKey_andBadLinesAreTold() {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    var file =
        """
        message_key,status,happened_at
        m1,送达,2026-03-01T05:00:00Z
        m2,failed,
        m3,到了,
        m999,delivered,
        m4,delivered,yesterday
        """;
    var read =
        gongbi
            .campaigns()
            .receipts(
                campaign.definition().id(),
                LIN,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.read()).isEqualTo(5);
    assertThat(read.matched()).isEqualTo(2);
    assertThat(read.unchanged()).isEqualTo(1);
    assertThat(read.bad()).isEqualTo(2);
    assertThat(read.faults())
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly("campaign.receipt-status line 4", "campaign.receipt-time line 6");
  }

  @Test
  void rehearsal_tellsSizesAndWhatCouldBeSeen() {
    var bought = clock.instant().minus(Duration.ofDays(5));
    put(
        Profiles.ORDER,
        List.of(
            sale(1, "10", bought),
            sale(2, "10", bought),
            sale(3, "10", bought),
            sale(4, "10", bought)));
    var campaign = draft(LIN, 500);
    var rehearsal = gongbi.campaigns().rehearse(campaign.definition().id(), LIN, gongbi.asOf());
    assertThat(rehearsal.audience()).isEqualTo(40);
    assertThat(rehearsal.baseRate()).isEqualTo(4 / 40.0);
    assertThat(rehearsal.enough()).as("twenty against twenty see nothing").isFalse();
    assertThat(rehearsal.sample()).hasSize(5);
    assertThat(rehearsal.sample().getFirst().text()).startsWith("客户").contains("您好");
  }

  @Test
  void draft_isRefusedWithEverythingThatIsWrong() {
    var segment = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone());
    counted();
    var campaign =
        new Campaign(
            new Reach.Own(segment.id(), "pigeon", "{phone} hello", 950, new BigDecimal("-1")),
            0,
            new BigDecimal("2"));
    assertThatThrownBy(() -> gongbi.campaigns().add(LIN, Label.typed("x"), campaign))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(f -> f.code())
                    .containsExactlyInAnyOrder(
                        "campaign.window-days",
                        "campaign.margin",
                        "campaign.unknown-field",
                        "campaign.control-share",
                        "campaign.cost",
                        "campaign.no-such-channel"));
  }
}
