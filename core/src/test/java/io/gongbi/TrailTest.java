package io.gongbi;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.AuditTrail;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.dashboard.Board;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.tag.Tag;
import io.gongbi.tag.TagRule;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every deed of a person is in the trail, in their name, as soon as it is done and only then. */
final class TrailTest {
  private static final Condition OF_SHANGHAI =
      new Condition.Attribute(
          new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")));

  @TempDir Path folder;
  private TestCompany company;
  private Gongbi gongbi;
  private long known;

  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members(
            """
            id name phone       city
            a  Ann  13900000001 上海
            b  Bo   13900000002 北京
            """)
        .refresh();
    gongbi = company.gongbi;
    known = gongbi.audit().newest(1).stream().mapToLong(AuditTrail.Entry::position).sum();
  }

  @AfterEach
  void close() {
    company.close();
  }

  /** The rows since this was asked last. */
  private List<String> news() {
    var rows =
        gongbi.audit().newest(50).reversed().stream().filter(e -> e.position() > known).toList();
    known += rows.size();
    return rows.stream()
        .map(e -> e.user().value() + " " + e.act() + " " + e.what() + " " + e.detail())
        .toList();
  }

  @Test
  void segments_areInTheTrail() {
    var segments = gongbi.segments();
    var id = segments.add(LIN, Label.typed("上海客户"), OF_SHANGHAI).id();
    assertThat(news()).containsExactly("lin DEFINED segment/s1 上海客户");
    segments.change(LIN, id, Label.typed("所有人"), Condition.everyone());
    segments.rename(LIN, id, Label.typed("全部"));
    assertThat(news()).containsExactly("lin DEFINED segment/s1 所有人", "lin DEFINED segment/s1 全部");
    assertThatThrownBy(() -> segments.change(LIN, id, Label.typed("自己"), holds(id)))
        .isInstanceOf(FaultException.class);
    assertThat(news()).isEmpty();
    segments.delete(LIN, id);
    assertThat(news()).containsExactly("lin DELETED segment/s1 全部");
  }

  private static Condition holds(DefinitionId id) {
    return new Condition.Holds(TraitId.of(id), Op.EQ, Value.of(true));
  }

  @Test
  void tags_areInTheTrail() {
    var rule = TagRule.Rule.flag(OF_SHANGHAI);
    var tag = new Tag("地域", Label.typed("住在上海"), rule);
    var id = gongbi.tags().add(LIN, Label.typed("上海人"), tag).id();
    assertThat(news()).containsExactly("lin DEFINED tag/t1 上海人");
    gongbi.tags().put(LIN, id, Label.typed("沪"), tag);
    assertThat(news()).containsExactly("lin DEFINED tag/t1 沪");
    var user = gongbi.segments().add(LIN, Label.typed("沪上"), holds(id));
    assertThat(news()).containsExactly("lin DEFINED segment/s1 沪上");
    assertThatThrownBy(() -> gongbi.tags().retire(LIN, id))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("definition.in-use");
    assertThat(news()).isEmpty();
    gongbi.segments().delete(LIN, user.id());
    gongbi.tags().retire(LIN, id);
    assertThat(news()).containsExactly("lin DELETED segment/s1 沪上", "lin DELETED tag/t1 沪");
  }

  /** The first board makes itself, and is nobody's deed. */
  @Test
  void boards_areInTheTrail() {
    var boards = gongbi.boards();
    boards.all(gongbi.asOf(), LIN);
    assertThat(news()).isEmpty();
    var board = boards.add(Label.typed("早会"), List.of(), Optional.empty(), LIN);
    assertThat(news()).containsExactly("lin DEFINED dashboard/b1 早会");
    boards.save(new Board(board.id(), Label.typed("周会"), List.of()), LIN);
    assertThat(news()).containsExactly("lin DEFINED dashboard/b1 周会");
    boards.delete(board.id(), LIN);
    assertThat(news()).containsExactly("lin DELETED dashboard/b1 周会");
    assertThatThrownBy(() -> boards.delete(board.id(), LIN)).isInstanceOf(FaultException.class);
    assertThat(news()).isEmpty();
  }

  private static Campaign campaign(DefinitionId segment, String message) {
    var reach = new Reach.Own(segment, "file", message, 0, BigDecimal.ONE);
    return new Campaign(reach, 14, BigDecimal.ONE);
  }

  @Test
  void campaigns_areInTheTrail_fromDraftToReceipts() throws Exception {
    var campaigns = gongbi.campaigns();
    var segment = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone()).id();
    company.counted();
    news();

    var id = campaigns.add(LIN, Label.typed("春季"), campaign(segment, "你好")).id();
    assertThat(news()).containsExactly("lin DEFINED campaign/c1 春季");
    assertThatThrownBy(() -> campaigns.change(LIN, id, Label.typed("春"), campaign(segment, "")))
        .isInstanceOf(FaultException.class);
    assertThat(news()).isEmpty();
    campaigns.change(LIN, id, Label.typed("春季回访"), campaign(segment, "您好"));
    assertThat(news()).containsExactly("lin DEFINED campaign/c1 春季回访");

    gongbi.runs().await(gongbi.launches().launch(id, LIN, gongbi.asOf(), true));
    assertThat(news()).containsExactly("lin SENT campaign/c1 春季回访");
    assertThatThrownBy(() -> gongbi.launches().launch(id, LIN, gongbi.asOf(), true))
        .isInstanceOf(FaultException.class);
    assertThatThrownBy(() -> campaigns.delete(LIN, id)).isInstanceOf(FaultException.class);
    assertThatThrownBy(() -> gongbi.launches().goOn(id, LIN)).isInstanceOf(FaultException.class);
    assertThat(news()).isEmpty();

    var zone = ZoneId.of("Asia/Shanghai");
    var wrong = Files.writeString(folder.resolve("wrong.csv"), "phone,result\n1,ok\n");
    assertThatThrownBy(() -> campaigns.receipts(id, LIN, wrong, "wrong.csv", zone))
        .isInstanceOf(FaultException.class);
    assertThat(news()).isEmpty();
    var right = Files.writeString(folder.resolve("r.csv"), "message_key,status\nm1,delivered\n");
    campaigns.receipts(id, LIN, right, "r.csv", zone);
    assertThat(news()).containsExactly("lin IMPORTED campaign/c1 receipts: r.csv");

    var thrown = campaigns.add(LIN, Label.typed("草稿"), campaign(segment, "你好")).id();
    campaigns.delete(LIN, thrown);
    assertThat(news()).containsExactly("lin DEFINED campaign/c2 草稿", "lin DELETED campaign/c2 草稿");
  }

  /** Nobody is in it, so there is nothing to send, and nobody has sent. */
  @Test
  void launchThatFails_leavesNoRow() {
    var nowhere =
        new Condition.Attribute(
            new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("广州")));
    var segment = gongbi.segments().add(LIN, Label.typed("广州"), nowhere).id();
    company.counted();
    var id = gongbi.campaigns().add(LIN, Label.typed("x"), campaign(segment, "你好")).id();
    news();
    assertThatThrownBy(() -> gongbi.launches().launch(id, LIN, gongbi.asOf(), true))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.nobody");
    assertThat(news()).isEmpty();
  }
}
