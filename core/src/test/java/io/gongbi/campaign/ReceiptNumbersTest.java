package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.campaign.CampaignFolder.OF_SHANGHAI;
import static io.gongbi.campaign.CampaignFolder.SHANGHAI;
import static io.gongbi.campaign.CampaignFolder.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Contacts;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Files of platforms that know our messages by the number alone. Forty customers, of whom the n-th
 * has the number 139 0000 00nn; number 40 has none.
 */
final class ReceiptNumbersTest extends FortyCustomers {
  private static final ZoneId SHANGHAI_TIME = ZoneId.of("Asia/Shanghai");

  private DefinitionId launched() {
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
    return campaign.definition().id();
  }

  private ReceiptFile.Read read(DefinitionId id, Viewer by, String text) {
    return read(id, by, "回执.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private ReceiptFile.Read read(DefinitionId id, Viewer by, String name, byte[] content) {
    try {
      var file = Files.write(Files.createTempFile(folder, "receipts", ""), content);
      return gongbi.campaigns().receipts(id, by, file, name, SHANGHAI_TIME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Long> in(DefinitionId id, LedgerEntry.State state) {
    return gongbi.deliveries().ledger().list(id, Optional.of(state), 0, 100).stream()
        .map(e -> e.customer().value())
        .toList();
  }

  private static List<String> said(List<Fault> faults) {
    return faults.stream().map(f -> f.place() + " " + f.code()).toList();
  }

  /** As a platform exports it; numbers in every way in which such files write them. */
  @Test
  void lines_areSettledByTheirNumber() {
    var id = launched();
    var file =
        """
        序号,接收号码,状态,时间
        1,13900000001,送达,2026-03-01 16:05
        2,+86 139-0000-0002,失败,2026-03-01 16:06
        3,8613900000003,送达,2026-03-01 16:07
        4,008613900000004,送达,2026-03-01 16:08
        5,\t13900000005,送达,2026-03-01 16:09
        6,１３９０００００００６,送达,2026-03-01 16:10
        7,'13900000007,送达,2026-03-01 16:11
        8,"=""13900000008""\",送达,2026-03-01 16:12
        9,13900000009.0,送达,2026-03-01 16:13
        """;
    assertThat(read(id, LIN, file)).isEqualTo(new ReceiptFile.Read(9, 9, 0, 0, 0, 0, List.of()));
    assertThat(in(id, LedgerEntry.State.FAILED)).containsExactly(2L);
    assertThat(in(id, LedgerEntry.State.DELIVERED)).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(
            gongbi
                .deliveries()
                .ledger()
                .list(id, Optional.of(LedgerEntry.State.DELIVERED), 0, 1)
                .getFirst()
                .deliveredAt())
        .contains(Instant.parse("2026-03-01T08:05:00Z"));
    assertThat(read(id, LIN, file)).isEqualTo(new ReceiptFile.Read(9, 0, 9, 0, 0, 0, List.of()));
  }

  /** What says of no message which one it is is told line by line, and never guessed. */
  @Test
  void lines_thatNameNoNumber_areToldWithTheirReason() {
    var id = launched();
    var read =
        read(
            id,
            LIN,
            """
            手机号,状态
            139****0001,送达
            13900000002-3421,送达
            1.39E+10,送达
            0571-88880000,送达
            12345,送达
            ,送达
            合计,9
            13900000077,送达
            13900000003,送达
            13900000004,收到
            """);
    assertThat(said(read.faults()))
        .containsExactly(
            "line 2 quality.phone-masked",
            "line 3 quality.privacy-number",
            "line 4 quality.code-rounded",
            "line 5 quality.phone-landline",
            "line 6 quality.phone-invalid",
            "line 7 campaign.receipt-nobody",
            "line 8 campaign.receipt-status",
            "line 11 campaign.receipt-status");
    assertThat(read).isEqualTo(new ReceiptFile.Read(10, 1, 0, 0, 1, 8, read.faults()));
    assertThat(in(id, LedgerEntry.State.DELIVERED)).containsExactly(3L);
  }

  /** Twice the same is known the second time, and a later truth replaces an earlier one. */
  @Test
  void lines_ofOneNumber_areReadAsThoseOfOneKey() {
    var byNumber = launched();
    var byKey = launched();
    var rest = List.of("失败", "送达", "送达", "失败");
    var numbers = rest.stream().map(s -> "13900000001," + s + "\n").collect(Collectors.joining());
    var keys = rest.stream().map(s -> "m41," + s + "\n").collect(Collectors.joining());
    var expected = new ReceiptFile.Read(4, 2, 2, 0, 0, 0, List.of());
    assertThat(read(byKey, LIN, "消息编号,状态\n" + keys)).isEqualTo(expected);
    assertThat(read(byNumber, LIN, "手机号,状态\n" + numbers)).isEqualTo(expected);
    assertThat(in(byNumber, LedgerEntry.State.DELIVERED)).containsExactly(1L);
    assertThat(in(byKey, LedgerEntry.State.DELIVERED)).containsExactly(1L);
  }

  /** The key wins over the number beside it; where there is none, the number is read. */
  @Test
  void keyWins_andAnEmptyOneFallsBackToTheNumber() {
    var id = launched();
    var read =
        read(
            id,
            LIN,
            """
            消息编号,手机号码,状态
            m1,13900000009,送达
            ,13900000002,送达
            m999,13900000003,送达
            m4,139****0004,送达
            ,,送达
            """);
    assertThat(said(read.faults())).containsExactly("line 6 campaign.receipt-nobody");
    assertThat(read).isEqualTo(new ReceiptFile.Read(5, 3, 0, 0, 1, 1, read.faults()));
    assertThat(in(id, LedgerEntry.State.DELIVERED)).containsExactly(1L, 2L, 4L);
  }

  /** Of half the people, who were held back, no message left. */
  @Test
  void lines_ofWhomNothingWasSentTo_areUnknown() {
    var campaign = company.draft(LIN, 500);
    company.launch(campaign, LIN);
    var id = campaign.definition().id();
    var numbers =
        LongStream.rangeClosed(1, 39)
            .mapToObj("139%08d,送达\n"::formatted)
            .collect(Collectors.joining());
    long held = LongStream.rangeClosed(1, 39).filter(n -> heldOut(campaign, n)).count();
    assertThat(read(id, LIN, "手机号,状态\n" + numbers))
        .isEqualTo(new ReceiptFile.Read(39, 39 - held, 0, 0, held, 0, List.of()));
    assertThat(in(id, LedgerEntry.State.DELIVERED)).noneMatch(n -> heldOut(campaign, n));
  }

  /** The same number was sent a message by another campaign before, and by one after. */
  @Test
  void numbers_areOfThisCampaignAlone() {
    var before = launched();
    var id = launched();
    var after = launched();
    assertThat(read(id, LIN, "phone,status\n13900000001,delivered\n"))
        .isEqualTo(new ReceiptFile.Read(1, 1, 0, 0, 0, 0, List.of()));
    assertThat(in(before, LedgerEntry.State.DELIVERED)).isEmpty();
    assertThat(in(id, LedgerEntry.State.DELIVERED)).containsExactly(1L);
    assertThat(in(after, LedgerEntry.State.DELIVERED)).isEmpty();
  }

  /** More than are looked up at a time, and who answers 退订 by a number gets no more. */
  @Test
  void longFiles_areReadToTheirEnd() {
    var id = launched();
    var strangers =
        IntStream.range(10_000, 22_000)
            .mapToObj("1371%07d,送达,\n"::formatted)
            .collect(Collectors.joining());
    var file = "手机,发送状态,回复内容\n13900000001,送达,\n" + strangers + "13900000002,送达,退订\n";
    assertThat(read(id, LIN, file))
        .isEqualTo(new ReceiptFile.Read(12_002, 2, 0, 0, 12_000, 0, List.of()));
    assertThat(gongbi.optOuts().inForce()).containsExactly("13900000002");
  }

  /**
   * 13900000041 is nobody's, 13900000001 was held back: neither got a message of this campaign, and
   * both want none. The second time their wish is known, and who answers something else is unknown.
   */
  @Test
  void optOuts_ofNumbersOutsideTheCampaign_hold() {
    var campaign = company.draft(LIN, 500);
    company.launch(campaign, LIN);
    long held = LongStream.rangeClosed(1, 39).filter(n -> heldOut(campaign, n)).min().orElseThrow();
    long sent =
        LongStream.rangeClosed(1, 39).filter(n -> !heldOut(campaign, n)).min().orElseThrow();
    var id = campaign.definition().id();
    var file =
        """
        手机号,状态,回复内容
        +86 139-0000-0041,送达,TD
        139%08d,退订,
        13900000041,,T
        139%08d,,退订
        13900000042,送达,谢谢
        139****0043,退订,
        """
            .formatted(held, sent);
    var read = read(id, LIN, file);
    assertThat(said(read.faults())).containsExactly("line 7 quality.phone-masked");
    assertThat(read).isEqualTo(new ReceiptFile.Read(6, 1, 1, 2, 1, 1, read.faults()));
    assertThat(gongbi.optOuts().list("", false, 0, 9, LIN).rows())
        .extracting(o -> o.address() + " " + o.way() + " " + o.reason() + " " + o.by().value())
        .containsExactlyInAnyOrder(
            "13900000041 REPLY campaign/c1 lin",
            "139%08d REPLY campaign/c1 lin".formatted(held),
            "139%08d REPLY campaign/c1 m%d system".formatted(sent, sent));
    assertThat(read(id, LIN, file))
        .isEqualTo(new ReceiptFile.Read(6, 0, 4, 0, 1, 1, read.faults()));
  }

  /** The words of a status mean what they mean in an imported log of sends. */
  @Test
  void statusWords_meanWhatTheyMeanInAnImportedLog() {
    for (var word :
        List.of(
            "送达",
            "已送达",
            "成功",
            "发送成功",
            "接收成功",
            "已到达",
            "DELIVRD",
            "Success",
            "已发送",
            "提交成功",
            "发送中",
            "待回执",
            "等待回执",
            "ACCEPTD",
            "失败",
            "发送失败",
            "接收失败",
            "未送达",
            "空号",
            "黑名单",
            "UNDELIV",
            "REJECTD",
            "EXPIRED",
            "退订",
            "回复退订",
            "opted-out",
            "不知道",
            "UNKNOWN")) {
      var sql = Sql.of("select gb_delivery_status(#word) as status").with("word", Value.of(word));
      assertThat(ReceiptStatus.of(word, "").map(s -> s.name().toLowerCase(Locale.ROOT)))
          .as(word)
          .isEqualTo(
              gongbi
                  .warehouse()
                  .query(sql, View.of(Map.of()))
                  .only()
                  .textIfAny("status")
                  .map(s -> s.replace('-', '_')));
    }
  }

  /** Excel keeps a number as a number. */
  @Test
  void numbers_comeFromExcelToo() throws Exception {
    var id = launched();
    var excel = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(excel, "test", "1.0")) {
      var sheet = book.newWorksheet("明细");
      var heads = List.of("手机号码", "发送时间", "回执状态", "错误码");
      for (int i = 0; i < heads.size(); i++) sheet.value(0, i, heads.get(i));
      sheet.value(1, 0, 13900000001L);
      sheet.value(1, 1, "2026-03-01 16:05:00");
      sheet.value(1, 2, "DELIVRD");
      sheet.value(2, 0, 13900000002L);
      sheet.value(2, 1, "2026-03-01 16:05:00");
      sheet.value(2, 2, "UNDELIV");
      sheet.value(2, 3, "MK:0001");
      sheet.value(3, 0, 13900000003L);
      sheet.value(3, 1, "2026-03-01 16:05:00");
      sheet.value(3, 2, "空号");
    }
    assertThat(read(id, LIN, "明细.xlsx", excel.toByteArray()))
        .isEqualTo(new ReceiptFile.Read(3, 3, 0, 0, 0, 0, List.of()));
    assertThat(gongbi.deliveries().ledger().list(id, Optional.of(LedgerEntry.State.FAILED), 0, 9))
        .extracting(e -> e.customer().value() + " " + e.reason().orElse("") + " " + e.sentAt())
        .containsExactly(
            "2 MK:0001 Optional[2026-03-01T04:00:00Z]", "3 空号 Optional[2026-03-01T04:00:00Z]");
    assertThat(
            gongbi
                .deliveries()
                .ledger()
                .list(id, Optional.of(LedgerEntry.State.DELIVERED), 0, 9)
                .getFirst()
                .deliveredAt())
        .contains(Instant.parse("2026-03-01T08:05:00Z"));
  }

  /**
   * Neither a key nor a number: both ways to head a column are told, and that no status is there.
   */
  @Test
  void filesWithoutKeyAndNumber_areRefusedWhole() {
    var id = launched();
    assertThatThrownBy(() -> read(id, LIN, "姓名,金额\n客户1,3\n"))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        new Fault.BadQuestion(
                            "campaign.receipt-whose", "message_key", Map.of("found", "姓名, 金额")),
                        new Fault.BadQuestion(
                            "campaign.receipt-state", "status", Map.of("found", "姓名, 金额"))));
    assertThat(in(id, LedgerEntry.State.SENT)).hasSize(39);
  }

  /**
   * Mei, to whom numbers are masked, could otherwise try ten thousand of them and see which one is
   * a customer's. By keys she may upload.
   */
  @Test
  void whoSeesNoNumbers_canNotFindThemOutByReceipts() {
    var id = launched();
    assertThatThrownBy(() -> read(id, SHANGHAI, "手机号,状态\n13900000002,送达\n"))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        new Fault.Forbidden("campaign.receipt-numbers-masked", "", Map.of())));
    var read = read(id, SHANGHAI, "message_key,手机号,状态\n,13900000002,送达\nm4,13900000004,送达\n");
    assertThat(said(read.faults())).containsExactly("line 2 campaign.receipt-numbers-masked");
    assertThat(read).isEqualTo(new ReceiptFile.Read(2, 1, 0, 0, 0, 1, read.faults()));
    assertThat(in(id, LedgerEntry.State.DELIVERED)).containsExactly(4L);
  }

  /** Wu sees Shanghai, the even numbers, with their phones: those of Beijing are unknown to him. */
  @Test
  void numbersOutOfSight_areUnknown() {
    var id = launched();
    company.followed();
    var wu =
        new Viewer(new UserId("wu"), Role.marketer().over(OF_SHANGHAI).showing(Contacts.CLEAR));
    assertThat(read(id, wu, "手机号,状态\n13900000001,失败\n13900000002,失败\n"))
        .isEqualTo(new ReceiptFile.Read(2, 1, 0, 0, 1, 0, List.of()));
    assertThat(in(id, LedgerEntry.State.FAILED)).containsExactly(2L);
    assertThat(read(id, wu, "手机号,状态\n13900000003,退订\n"))
        .as("as if Wu had entered the number by hand")
        .isEqualTo(new ReceiptFile.Read(1, 0, 0, 1, 0, 0, List.of()));
    assertThat(gongbi.optOuts().inForce()).containsExactly("13900000003");
  }
}
