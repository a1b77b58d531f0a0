package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.Gongbi;
import io.gongbi.TestCompany;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.channel.SmsFrame;
import io.gongbi.channel.file.FileChannel;
import io.gongbi.condition.Condition;
import io.gongbi.segment.ListFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written to whom, and what it costs. 王芳 and somebody without a name have numbers; 赵敏 has
 * one that a platform lent, 钱七 one with stars, 孙八 none.
 */
final class CampaignContentTest {
  private TestCompany company;
  private Gongbi gongbi;
  private DefinitionId everybody;

  @BeforeEach
  void open(@TempDir Path folder) {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    gongbi = company.gongbi;
    company
        .members(
            """
            id name phone            card city level
            a  王芳 13900000001      -    上海 金卡
            b  -    13900000002      -    北京 -
            c  赵敏 17012345678-3421 K3   上海 金卡
            d  钱七 139****0004      K4   上海 -
            e  孙八 -                K5   上海 -
            """)
        .orders(
            """
            no paid                status    amount phone
            o1 2026-03-05_10:00:00 completed 100.50 13900000001
            """)
        .refresh();
    everybody = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone()).id();
    company.counted();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private DefinitionId draft(String message) {
    var reach = new Reach.Own(everybody, "file", message, 0, new BigDecimal("0.05"));
    return gongbi
        .campaigns()
        .add(LIN, Label.typed("上新"), new Campaign(reach, 14, new BigDecimal("0.3")))
        .id();
  }

  private Rehearsal rehearse(String message) {
    return gongbi.forecast().rehearse(draft(message), LIN, gongbi.asOf());
  }

  /**
   * 王芳 reads 2 + 1 + 58 + 7 = 68 characters, which are one part; 尊敬的会员 is three longer than her
   * name, and 71 are two. Three parts at 0.05 are 0.15.
   */
  @Test
  void rehearsal_countsPartsAndReasons() {
    var rehearsal = rehearse("{姓名|尊敬的会员}，" + "好".repeat(58));
    assertThat(rehearsal.fates())
        .isEqualTo(
            Map.of(
                Fate.REACHED, 2L,
                Fate.PRIVACY_NUMBER, 1L,
                Fate.MASKED_NUMBER, 1L,
                Fate.NO_ADDRESS, 1L));
    assertThat(rehearsal.bills()).isEqualTo(Map.of(1, 1L, 2, 1L));
    assertThat(rehearsal.cost().orElseThrow()).isEqualByComparingTo("0.15");
  }

  /** The one without a name comes first: theirs is the longest, and they lack something. */
  @Test
  void preview_showsTheLongestAndTheLackingFirst() {
    var preview =
        gongbi.forecast().preview(everybody, "file", "{姓名|尊敬的会员}，{等级}专享", LIN, gongbi.asOf());
    assertThat(preview)
        .extracting(s -> s.pick() + " " + s.complete() + " " + s.text())
        .startsWith("LONGEST true 王芳，金卡专享，拒收请回复R", "LACKING false 尊敬的会员，{等级}专享，拒收请回复R")
        .contains("USUAL true 赵敏，金卡专享，拒收请回复R", "USUAL false 钱七，{等级}专享，拒收请回复R")
        .hasSize(4);
  }

  /** Ten whole days lie between 5 and 15 March. */
  @Test
  void launch_writesToWhomNothingIsMissing_andTheLedgerSaysWhyNotToOthers() throws IOException {
    gongbi.deliveries().settings().change(new SmsFrame("宣和", "退订回T"), gongbi.audit(), LIN);
    var id = draft("{姓名}，{未购天数}天没来了");
    assertThat(gongbi.forecast().rehearse(id, LIN, gongbi.asOf()).fates())
        .containsEntry(Fate.INCOMPLETE, 1L)
        .containsEntry(Fate.REACHED, 1L);
    gongbi.runs().await(gongbi.launches().launch(id, LIN, gongbi.asOf(), true));
    assertThat(texts(id)).containsExactly("【宣和】王芳，10天没来了，退订回T");
    assertThat(gongbi.deliveries().ledger().list(id, Optional.empty(), 0, 9))
        .extracting(e -> e.reason().orElse("-"))
        .containsExactlyInAnyOrder(
            "-",
            "delivery.incomplete",
            "delivery.privacy-number",
            "delivery.masked-number",
            "delivery.no-address");

    gongbi.deliveries().settings().change(SmsFrame.NONE, gongbi.audit(), LIN);
    var out = new ByteArrayOutputStream();
    gongbi.campaigns().list(id, LIN).write(ListFile.Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("【宣和】王芳，10天没来了，退订回T");
  }

  private List<String> texts(DefinitionId id) throws IOException {
    var texts = new ArrayList<String>();
    for (var part : FileChannel.parts(gongbi.deliveries().place(id))) {
      for (var line : Files.readAllLines(part)) {
        texts.add(line.substring(line.lastIndexOf(",\"") + 2, line.length() - 1));
      }
    }
    return texts;
  }

  @Test
  void effect_costsWhatWasBilled() {
    var id = draft("{姓名|尊敬的会员}，" + "好".repeat(58));
    gongbi.runs().await(gongbi.launches().launch(id, LIN, gongbi.asOf(), true));
    company.refresh();
    assertThat(gongbi.campaigns().effect(id, LIN, gongbi.asOf()).cost().orElseThrow())
        .isEqualByComparingTo("0.15");
  }

  @Test
  void frame_isChangedByAdministratorsAlone_andChecked() {
    assertThat(gongbi.deliveries().settings().frame()).isEqualTo(new SmsFrame("", "拒收请回复R"));
    assertThatThrownBy(
            () ->
                gongbi
                    .deliveries()
                    .settings()
                    .change(new SmsFrame("【宣和】", "谢谢"), gongbi.audit(), LIN))
        .hasMessageContaining("delivery.signature")
        .hasMessageContaining("delivery.opt-out-text");
  }
}
