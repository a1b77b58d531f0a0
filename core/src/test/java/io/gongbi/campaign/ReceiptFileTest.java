package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.delivery.LedgerEntry;
import io.gongbi.fault.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files that say what became of messages, of forty customers who were all written to. */
final class ReceiptFileTest extends FortyCustomers {
  private static final ZoneId SHANGHAI_TIME = ZoneId.of("Asia/Shanghai");

  @Test
  void receipts_areMatchedByKey_andBadLinesAreTold() {
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
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
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
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
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
    var file = kept("姓名,结局\n客户1,送达\n".getBytes(StandardCharsets.UTF_8));
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
                        "campaign.receipt-whose message_key: 姓名, 结局",
                        "campaign.receipt-state status: 姓名, 结局"));
  }

  /**
   * Two campaigns to the same forty: the first takes the keys m1 … m40, the second m41 … m80. A
   * file from Excel, in GB18030 and with the times of the company's company.clock, names one
   * message of each.
   */
  @Test
  void receipts_changeOnlyTheirOwnCampaign_alsoFromExcel() {
    var first = company.draft(LIN, 0);
    company.launch(first, LIN);
    var second = company.draft(LIN, 0);
    company.launch(second, LIN);
    var file =
        "message_key,status,happened_at,reason\r\nm2,失败,2026/3/1 16:05,停机\r\nm42,送达,2026-03-01 16:05,\r\n";
    var bytes = file.getBytes(Charset.forName("GB18030"));
    var read =
        gongbi
            .campaigns()
            .receipts(first.definition().id(), LIN, kept(bytes), "receipts.csv", SHANGHAI_TIME);
    assertThat(read).isEqualTo(new ReceiptFile.Read(2, 1, 0, 0, 1, 0, List.of()));
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
    assertThat(again).isEqualTo(new ReceiptFile.Read(2, 0, 1, 0, 1, 0, List.of()));
  }

  /**
   * The file of the second campaign holds answers to the first: m3 and m4 want no more, m5 arrived.
   * The wishes hold and are known the second time; nothing of the first campaign changes, and m999
   * is of no campaign.
   */
  @Test
  void optOuts_byKeysOfAnotherCampaign_hold() {
    var first = company.draft(LIN, 0);
    company.launch(first, LIN);
    var second = company.draft(LIN, 0);
    company.launch(second, LIN);
    var sent = gongbi.deliveries().ledger().counts(first.definition().id());
    var bytes =
        """
        message_key,status,reply
        m3,退订,
        m4,送达,TD
        m5,送达,
        m43,退订,
        m999,退订,
        """
            .getBytes(StandardCharsets.UTF_8);
    var id = second.definition().id();
    assertThat(gongbi.campaigns().receipts(id, LIN, kept(bytes), "receipts.csv", SHANGHAI_TIME))
        // m3 and m43 are of one number: its owner is taken off by the second's own message first.
        .isEqualTo(new ReceiptFile.Read(5, 1, 1, 1, 2, 0, List.of()));
    assertThat(gongbi.optOuts().inForce()).containsExactlyInAnyOrder("13900000003", "13900000004");
    assertThat(gongbi.deliveries().ledger().counts(first.definition().id())).isEqualTo(sent);
    assertThat(gongbi.campaigns().receipts(id, LIN, kept(bytes), "receipts.csv", SHANGHAI_TIME))
        .isEqualTo(new ReceiptFile.Read(5, 0, 3, 0, 2, 0, List.of()));
  }
}
