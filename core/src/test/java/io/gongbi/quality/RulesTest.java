package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import io.gongbi.refresh.Delta;
import io.gongbi.source.FeedId;
import io.gongbi.standard.Op;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules do to rows. */
final class RulesTest extends RuledFeeds {
  /**
   * o1 is well. o2 was paid before it was ordered. o3 is not paid, which breaks no comparison. o4
   * costs less than nothing, and its newer row goes to quarantine, so the older one stands.
   */
  @Test
  void rows_thatBreakARule_goToQuarantineOrAreListed() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(
          ORDERS,
          "a.csv",
          """
          no,at,paid,total,shop,phone
          o1,2026-01-02 08:00:00,2026-01-02 09:00:00,10,SH1,13812340001
          o2,2026-01-02 08:00:00,2026-01-01 09:00:00,10,SH1,
          o3,2026-01-02 08:00:00,,10,X,
          o4,2026-01-02 08:00:00,2026-01-02 09:00:00,10,SH2,
          """);
      here.land(
          ORDERS,
          "b.csv",
          """
          no,at,paid,total,shop,phone
          o4,2026-01-02 08:00:00,2026-01-02 09:00:00,-10,SH2,
          """);
      here.rules.put("r1", out("order", range("order.amount", "0", "")));
      here.rules.put(
          "r2",
          out(
              "order",
              new CleaningRule.Comparison(f("order.paid_at"), Op.GE, f("order.ordered_at"))));
      here.rules.put(
          "r3",
          remind(
              "order",
              new CleaningRule.Pattern(f("order.shop"), new TextForm.LettersAndDigits(3, 3))));
      here.rules.put("r4", remind("customer", new CleaningRule.Required(f("customer.phone"))));
      here.clean();
      assertThat(here.rows(FATES)).containsExactly("1 3 quarantined", "2 2 quarantined");
      assertThat(here.rows(FOUND))
          .containsExactly(
              "1 3 order.paid_at 2026-01-01 09:00:00 | 2026-01-02 08:00:00 quarantine rule:r2",
              "1 4 order.shop X remind rule:r3",
              "2 2 order.amount -10 quarantine rule:r1");
      assertThat(
              here.rows(
                  "select o.order_key, o.amount, o.batch from {quality.order} o order by o.order_key"))
          .containsExactly("o1 10 1", "o3 10 1", "o4 10 1");
      assertThat(here.hasNews()).isFalse();
    }
  }

  /** Each kind of rule on one file: what breaks it, and that empty cells break none but one. */
  @Test
  void kinds_ofRules() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(
          MEMBERS,
          "m.csv",
          """
          card,phone,born,level
          12345678,13812340001,1990-01-01,gold
          1234567,13812340001,1909-01-01,GOLD
          AB345678,13812340002,2026-03-01,silver
          12345679,,2026-03-03,nobody
          12345670,,,
          """);
      var level = f("customer.level");
      here.rules.put("digits", remind("customer", form("member_card", new TextForm.Digits(8, 8))));
      here.rules.put(
          "letters", remind("customer", form("member_card", new TextForm.LettersAndDigits(8, 9))));
      here.rules.put(
          "regex", remind("customer", form("member_card", new TextForm.Matches("[0-9]+|AB.*"))));
      here.rules.put("email", remind("customer", form("level", new TextForm.Email())));
      here.rules.put("phone", remind("customer", form("level", new TextForm.Phone())));
      here.rules.put(
          "oneof",
          remind("customer", new CleaningRule.OneOf(level, List.of("gold", "silver", "'; --"))));
      here.rules.put("required", remind("customer", new CleaningRule.Required(level)));
      here.rules.put(
          "born",
          remind(
              "customer",
              new CleaningRule.PlausibleDate(
                  f("customer.birthday"), LocalDate.parse("1910-01-01"))));
      here.rules.put("unique", remind("customer", new CleaningRule.Unique(f("customer.phone"))));
      here.clean();
      assertThat(here.rows(FATES)).isEmpty();
      assertThat(here.rows("select q.reason, q.line from {quality.quarantine} q order by 1, 2"))
          .containsExactly(
              "rule:born 3",
              "rule:born 5",
              "rule:digits 3",
              "rule:digits 4",
              "rule:email 2",
              "rule:email 3",
              "rule:email 4",
              "rule:email 5",
              "rule:letters 3",
              "rule:oneof 3",
              "rule:oneof 5",
              "rule:phone 2",
              "rule:phone 3",
              "rule:phone 4",
              "rule:phone 5",
              "rule:required 6",
              "rule:unique 2",
              "rule:unique 3");
    }
  }

  private static CleaningRule form(String column, TextForm form) {
    return new CleaningRule.Pattern(f("customer." + column), form);
  }

  /**
   * K1 and K2 share a phone over two files. Then K1 has another: nothing of K2's landed anew, and
   * yet it shares nothing with anybody any more.
   */
  @Test
  void uniqueness_isAskedOfAllRows_whenAFewLanded() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.rules.put("r1", remind("customer", new CleaningRule.Unique(f("customer.phone"))));
      here.land(MEMBERS, "a.csv", "card,phone,born,level\nK1,13812340001,,\n");
      here.clean();
      here.land(MEMBERS, "b.csv", "card,phone,born,level\nK2,13812340001,,\n");
      assertThat(here.cleanNew()).isInstanceOf(Delta.Batches.class);
      assertThat(here.rows(FOUND))
          .containsExactly(
              "1 2 customer.phone 13812340001 remind rule:r1",
              "2 2 customer.phone 13812340001 remind rule:r1");
      here.land(MEMBERS, "c.csv", "card,phone,born,level\nK1,13812340009,,\n");
      assertThat(here.cleanNew()).isInstanceOf(Delta.Batches.class);
      assertThat(here.rows(FOUND)).isEmpty();
    }
  }

  @Test
  void changedRule_isReasonToReadTheLandedRowsAgain() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", "no,at,paid,total,shop,phone\no1,2026-01-02,,-1,,\n");
      here.clean();
      here.rules.put("r1", out("order", range("order.amount", "0", "")));
      assertThat(here.hasNews()).isTrue();
      assertThat(here.cleanNew()).isInstanceOf(Delta.Everything.class);
      assertThat(here.rows(FATES)).containsExactly("1 2 quarantined");
      here.rules.put("r1", out("order", range("order.amount", "-5", "")));
      assertThat(here.hasNews()).isTrue();
      here.cleanNew();
      assertThat(here.rows(FATES)).isEmpty();
      here.rules.put("r2", out("customer", new CleaningRule.Required(f("customer.phone"))));
      assertThat(here.hasNews()).as("a rule about other rows is none of theirs").isFalse();
    }
  }

  /**
   * Cities and districts that only addresses tell of. K2 lives in another city than the rule knows,
   * K3 nowhere; K1 and K4 in one district.
   */
  @Test
  void rules_lookAtPlacesThatAnAddressImplies() {
    var addresses =
        mapping(
            "members",
            "customer",
            List.of("card"),
            """
            card → customer.member_card
            lives → customer.address""");
    try (var here = new CleanFolder(folder, addresses)) {
      here.land(
          addresses,
          "m.csv",
          """
          card,lives
          K1,浙江省杭州市西湖区文三路 90 号
          K2,江苏省南京市玄武区珠江路 1 号
          K3,
          K4,杭州市西湖区天目山路 2 号
          """);
      var city = out("customer", new CleaningRule.OneOf(f("customer.city"), List.of("杭州")));
      var district = remind("customer", new CleaningRule.Unique(f("customer.district")));
      here.clean();
      assertThat(trials(here).tried(city, Optional.empty(), Viewer.system()).feeds())
          .containsExactly(
              new Trials.OfFeed(
                  FeedId.of("shop", "members"),
                  4,
                  1,
                  List.of(
                      new Trials.Sample(
                          "m.csv", 3, List.of(Optional.of("江苏省南京市玄武区珠江路 1 号")), Optional.empty())),
                  Optional.empty()));
      assertThat(trials(here).tried(district, Optional.empty(), Viewer.system()).broken())
          .isEqualTo(2);
      here.rules.put("r1", city);
      here.rules.put("r2", district);
      here.clean();
      assertThat(here.rows(FATES)).containsExactly("1 3 quarantined");
      assertThat(here.rows(FOUND))
          .containsExactly(
              "1 2 customer.district 浙江省杭州市西湖区文三路 90 号 remind rule:r2",
              "1 3 customer.city 江苏省南京市玄武区珠江路 1 号 quarantine rule:r1",
              "1 5 customer.district 杭州市西湖区天目山路 2 号 remind rule:r2");
    }
  }
}
