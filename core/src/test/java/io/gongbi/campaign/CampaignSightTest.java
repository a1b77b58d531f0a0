package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.campaign.CampaignFolder.SHANGHAI;
import static io.gongbi.campaign.CampaignFolder.csv;
import static io.gongbi.campaign.CampaignFolder.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.file.FileChannel;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.Identities;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Run;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Campaigns to forty customers as those see them who see some of the customers only. */
final class CampaignSightTest extends FortyCustomers {
  /** Sees Shanghai without names and numbers, and may take lists out. */
  private static final Viewer ANALYST =
      new Viewer(
          new UserId("ana"),
          Role.analyst()
              .over(new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"))));

  private static final ZoneId SHANGHAI_TIME = ZoneId.of("Asia/Shanghai");

  @Test
  void launch_reachesOnlyCustomersInSight_withAddressesInClear() {
    var campaign = company.draft(SHANGHAI, 0);
    company.launch(campaign, SHANGHAI);
    var entries =
        gongbi.deliveries().ledger().list(campaign.definition().id(), Optional.empty(), 0, 100);
    assertThat(entries).extracting(e -> e.customer().value() % 2).containsOnly(0L);
    assertThat(entries).hasSize(20);
    var text =
        FileChannel.parts(gongbi.deliveries().place(campaign.definition().id())).stream()
            .map(CampaignSightTest::read)
            .toList();
    assertThat(text.toString()).contains("13900000002").doesNotContain("139****");
  }

  /** Of the forty, the twenty even ones are of Shanghai; number 40, who has no phone, is one. */
  @Test
  void campaignOfAnother_isSeenAsFarAsOnesCustomersGo() {
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
    company.followed();
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
    var campaign = company.draft(SHANGHAI, 0);
    var run = gongbi.launches().launch(campaign.definition().id(), SHANGHAI, gongbi.asOf(), true);
    gongbi.runs().begin(LIN.user(), Run.Kind.REFRESH, Label.typed("long"), waitingFor(release));
    gongbi.runs().await(run);
    assertThat(
            gongbi.campaigns().get(campaign.definition().id(), SHANGHAI, gongbi.asOf()).entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 19L, LedgerEntry.State.REFUSED, 1L));
    release.countDown();
    company.followed();
  }

  /** Records of customers 4 and 2 are found to be of one: 4 is an alias of 2 from then on. */
  @Test
  void customerWhoWasMerged_staysInSight() {
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
    company.followed();
    try (var write = gongbi.warehouse().write(Set.of("identity", "profile"))) {
      write.append(
          Identities.ALIAS,
          new Table(
              Identities.ALIAS.columns(),
              List.of(List.of(Value.of(4L), Value.of(2L), Value.of(company.clock.instant())))));
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
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
    company.followed();
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

  /** m1 is of Beijing, m2 of Shanghai; the list was Lin's. */
  @Test
  void receipts_changeOnlyCustomersInSight() {
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
    company.followed();
    var id = campaign.definition().id();
    var file = "message_key,status\nm1,failed\nm2,failed\n".getBytes(StandardCharsets.UTF_8);
    assertThat(gongbi.campaigns().receipts(id, SHANGHAI, kept(file), "receipts.csv", SHANGHAI_TIME))
        .isEqualTo(new ReceiptFile.Read(2, 1, 0, 0, 1, 0, List.of()));
    assertThat(gongbi.campaigns().entries(id, Optional.of(LedgerEntry.State.FAILED), 0, 9, LIN))
        .extracting(LedgerEntry::number)
        .containsExactly(2L);
  }

  /** Lin's launch was stopped before anybody was entered: Mei would send to Beijing. */
  @Test
  void sendingOfAnother_goesOnOnlyForWhoSeesEverybody() {
    var campaign = company.draft(LIN, 0);
    var id = campaign.definition().id();
    var release = new CountDownLatch(1);
    gongbi.runs().begin(LIN.user(), Run.Kind.REFRESH, Label.typed("long"), waitingFor(release));
    var run = gongbi.launches().launch(id, LIN, gongbi.asOf(), true);
    gongbi.runs().cancel(run, Viewer.system());
    release.countDown();
    gongbi.runs().await(run);
    assertThatThrownBy(() -> gongbi.launches().goOn(id, SHANGHAI))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.out-of-sight");
    assertThatThrownBy(() -> gongbi.launches().hold(id, SHANGHAI))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.out-of-sight");
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).whole()).isTrue();
    assertThat(gongbi.campaigns().get(id, SHANGHAI, gongbi.asOf()).whole()).isFalse();
    assertThat(gongbi.deliveries().ledger().counts(id)).isEmpty();
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).planned()).isEqualTo(40);
    assertThat(gongbi.campaigns().get(id, SHANGHAI, gongbi.asOf()).planned()).isEqualTo(20);
    gongbi.runs().await(gongbi.launches().goOn(id, LIN));
    assertThat(gongbi.deliveries().ledger().counts(id))
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
  }

  /** Lin's process ended between the freezing and the launch; then Mei of Shanghai launches. */
  @Test
  void audienceOfALaunchThatNeverWas_isNotSentTo() {
    var campaign = company.draft(LIN, 0);
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
        .freeze(id, fates, gongbi.gate().view(LIN), company.clock.instant());
    company.launch(campaign, SHANGHAI);
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

  @Test
  void names_areThoseOfCustomersInSight() {
    var both = List.of(new CustomerId(1), new CustomerId(2));
    assertThat(gongbi.profiles().names(both, LIN))
        .isEqualTo(Map.of(new CustomerId(1), "客户1", new CustomerId(2), "客户2"));
    assertThat(gongbi.profiles().names(both, SHANGHAI)).containsOnlyKeys(new CustomerId(2));
  }

  private Path kept(byte[] content) {
    try {
      return Files.write(folder.resolve("receipts" + content.length), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
