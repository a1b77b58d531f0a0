package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.campaign.CampaignFolder.SHANGHAI;
import static io.gongbi.campaign.CampaignFolder.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.channel.file.FileChannel;
import io.gongbi.condition.Condition;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.delivery.OptOuts;
import io.gongbi.experiment.Experiment;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Run;
import io.gongbi.segment.ListFile;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Forty customers, 1 … 40; the even ones live in 上海, the others in 北京; number 40 has no phone. */
final class CampaignsTest extends FortyCustomers {
  @Test
  void launch_entersEverybody_andWritesAListOfTheTreated() throws Exception {
    var campaign = company.draft(LIN, 500);
    assertThat(campaign.state()).isEqualTo(CampaignState.DRAFT);
    assertThat(company.launch(campaign, LIN).state()).isEqualTo(Run.State.DONE);
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
    assertThatThrownBy(() -> company.launch(campaign, LIN))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.launched");
  }

  @Test
  void list_inExcel_keepsKeysAndNumbersAsText() throws Exception {
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
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

  /** Stopped before the first batch: nobody is entered, a new start leaves it so, go on ends it. */
  @Test
  void stoppedSending_waitsUntilItIsToldToGoOn() throws Exception {
    var campaign = company.draft(LIN, 0);
    var id = campaign.definition().id();
    var release = new CountDownLatch(1);
    gongbi
        .runs()
        .begin(
            LIN.user(),
            Run.Kind.SEND,
            Label.typed("before it"),
            (run, progress) -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Map.of();
            });
    var run = gongbi.launches().launch(id, LIN, gongbi.asOf(), true);
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).state())
        .isEqualTo(CampaignState.RUNNING);
    gongbi.runs().cancel(run, Viewer.system());
    release.countDown();
    assertThat(gongbi.runs().await(run).state()).isEqualTo(Run.State.CANCELLED);
    company.reopen();
    gongbi = company.gongbi;
    assertThat(gongbi.launches().resume()).isEmpty();
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).state())
        .isEqualTo(CampaignState.STOPPED);
    gongbi.runs().await(gongbi.launches().goOn(id, LIN));
    var sent = gongbi.campaigns().get(id, LIN, gongbi.asOf());
    assertThat(sent.state()).isEqualTo(CampaignState.SENT);
    assertThat(sent.entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
    assertThatThrownBy(() -> gongbi.launches().goOn(id, LIN))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.nothing-left");
  }

  /** The last customer has no phone: held back if so drawn, else refused and told why. */
  @Test
  void portrait_tellsWhatTheCustomerWasSent_orWhyNot() {
    var campaign = company.draft(LIN, 500);
    company.launch(campaign, LIN);
    company.followed();
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
  void people_areToldWhatBecomesOfEach() {
    var campaign = company.draft(LIN, 500);
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
    for (var planned : gongbi.forecast().people(id, Optional.empty(), 0, 100, LIN, gongbi.asOf())) {
      found.put(planned.person().customer(), planned.fate());
    }
    assertThat(found).isEqualTo(expected);
    var held = gongbi.forecast().people(id, Optional.of(Fate.HELD_OUT), 1, 2, LIN, gongbi.asOf());
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
    company.put(
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
    var campaign = company.draft(LIN, 0);
    var id = campaign.definition().id();
    assertThat(gongbi.forecast().rehearse(id, SHANGHAI, gongbi.asOf()).fates())
        .isEqualTo(
            Map.of(
                Fate.REACHED, 18L, Fate.NO_ADDRESS, 1L, Fate.NO_CONSENT, 1L, Fate.OPTED_OUT, 1L));
    assertThat(
            gongbi
                .forecast()
                .people(id, Optional.of(Fate.OPTED_OUT), 0, 10, SHANGHAI, gongbi.asOf()))
        .extracting(p -> p.person().customer() + " " + p.person().address())
        .containsExactly("2 139****0002");
    company.launch(campaign, SHANGHAI);
    assertThat(gongbi.deliveries().ledger().list(id, Optional.of(LedgerEntry.State.REFUSED), 0, 9))
        .extracting(e -> e.customer().value() + " " + e.reason().orElseThrow())
        .containsExactlyInAnyOrder(
            "2 delivery.opted-out", "40 delivery.no-address", "42 delivery.no-consent");
    assertThatThrownBy(() -> gongbi.optOuts().list("", false, 0, 10, SHANGHAI))
        .isInstanceOf(FaultException.class);
  }

  @Test
  void draft_canBeThrownAway_butNotWhatWasSent() {
    var thrown = company.draft(LIN, 0).definition().id();
    gongbi.campaigns().delete(LIN, thrown);
    assertThat(gongbi.campaigns().all(LIN, gongbi.asOf())).isEmpty();
    var sent = company.draft(LIN, 0);
    company.launch(sent, LIN);
    assertThatThrownBy(() -> gongbi.campaigns().delete(LIN, sent.definition().id()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.launched");
  }

  @Test
  void draft_isRefusedWithEverythingThatIsWrong() {
    var segment = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone());
    company.counted();
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
