package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.campaign.CampaignFolder.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.gateway.FakeGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who answers a message of ours that they want no more, as its effect tells it. 1, 2 and 3 are of
 * 上海, 4, 5 and 6 of 北京; 5 and 6 have one number, and 5 gets its message, having bought last.
 */
final class AnsweredTest {
  private static final Viewer MEI =
      new Viewer(new UserId("mei"), Role.marketer().over(CampaignFolder.OF_SHANGHAI));

  @TempDir Path folder;
  private final FakeGateway gateway = new FakeGateway();
  private CampaignFolder company;
  private DefinitionId everybody;
  private String sms;

  @BeforeEach
  void open() {
    company = new CampaignFolder(folder, "2026-03-02T04:00:00Z");
    company.customers(
        List.of(
            customer(1, "一", "city", "上海", "phone", "13900000001"),
            customer(2, "二", "city", "上海", "phone", "13900000002"),
            customer(3, "三", "city", "上海", "phone", "13900000003"),
            customer(4, "四", "city", "北京", "phone", "13900000004"),
            customer(5, "五", "city", "北京", "phone", "13900000005", "last_order_day", "2026-02-01"),
            customer(6, "六", "city", "北京", "phone", "13900000005")));
    everybody = company.everybody();
    sms = company.connect(gateway);
  }

  @AfterEach
  void close() {
    company.close();
    gateway.close();
  }

  private DefinitionId sent(String channel) {
    var id = company.draft(everybody, channel, "上新了", 0);
    company.launch(id);
    company.followed();
    return id;
  }

  /** As the provider's call does. */
  private void hear(String json) {
    company.clock.forward(Duration.ofMinutes(1));
    var line = company.gongbi.connections().get(sms);
    company
        .gongbi
        .callbacks()
        .hear(line, line.hear("application/json", json.getBytes(StandardCharsets.UTF_8)));
  }

  /** {@code people sent delivered failed opted-out}, of the one arm. */
  private String effect(DefinitionId id, Viewer viewer) {
    company.refresh();
    var arm =
        company.gongbi.campaigns().effect(id, viewer, company.gongbi.asOf()).arms().getFirst();
    return "%d %d %d %d %d"
        .formatted(arm.people(), arm.sent(), arm.delivered(), arm.failed(), arm.optedOut());
  }

  /**
   * 1 answers TD, twice; 2 is heard to have arrived, and answers 退订; 3 asks what it costs; 4 is an
   * empty number; the family's answers T. Three of the four who read it want no more.
   */
  @Test
  void answers_areCountedOnce_eachInItsState() {
    var id = sent(sms);
    assertThat(effect(id, LIN)).isEqualTo("6 5 0 0 0");
    hear(
        """
        [{"msgid":"p-m1","phone":"13900000001","content":"TD"},
         {"phone":"13900000001","content":"td"},
         {"msgid":"p-m2","status":"DELIVRD"},
         {"msgid":"p-m2","content":"退订"},
         {"phone":"13900000003","content":"多少钱"},
         {"msgid":"p-m4","status":"MK:0001"},
         {"phone":"8613900000005","content":"T"}]""");
    assertThat(effect(id, LIN)).isEqualTo("6 5 4 1 3");
    assertThat(effect(id, MEI)).as("of Shanghai").isEqualTo("3 3 3 0 2");
  }

  /** Whose wish was known by telephone before the answer came has answered all the same. */
  @Test
  void answer_counts_alsoOfANumberThatHadOptedOutMeanwhile() {
    var id = sent(sms);
    company.gongbi.optOuts().add(List.of("13900000001"), "来电要求", LIN);
    hear("{\"msgid\":\"p-m1\",\"content\":\"TD\"}");
    assertThat(effect(id, LIN)).isEqualTo("6 5 1 0 1");
    assertThat(company.gongbi.optOuts().list("", false, 0, 9, LIN).total()).isEqualTo(1);
  }

  /** 1 answers the second message and then the first; 2 answers without saying which: the last. */
  @Test
  void answer_countsForTheMessageThatItAnswers() {
    var first = sent(sms);
    var second = sent(sms);
    var numbers = company.gongbi.deliveries().ledger().list(second, Optional.empty(), 0, 1);
    hear("{\"msgid\":\"p-m%d\",\"content\":\"TD\"}".formatted(numbers.getFirst().number()));
    hear("{\"msgid\":\"p-m1\",\"content\":\"TD\"}");
    hear("{\"phone\":\"13900000002\",\"content\":\"TD\"}");
    assertThat(effect(first, LIN)).isEqualTo("6 5 1 0 1");
    assertThat(effect(second, LIN)).isEqualTo("6 5 2 0 2");
  }

  /** What was answered stays answered, though the customer agreed again by telephone. */
  @Test
  void answer_counts_alsoAfterTheWishWasLifted() {
    var id = sent(sms);
    hear("{\"msgid\":\"p-m1\",\"content\":\"TD\"}");
    var wish = company.gongbi.optOuts().list("", false, 0, 9, LIN).rows().getFirst();
    company.gongbi.optOuts().lift(wish.number(), "来电同意", LIN);
    assertThat(effect(id, LIN)).isEqualTo("6 5 1 0 1");
    hear("{\"msgid\":\"p-m1\",\"content\":\"TD\"}");
    assertThat(effect(id, LIN)).isEqualTo("6 5 1 0 1");
    assertThat(company.gongbi.optOuts().list("", false, 0, 9, LIN).total()).isEqualTo(1);
  }

  /** By file out and receipts in: m1 stands as 退订, m2 answers R, m3 failed. */
  @Test
  void receiptFile_countsThemAlike() throws IOException {
    var id = sent("file");
    var file =
        Files.writeString(
            folder.resolve("receipts.csv"),
            """
            message_key,status,reply
            m1,退订,
            m2,,R
            m3,failed,
            """);
    company.gongbi.campaigns().receipts(id, LIN, file, "receipts.csv", ZoneId.of("Asia/Shanghai"));
    company.followed();
    assertThat(effect(id, LIN)).isEqualTo("6 5 2 1 2");
  }
}
