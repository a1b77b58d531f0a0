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
import io.gongbi.delivery.OptOuts;
import io.gongbi.experiment.Experiment;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.Identities;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.segment.ListFile;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
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

  /** Sees Shanghai without names and numbers, and may take lists out. */
  private static final Viewer ANALYST =
      new Viewer(
          new UserId("ana"),
          Role.analyst()
              .over(new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"))));

  private static final ZoneId SHANGHAI_TIME = ZoneId.of("Asia/Shanghai");

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
    put(ProfileTables.CUSTOMER, rows);
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
    return gongbi.campaigns().get(definition.id(), LIN, gongbi.asOf());
  }

  private Run launch(CampaignView campaign, Viewer by) {
    return gongbi
        .runs()
        .await(gongbi.campaigns().launch(campaign.definition().id(), by, gongbi.asOf(), true));
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
            "139%08d|客户%d|客户%d，您好，%s门店上新，拒收请回复R".formatted(id, id, id, id % 2 == 0 ? "上海" : "北京"));
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
        gongbi.deliveries().ledger().list(campaign.definition().id(), Optional.empty(), 0, 100);
    assertThat(entries).extracting(e -> e.customer().value() % 2).containsOnly(0L);
    assertThat(entries).hasSize(20);
    var text =
        FileChannel.parts(gongbi.deliveries().place(campaign.definition().id())).stream()
            .map(CampaignsTest::read)
            .toList();
    assertThat(text.toString()).contains("13900000002").doesNotContain("139****");
  }

  /** Of the forty, the twenty even ones are of Shanghai; number 40, who has no phone, is one. */
  @Test
  void campaignOfAnother_isSeenAsFarAsOnesCustomersGo() {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    followed();
    var id = campaign.definition().id();
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
    var ofShanghai = Map.of(LedgerEntry.State.SENT, 19L, LedgerEntry.State.REFUSED, 1L);
    assertThat(gongbi.campaigns().get(id, SHANGHAI, gongbi.asOf()).entries()).isEqualTo(ofShanghai);
    assertThat(gongbi.campaigns().all(SHANGHAI, gongbi.asOf()))
        .extracting(CampaignView::entries)
        .containsExactly(ofShanghai);
    assertThat(gongbi.campaigns().entries(id, Optional.empty(), 0, 100, SHANGHAI))
        .extracting(e -> e.customer().value())
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, 20).mapToObj(n -> 2 * n).toList());
    assertThat(gongbi.campaigns().entries(id, Optional.of(LedgerEntry.State.SENT), 17, 5, SHANGHAI))
        .extracting(e -> e.customer().value())
        .containsExactly(36L, 38L);
    assertThat(gongbi.campaigns().effect(id, SHANGHAI, gongbi.asOf()).arms())
        .extracting(CampaignEffect.ArmResult::people)
        .containsExactly(20L);
  }

  /** What one launched oneself is known at once, before the warehouse has followed. */
  @Test
  void campaignOfOnesOwn_isSeenWhole_atOnce() {
    var release = new CountDownLatch(1);
    var campaign = draft(SHANGHAI, 0);
    var run = gongbi.campaigns().launch(campaign.definition().id(), SHANGHAI, gongbi.asOf(), true);
    gongbi.runs().begin(LIN.user(), Run.Kind.REFRESH, Label.typed("long"), waitingFor(release));
    gongbi.runs().await(run);
    assertThat(
            gongbi.campaigns().get(campaign.definition().id(), SHANGHAI, gongbi.asOf()).entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 19L, LedgerEntry.State.REFUSED, 1L));
    release.countDown();
    followed();
  }

  private static Runs.Work waitingFor(CountDownLatch release) {
    return (run, progress) -> {
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return Map.of();
    };
  }

  /** Records of customers 4 and 2 are found to be of one: 4 is an alias of 2 from then on. */
  @Test
  void customerWhoWasMerged_staysInSight() {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    followed();
    try (var write = gongbi.warehouse().write(Set.of("identity", "profile"))) {
      write.append(
          Identities.ALIAS,
          new Table(
              Identities.ALIAS.columns(),
              List.of(List.of(Value.of(4L), Value.of(2L), Value.of(clock.instant())))));
      write.delete(
          ProfileTables.CUSTOMER,
          Slice.rows(Sql.of("select cast(4 as bigint) as customer_id"), "customer_id"),
          View.everything());
      write.commit();
    }
    var id = campaign.definition().id();
    assertThat(gongbi.campaigns().get(id, SHANGHAI, gongbi.asOf()).entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 19L, LedgerEntry.State.REFUSED, 1L));
    assertThat(gongbi.campaigns().effect(id, SHANGHAI, gongbi.asOf()).arms())
        .as("two who are one count once")
        .extracting(CampaignEffect.ArmResult::people)
        .containsExactly(19L);
  }

  @Test
  void list_isTheViewersCustomers_underTheViewersMasks() {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    followed();
    var id = campaign.definition().id();
    var lines = csv(gongbi.campaigns().list(id, LIN));
    assertThat(lines).hasSize(40);
    assertThat(lines.subList(0, 3))
        .containsExactly(
            "message_key,phone,name,text",
            "m1,13900000001,客户1,客户1，您好，北京门店上新，拒收请回复R",
            "m2,13900000002,客户2,客户2，您好，上海门店上新，拒收请回复R");
    var masked = csv(gongbi.campaigns().list(id, ANALYST));
    assertThat(masked).hasSize(20);
    assertThat(masked.subList(0, 3))
        .containsExactly(
            "message_key,phone,name,text",
            "m2,139****0002,客**,客**，您好，上海门店上新，拒收请回复R",
            "m4,139****0004,客**,客**，您好，上海门店上新，拒收请回复R");
    assertThat(gongbi.campaigns().list(id, ANALYST).size()).isEqualTo(19);
    assertThatThrownBy(() -> gongbi.campaigns().list(id, SHANGHAI))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("access.right-missing");
  }

  @Test
  void list_inExcel_keepsKeysAndNumbersAsText() throws Exception {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    var out = new ByteArrayOutputStream();
    gongbi.campaigns().list(campaign.definition().id(), LIN).write(ListFile.Format.XLSX, out);
    var bytes = new java.io.ByteArrayInputStream(out.toByteArray());
    try (var book = new org.dhatim.fastexcel.reader.ReadableWorkbook(bytes);
        var rows = book.getFirstSheet().openStream()) {
      var read = rows.toList();
      assertThat(read).hasSize(40);
      assertThat(read.getFirst().stream().map(c -> c.asString()))
          .containsExactly("message_key", "phone", "name", "text");
      assertThat(read.get(39).stream().map(c -> c.asString()))
          .containsExactly("m39", "13900000039", "客户39", "客户39，您好，北京门店上新，拒收请回复R");
    }
  }

  private static List<String> csv(ListFile list) {
    var out = new ByteArrayOutputStream();
    list.write(ListFile.Format.CSV, out);
    return out.toString(StandardCharsets.UTF_8).substring(1).lines().toList();
  }

  /** m1 is of Beijing, m2 of Shanghai; the list was Lin's. */
  @Test
  void receipts_changeOnlyCustomersInSight() {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    followed();
    var id = campaign.definition().id();
    var file = "message_key,status\nm1,failed\nm2,failed\n".getBytes(StandardCharsets.UTF_8);
    assertThat(gongbi.campaigns().receipts(id, SHANGHAI, kept(file), "receipts.csv", SHANGHAI_TIME))
        .isEqualTo(new ReceiptFile.Read(2, 1, 0, 1, 0, List.of()));
    assertThat(gongbi.campaigns().entries(id, Optional.of(LedgerEntry.State.FAILED), 0, 9, LIN))
        .extracting(LedgerEntry::number)
        .containsExactly(2L);
  }

  /** Lin's launch was stopped before anybody was entered: Mei would send to Beijing. */
  @Test
  void sendingOfAnother_goesOnOnlyForWhoSeesEverybody() {
    var campaign = draft(LIN, 0);
    var id = campaign.definition().id();
    var release = new CountDownLatch(1);
    gongbi.runs().begin(LIN.user(), Run.Kind.REFRESH, Label.typed("long"), waitingFor(release));
    var run = gongbi.campaigns().launch(id, LIN, gongbi.asOf(), true);
    gongbi.runs().cancel(run);
    release.countDown();
    gongbi.runs().await(run);
    assertThatThrownBy(() -> gongbi.campaigns().goOn(id, SHANGHAI))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.out-of-sight");
    assertThat(gongbi.deliveries().ledger().counts(id)).isEmpty();
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).planned()).isEqualTo(40);
    assertThat(gongbi.campaigns().get(id, SHANGHAI, gongbi.asOf()).planned()).isEqualTo(20);
    gongbi.runs().await(gongbi.campaigns().goOn(id, LIN));
    assertThat(gongbi.deliveries().ledger().counts(id))
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
  }

  /** Lin's process ended between the freezing and the launch; then Mei of Shanghai launches. */
  @Test
  void audienceOfALaunchThatNeverWas_isNotSentTo() {
    var campaign = draft(LIN, 0);
    var id = campaign.definition().id();
    var fates =
        Sql.of(
            """
            select c.customer_id,
                   'treated' as arm,
                   c.phone as address,
                   %s,
                   'REACHED' as fate
            from {profile.customer} c
            """
                .formatted(ContentQuery.values(Set.of())));
    new Launcher(gongbi.warehouse(), gongbi.deliveries())
        .freeze(id, fates, gongbi.gate().view(LIN), clock.instant());
    launch(campaign, SHANGHAI);
    assertThat(gongbi.deliveries().ledger().list(id, Optional.empty(), 0, 100))
        .hasSize(20)
        .allSatisfy(e -> assertThat(e.customer().value() % 2).isZero());
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
    followed();
    put(ProfileTables.ORDER, orders);
    clock.forward(Duration.ofDays(20));
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

  /**
   * Number 40 has no phone and is refused: treated by the plan, so counted among the treated, and
   * neither sent to nor paid for.
   */
  @Test
  void refused_countAsTreated_andCostNothing() {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    followed();
    put(ProfileTables.ORDER, List.of(sale(40, "100", clock.instant().plus(Duration.ofDays(1)))));
    clock.forward(Duration.ofDays(20));
    var id = campaign.definition().id();
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
    var effect = gongbi.campaigns().effect(id, LIN, gongbi.asOf());
    var arm = effect.arms().getFirst();
    assertThat(List.of(arm.people(), arm.sent(), arm.delivered(), arm.converted()))
        .containsExactly(40L, 39L, 0L, 1L);
    assertThat(effect.cost()).isEqualByComparingTo("3.90");
    var refused = gongbi.campaigns().entries(id, Optional.of(LedgerEntry.State.REFUSED), 0, 9, LIN);
    assertThat(refused)
        .extracting(e -> e.customer().value() + " " + e.reason().orElse(""))
        .containsExactly("40 delivery.no-address");
    assertThat(csv(gongbi.campaigns().list(id, LIN)))
        .hasSize(40)
        .noneMatch(l -> l.contains("客户40"));
  }

  /** Twenty against twenty see no lift that a message could bring: nobody sends without knowing. */
  @Test
  void launch_thatCanShowTooLittle_isRefused_unlessKnowingly() {
    var bought = clock.instant().minus(Duration.ofDays(5));
    put(ProfileTables.ORDER, List.of(sale(1, "10", bought), sale(2, "10", bought)));
    var id = draft(LIN, 500).definition().id();
    assertThatThrownBy(() -> gongbi.campaigns().launch(id, LIN, gongbi.asOf(), false))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.too-small");
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).launch()).isEmpty();

    gongbi.runs().await(gongbi.campaigns().launch(id, LIN, gongbi.asOf(), true));
    var view = gongbi.campaigns().get(id, LIN, gongbi.asOf());
    long control =
        java.util.stream.LongStream.rangeClosed(1, 40)
            .filter(c -> Campaign.experiment(id, 500).armOf(new CustomerId(c)).control())
            .count();
    var foreseen = view.launch().orElseThrow().foreseen().orElseThrow();
    assertThat(foreseen.metric()).isEqualTo(Goal.Metric.CONVERSION);
    assertThat(foreseen.history()).isEqualTo(40);
    assertThat(foreseen.base()).as("two of forty").isEqualTo(0.05);
    assertThat(foreseen.worth()).as("a quarter of that, to a tenth of a point").isEqualTo(0.013);
    assertThat(foreseen.detectable().orElseThrow())
        .isEqualTo(
            io.gongbi.experiment.Power.USUAL.detectable(0.05, 40 - control, control).orElseThrow(),
            org.assertj.core.api.Assertions.within(0.00005));
    assertThat(foreseen.knowingly()).isTrue();
    assertThat(gongbi.campaigns().effect(id, LIN, gongbi.asOf()).foreseen()).contains(foreseen);
  }

  /**
   * Somebody treated orders on the day before, within the first 24 hours, and twice on the fifth
   * day, once for the second time; one of the control group on the third day. Six days are over.
   */
  @Test
  void effect_followsBothGroupsDayByDay() {
    var campaign = draft(LIN, 500);
    launch(campaign, LIN);
    followed();
    var entered = clock.instant();
    var treated = new ArrayList<Long>();
    var control = new ArrayList<Long>();
    for (long id = 1; id <= 40; id++) (heldOut(campaign, id) ? control : treated).add(id);
    put(
        ProfileTables.ORDER,
        List.of(
            sale(treated.get(0), "10", entered.minus(Duration.ofHours(3))),
            sale(treated.get(0), "20", entered.plus(Duration.ofHours(2))),
            sale(treated.get(0), "30", entered.plus(Duration.ofHours(4 * 24 + 1))),
            sale(treated.get(1), "40", entered.plus(Duration.ofHours(4 * 24 + 2))),
            sale(control.get(0), "50", entered.plus(Duration.ofHours(2 * 24 + 2))),
            // Until here all is known.
            sale(control.get(1), "-1", entered.plus(Duration.ofHours(6 * 24 + 1)))));
    clock.forward(Duration.ofDays(8));
    var id = campaign.definition().id();
    var effect = gongbi.campaigns().effect(id, LIN, gongbi.asOf());

    assertThat(effect.arms())
        .extracting(a -> a.arm() + " " + a.converted() + " " + a.orders())
        .containsExactly("control 1 1", "treated 2 3");
    var days = effect.days();
    assertThat(days.stream().filter(d -> d.arm().equals(Experiment.TREATED)).map(d -> d.nth()))
        .containsExactly(-7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5);
    double each = treated.size();
    assertThat(days.stream().filter(d -> d.orders() > 0))
        .containsExactly(
            new CampaignEffect.Day(-1, Experiment.TREATED, 1, 1000 / each, 0),
            new CampaignEffect.Day(0, Experiment.TREATED, 1, 1000 / each, 1 / each),
            new CampaignEffect.Day(4, Experiment.TREATED, 2, 2000 / each, 2 / each),
            new CampaignEffect.Day(
                2, Experiment.CONTROL, 1, 1000.0 / control.size(), 1.0 / control.size()));
    var balance = effect.balance().orElseThrow();
    assertThat(balance.treated()).isEqualTo(1 / each);
    assertThat(balance.control()).isZero();
    assertThat(balance.alarm()).isFalse();
  }

  /** Forty people for 8 yuan beside 10 cents a message; Mei sees 20 of them and half of the 8. */
  @Test
  void otherCost_isTold_andSharedByWhomOneSees() {
    var drafted = draft(LIN, 0);
    var body = drafted.definition().body();
    var id = drafted.definition().id();
    gongbi
        .campaigns()
        .change(
            LIN,
            id,
            Label.typed("上新"),
            new Campaign(body.reach(), 14, body.margin(), Goal.USUAL, new BigDecimal("8")));
    assertThat(gongbi.campaigns().rehearse(id, LIN, gongbi.asOf()).cost())
        .as("39 have a phone")
        .isEqualByComparingTo("11.90");
    launch(drafted, LIN);
    followed();
    assertThat(gongbi.campaigns().effect(id, LIN, gongbi.asOf()).cost())
        .isEqualByComparingTo("11.90");
    assertThat(gongbi.campaigns().effect(id, SHANGHAI, gongbi.asOf()).cost())
        .as("19 messages and half of the rest")
        .isEqualByComparingTo("5.90");
  }

  /** What the launch has set going after itself: the warehouse follows the ledger. */
  private void followed() {
    for (var run : gongbi.runs().latest(20)) {
      assertThat(gongbi.runs().await(run.id()).state()).isEqualTo(Run.State.DONE);
    }
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
                kept(file.getBytes(StandardCharsets.UTF_8)),
                "receipts.csv",
                SHANGHAI_TIME);
    assertThat(read.read()).isEqualTo(5);
    assertThat(read.changed()).isEqualTo(2);
    assertThat(read.known()).isEqualTo(0);
    assertThat(read.unknown()).isEqualTo(1);
    assertThat(read.bad()).isEqualTo(2);
    assertThat(read.faults())
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly("campaign.receipt-status line 4", "campaign.receipt-time line 6");
  }

  private Path kept(byte[] content) {
    try {
      return Files.write(folder.resolve("receipts" + content.length), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same from Excel, with a title above the heads and a time that is a cell's number; and as
   * text with tabs, of which a line is too short, one has an open quote, and one a time with its
   * offset.
   */
  @Test
  void receipts_comeInEveryTable() throws Exception {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    var id = campaign.definition().id();
    var excel = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(excel, "test", "1.0")) {
      var sheet = book.newWorksheet("回执");
      sheet.value(0, 0, "三月回执");
      sheet.value(1, 0, "message_key");
      sheet.value(1, 1, "status");
      sheet.value(1, 2, "happened_at");
      sheet.value(2, 0, "m1");
      sheet.value(2, 1, "送达");
      sheet.value(2, 2, java.time.LocalDateTime.parse("2026-03-01T16:05:00"));
      sheet.style(2, 2).format("yyyy-mm-dd hh:mm").set();
      sheet.value(3, 0, "m2");
      sheet.value(3, 1, "收到");
    }
    var read =
        gongbi.campaigns().receipts(id, LIN, kept(excel.toByteArray()), "回执.xlsx", SHANGHAI_TIME);
    assertThat(List.of(read.read(), read.changed(), read.bad())).containsExactly(2L, 1L, 1L);
    assertThat(read.faults())
        .extracting(f -> f.code() + " " + f.place() + " " + f.words())
        .containsExactly("campaign.receipt-status line 4 {status=收到}");
    var delivered =
        gongbi
            .deliveries()
            .ledger()
            .list(id, Optional.of(LedgerEntry.State.DELIVERED), 0, 10)
            .getFirst();
    assertThat(delivered.deliveredAt()).contains(Instant.parse("2026-03-01T08:05:00Z"));

    var text =
        "message_key\tstatus\thappened_at\treason\n"
            + "m3\tfailed\n"
            + "\n"
            + "\"m4\tfailed\t\t\n"
            + "m5\tdelivered\t2026-03-01T16:05:00+08:00\t\n";
    var more =
        gongbi
            .campaigns()
            .receipts(
                id,
                LIN,
                kept(text.getBytes(StandardCharsets.UTF_8)),
                "receipts.txt",
                SHANGHAI_TIME);
    assertThat(List.of(more.read(), more.changed(), more.bad())).containsExactly(3L, 2L, 1L);
    assertThat(more.faults())
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly("quality.row-unclosed-quote line 4");
  }

  @Test
  void receipts_withoutTheirColumns_areRefusedWhole() {
    var campaign = draft(LIN, 0);
    launch(campaign, LIN);
    var file = kept("手机号,结果\n13900000001,送达\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () ->
                gongbi
                    .campaigns()
                    .receipts(campaign.definition().id(), LIN, file, "回执.csv", SHANGHAI_TIME))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(f -> f.code() + " " + f.place() + ": " + f.words().get("found"))
                    .containsExactlyInAnyOrder(
                        "campaign.receipt-column message_key: 手机号, 结果",
                        "campaign.receipt-column status: 手机号, 结果"));
  }

  /**
   * Two campaigns to the same forty: the first takes the keys m1 … m40, the second m41 … m80. A
   * file from Excel, in GB18030 and with the times of the company's clock, names one message of
   * each.
   */
  @Test
  void receipts_changeOnlyTheirOwnCampaign_alsoFromExcel() {
    var first = draft(LIN, 0);
    launch(first, LIN);
    var second = draft(LIN, 0);
    launch(second, LIN);
    var file =
        "message_key,status,happened_at,reason\r\nm2,失败,2026/3/1 16:05,停机\r\nm42,送达,2026-03-01 16:05,\r\n";
    var bytes = file.getBytes(Charset.forName("GB18030"));
    var read =
        gongbi
            .campaigns()
            .receipts(first.definition().id(), LIN, kept(bytes), "receipts.csv", SHANGHAI_TIME);
    assertThat(read).isEqualTo(new ReceiptFile.Read(2, 1, 0, 1, 0, List.of()));
    var failed =
        gongbi
            .deliveries()
            .ledger()
            .list(first.definition().id(), Optional.of(LedgerEntry.State.FAILED), 0, 10);
    assertThat(failed).extracting(LedgerEntry::number).containsExactly(2L);
    assertThat(failed.getFirst().reason()).contains("停机");
    assertThat(gongbi.deliveries().ledger().counts(second.definition().id()))
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
    var again =
        gongbi
            .campaigns()
            .receipts(first.definition().id(), LIN, kept(bytes), "receipts.csv", SHANGHAI_TIME);
    assertThat(again).isEqualTo(new ReceiptFile.Read(2, 0, 1, 1, 0, List.of()));
  }

  /** Stopped before the first batch: nobody is entered, a new start leaves it so, go on ends it. */
  @Test
  void stoppedSending_waitsUntilItIsToldToGoOn() throws Exception {
    var campaign = draft(LIN, 0);
    var id = campaign.definition().id();
    var release = new CountDownLatch(1);
    gongbi
        .runs()
        .begin(
            LIN.user(),
            Run.Kind.REFRESH,
            Label.typed("before it"),
            (run, progress) -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Map.of();
            });
    var run = gongbi.campaigns().launch(id, LIN, gongbi.asOf(), true);
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).state())
        .isEqualTo(CampaignState.RUNNING);
    gongbi.runs().cancel(run);
    release.countDown();
    assertThat(gongbi.runs().await(run).state()).isEqualTo(Run.State.CANCELLED);
    gongbi.close();
    gongbi = Gongbi.open(folder, clock);
    assertThat(gongbi.campaigns().resume()).isEmpty();
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).state())
        .isEqualTo(CampaignState.STOPPED);
    gongbi.runs().await(gongbi.campaigns().goOn(id, LIN));
    var sent = gongbi.campaigns().get(id, LIN, gongbi.asOf());
    assertThat(sent.state()).isEqualTo(CampaignState.SENT);
    assertThat(sent.entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
    assertThatThrownBy(() -> gongbi.campaigns().goOn(id, LIN))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.nothing-left");
  }

  /** Orders end on 1 March; the campaign begins on 11 March, and nothing of it can be known. */
  @Test
  void effect_saysThatOrdersEndBeforeTheLaunch() {
    put(ProfileTables.ORDER, List.of(sale(1, "10", clock.instant())));
    clock.forward(Duration.ofDays(10));
    var campaign = draft(LIN, 500);
    launch(campaign, LIN);
    followed();
    var id = campaign.definition().id();
    var knowledge = gongbi.campaigns().effect(id, LIN, gongbi.asOf()).knowledge();
    assertThat(knowledge.endsBefore()).isTrue();
    assertThat(knowledge.newestOrder()).contains(Instant.parse("2026-03-01T04:00:00Z"));
    put(ProfileTables.ORDER, List.of(sale(2, "10", clock.instant().plusSeconds(60))));
    var later = gongbi.campaigns().effect(id, LIN, gongbi.asOf()).knowledge();
    assertThat(later.endsBefore()).isFalse();
    assertThat(later.endsWithin()).as("thirteen days of the window are still to come").isTrue();
  }

  /** Everybody of Shanghai and Beijing: 40, of whom 4 bought and number 40 has no phone. */
  @Test
  void outlook_tellsWhatEachControlGroupCouldShow() {
    var bought = clock.instant().minus(Duration.ofDays(5));
    put(
        ProfileTables.ORDER,
        List.of(
            sale(1, "10", bought),
            sale(2, "10", bought),
            sale(3, "10", bought),
            sale(4, "10", bought)));
    var segment = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone());
    counted();
    var outlook =
        gongbi.campaigns().outlook(segment.id(), "file", 14, Goal.USUAL, LIN, gongbi.asOf());
    assertThat(List.of(outlook.audience(), outlook.of(), outlook.noAddress()))
        .containsExactly(40L, 40L, 1L);
    assertThat(outlook.sizing().orElseThrow().base().level()).isEqualTo(0.1);
    assertThat(outlook.shares()).hasSize(51);
    var none = outlook.shares().getFirst();
    assertThat(none.control()).isEqualTo(0);
    assertThat(none.detectable()).isEmpty();
    assertThat(none.enough()).isFalse();
    var half = outlook.shares().getLast();
    assertThat(List.of(half.treated(), half.control())).containsExactly(20L, 20L);
    assertThat(half.detectable())
        .isEqualTo(io.gongbi.experiment.Power.USUAL.detectable(0.1, 20, 20));
  }

  /**
   * Who has not bought in ten days: 36 of 40 now, none of whom bought lately, by definition. One
   * window of 14 days ago all 40 were in it, and four bought since: 10 % is what to expect.
   */
  @Test
  void outlook_expectsWhatTheSegmentDidOneWindowAgo() {
    var bought = clock.instant().minus(Duration.ofDays(5));
    put(
        ProfileTables.ORDER,
        List.of(
            sale(1, "10", bought),
            sale(2, "10", bought),
            sale(3, "10", bought),
            sale(4, "10", bought)));
    var sales = new Where.Compare(FieldKey.of("order.kind"), Op.EQ, Value.of("sale"));
    var lately = Measure.of(Measure.ORDER, sales, Aggregate.COUNT, new Window.LastDays(10));
    var asleep = new Condition.Not(new Condition.Behaviour(lately, Op.GE, BigDecimal.ONE));
    var segment = gongbi.segments().add(LIN, Label.typed("沉睡"), asleep);
    counted();
    var outlook =
        gongbi.campaigns().outlook(segment.id(), "file", 14, Goal.USUAL, LIN, gongbi.asOf());
    assertThat(outlook.audience()).isEqualTo(36);
    assertThat(outlook.sizing().orElseThrow().base().level()).isEqualTo(0.1);
  }

  /** The last customer has no phone: held back if so drawn, else refused and told why. */
  @Test
  void portrait_tellsWhatTheCustomerWasSent_orWhyNot() {
    var campaign = draft(LIN, 500);
    launch(campaign, LIN);
    followed();
    for (long customer : List.of(1L, 2L, 3L, 40L)) {
      var panel = gongbi.deliveries().panel().of(new CustomerId(customer));
      var row = gongbi.warehouse().query(panel, gongbi.gate().view(LIN)).only();
      boolean held = heldOut(campaign, customer);
      assertThat(row.text("origin")).isEqualTo(campaign.definition().id().toString());
      assertThat(row.text("arm")).isEqualTo(held ? Experiment.CONTROL : Experiment.TREATED);
      assertThat(row.text("state"))
          .isEqualTo(held ? "HELD_OUT" : customer == 40 ? "REFUSED" : "SENT");
      assertThat(row.textIfAny("reason"))
          .isEqualTo(
              !held && customer == 40 ? Optional.of("delivery.no-address") : Optional.empty());
    }
  }

  @Test
  void names_areThoseOfCustomersInSight() {
    var both = List.of(new CustomerId(1), new CustomerId(2));
    assertThat(gongbi.profiles().names(both, LIN))
        .isEqualTo(Map.of(new CustomerId(1), "客户1", new CustomerId(2), "客户2"));
    assertThat(gongbi.profiles().names(both, SHANGHAI)).containsOnlyKeys(new CustomerId(2));
  }

  @Test
  void people_areToldWhatBecomesOfEach() {
    var campaign = draft(LIN, 500);
    var id = campaign.definition().id();
    var expected = new HashMap<Long, Fate>();
    for (long customer = 1; customer <= 40; customer++) {
      expected.put(
          customer,
          heldOut(campaign, customer)
              ? Fate.HELD_OUT
              : customer == 40 ? Fate.NO_ADDRESS : Fate.REACHED);
    }
    var found = new HashMap<Long, Fate>();
    for (var planned :
        gongbi.campaigns().people(id, Optional.empty(), 0, 100, LIN, gongbi.asOf())) {
      found.put(planned.person().customer(), planned.fate());
    }
    assertThat(found).isEqualTo(expected);
    var held = gongbi.campaigns().people(id, Optional.of(Fate.HELD_OUT), 1, 2, LIN, gongbi.asOf());
    assertThat(held)
        .extracting(p -> p.person().customer())
        .containsExactlyElementsOf(
            expected.entrySet().stream()
                .filter(e -> e.getValue() == Fate.HELD_OUT)
                .map(Map.Entry::getKey)
                .sorted()
                .skip(1)
                .limit(2)
                .toList());
  }

  /**
   * Of Shanghai, whose numbers Mei does not see: 2 opted out, 42 declined, 40 has no phone, and of
   * the 21 the other 18 are reached, as the ledger says after the launch.
   */
  @Test
  void guards_areToldBeforeTheLaunch_alsoToWhoSeesNoNumbers() {
    put(
        ProfileTables.CUSTOMER,
        List.of(
            Map.of(
                "customer_id", Value.of(42),
                "name", Value.of("客户42"),
                "city", Value.of("上海"),
                "phone", Value.of("13900000042"),
                "sms_consent", Value.of("no"))));
    assertThat(gongbi.optOuts().add(List.of("+86 139-0000-0002", "no number"), "来电要求", LIN))
        .isEqualTo(new OptOuts.Added(1, 0, List.of("no number")));
    var campaign = draft(LIN, 0);
    var id = campaign.definition().id();
    assertThat(gongbi.campaigns().rehearse(id, SHANGHAI, gongbi.asOf()).fates())
        .isEqualTo(
            Map.of(
                Fate.REACHED, 18L, Fate.NO_ADDRESS, 1L, Fate.NO_CONSENT, 1L, Fate.OPTED_OUT, 1L));
    assertThat(
            gongbi
                .campaigns()
                .people(id, Optional.of(Fate.OPTED_OUT), 0, 10, SHANGHAI, gongbi.asOf()))
        .extracting(p -> p.person().customer() + " " + p.person().address())
        .containsExactly("2 139****0002");
    launch(campaign, SHANGHAI);
    assertThat(gongbi.deliveries().ledger().list(id, Optional.of(LedgerEntry.State.REFUSED), 0, 9))
        .extracting(e -> e.customer().value() + " " + e.reason().orElseThrow())
        .containsExactlyInAnyOrder(
            "2 delivery.opted-out", "40 delivery.no-address", "42 delivery.no-consent");
    assertThatThrownBy(() -> gongbi.optOuts().list("", false, 0, 10, SHANGHAI))
        .isInstanceOf(FaultException.class);
  }

  @Test
  void rehearsal_withoutControl_canShowNothing() {
    var campaign = draft(LIN, 0);
    var rehearsal = gongbi.campaigns().rehearse(campaign.definition().id(), LIN, gongbi.asOf());
    assertThat(rehearsal.control()).isEqualTo(0);
    assertThat(rehearsal.foreseen().detectable()).isEmpty();
    assertThat(rehearsal.enough()).isFalse();
  }

  @Test
  void draft_canBeThrownAway_butNotWhatWasSent() {
    var thrown = draft(LIN, 0).definition().id();
    gongbi.campaigns().delete(LIN, thrown);
    assertThat(gongbi.campaigns().all(LIN, gongbi.asOf())).isEmpty();
    var sent = draft(LIN, 0);
    launch(sent, LIN);
    assertThatThrownBy(() -> gongbi.campaigns().delete(LIN, sent.definition().id()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.launched");
  }

  @Test
  void rehearsal_tellsSizesAndWhatCouldBeSeen() {
    var bought = clock.instant().minus(Duration.ofDays(5));
    put(
        ProfileTables.ORDER,
        List.of(
            sale(1, "10", bought),
            sale(2, "10", bought),
            sale(3, "10", bought),
            sale(4, "10", bought)));
    var campaign = draft(LIN, 500);
    var rehearsal = gongbi.campaigns().rehearse(campaign.definition().id(), LIN, gongbi.asOf());
    assertThat(rehearsal.audience()).isEqualTo(40);
    assertThat(rehearsal.foreseen().base()).isEqualTo(4 / 40.0);
    long held =
        java.util.stream.LongStream.rangeClosed(1, 40).filter(c -> heldOut(campaign, c)).count();
    long reached = 40 - held - (heldOut(campaign, 40) ? 0 : 1);
    assertThat(rehearsal.cost())
        .as("ten cents for each who gets it")
        .isEqualByComparingTo(new BigDecimal("0.10").multiply(BigDecimal.valueOf(reached)));
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
            new BigDecimal("2"),
            new Goal(Goal.Metric.CONVERSION, Optional.of(new BigDecimal("1.5"))),
            BigDecimal.ZERO);
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
                        "campaign.no-such-channel",
                        "campaign.worth"));
  }
}
