package io.gongbi.delivery;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestCompany;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.CampaignEffect;
import io.gongbi.campaign.Fate;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.Label;
import io.gongbi.channel.Reply;
import io.gongbi.condition.Condition;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log of another system: 王芳 answers T, 李强 asks how to stop, 赵敏 stands as 退订, 钱七 was held back.
 */
final class RepliesTest {
  private static final String LOG =
      """
      活动 手机号      组别 发送时间            状态 回复内容
      春季 13900000001 发送 2026-03-01_10:00:00 送达 Ｔ。
      春季 13900000002 发送 2026-03-01_10:00:00 送达 退订怎么弄
      春季 13900000003 发送 2026-03-01_10:00:00 退订 -
      春季 13900000004 对照 2026-03-01_10:00:00 对照 -
      """;

  @TempDir Path folder;
  private TestCompany company;

  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company.members(
        """
        id name phone       card city level
        a  王芳 13900000001 -    上海 -
        b  李强 13900000002 -    上海 -
        c  赵敏 13900000003 -    上海 -
        d  钱七 13900000004 -    上海 -
        """);
    company.sends(LOG);
    company.refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private List<String> inForce() {
    return company.gongbi.optOuts().list("", false, 0, 10, LIN).rows().stream()
        .map(o -> o.address() + " " + o.way() + " " + o.reason())
        .sorted()
        .toList();
  }

  @Test
  void whoAnsweredThatTheyWantNoMore_isNotWrittenTo() {
    assertThat(inForce()).containsExactly("13900000001 REPLY 春季", "13900000003 REPLY 春季");
    var gongbi = company.gongbi;
    var everybody = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone()).id();
    company.counted();
    var reach = new Reach.Own(everybody, "file", "上新了", 0, BigDecimal.ONE);
    var next =
        gongbi
            .campaigns()
            .add(LIN, Label.typed("夏季"), new Campaign(reach, 14, BigDecimal.ONE))
            .id();
    assertThat(gongbi.forecast().rehearse(next, LIN, gongbi.asOf()).fates())
        .isEqualTo(Map.of(Fate.OPTED_OUT, 2L, Fate.REACHED, 2L));
  }

  /** Three got the message and two of them want no more: 退订 shows that it arrived. */
  @Test
  void effect_countsThem() {
    var gongbi = company.gongbi;
    var id =
        gongbi
            .campaigns()
            .add(LIN, Label.typed("春季"), new Campaign(new Reach.Imported("春季"), 14, BigDecimal.ONE))
            .id();
    assertThat(gongbi.campaigns().effect(id, LIN, gongbi.asOf()).arms())
        .extracting(CampaignEffect.ArmResult::arm)
        .containsExactly("control", "treated");
    assertThat(gongbi.campaigns().effect(id, LIN, gongbi.asOf()).arms())
        .extracting(CampaignEffect.ArmResult::delivered, CampaignEffect.ArmResult::optedOut)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0L, 0L),
            org.assertj.core.groups.Tuple.tuple(3L, 2L));
  }

  /** 王芳 agreed again: the log says nothing new, however often it is read. */
  @Test
  void whatWasLifted_staysLifted() {
    var wang =
        company.gongbi.optOuts().list("13900000001", false, 0, 10, LIN).rows().getFirst().number();
    company.gongbi.optOuts().lift(wang, "来电同意", LIN);
    company.refresh(true);
    assertThat(company.gongbi.replies().hear()).isZero();
    assertThat(inForce()).containsExactly("13900000003 REPLY 春季");
  }

  /** One meaning, said in SQL and in Java. */
  @Test
  void reply_saysTheSameInBothLanguages() {
    for (var reply :
        List.of(
            "T",
            "t",
            "TD",
            "td。",
            "Ｒ",
            " 退订。",
            "回复T",
            "退订怎么弄",
            "TDX",
            "opted-out",
            "STOP",
            "N",
            "好的",
            "拒收",
            "")) {
      var sql = Sql.of("select gb_opts_out(#reply) as stops").with("reply", Value.of(reply));
      assertThat(company.gongbi.warehouse().query(sql, View.of(Map.of())).only().flag("stops"))
          .as(reply)
          .isEqualTo(new Reply(reply).stops());
    }
  }
}
