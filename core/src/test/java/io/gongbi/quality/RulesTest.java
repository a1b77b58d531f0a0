package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Delta;
import io.gongbi.source.FeedId;
import io.gongbi.source.Mapping;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesTest {
  private static final String FATES =
      """
      select f.batch, f.line, f.fate
      from {quality.fate} f
      where f.fate <> 'clean'
      order by f.batch, f.line
      """;
  private static final String FOUND =
      """
      select q.batch, q.line, q.field, q.value, q.severity, q.reason
      from {quality.quarantine} q
      order by q.batch, q.line, q.reason
      """;

  private static final Mapping ORDERS =
      mapping(
          "orders",
          "order",
          List.of("no"),
          """
          no → order.order_no
          at → order.ordered_at
          paid → order.paid_at
          total → order.amount
          shop → order.shop
          phone → customer.phone""");
  private static final Mapping MEMBERS =
      mapping(
          "members",
          "customer",
          List.of("card"),
          """
          card → customer.member_card
          phone → customer.phone
          born → customer.birthday
          level → customer.level""");

  @TempDir private Path folder;

  private static Rule rule(String rows, Rule.Severity severity, CleaningRule check) {
    return new Rule(
        new EntityName(rows), Optional.empty(), Optional.empty(), severity, true, check);
  }

  private static Rule out(String rows, CleaningRule check) {
    return rule(rows, Rule.Severity.QUARANTINE, check);
  }

  private static Rule remind(String rows, CleaningRule check) {
    return rule(rows, Rule.Severity.REMIND, check);
  }

  private static FieldKey f(String key) {
    return FieldKey.of(key);
  }

  private static CleaningRule range(String field, String from, String to) {
    return new CleaningRule.Range(
        f(field),
        Optional.of(from).filter(n -> !n.isEmpty()).map(BigDecimal::new),
        Optional.of(to).filter(n -> !n.isEmpty()).map(BigDecimal::new));
  }

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

  private static Trials trials(CleanFolder here) {
    return trials(here, here.rules());
  }

  private static Rules kept(CleanFolder here, Catalog catalog) {
    var definitions = new Definitions(catalog);
    return new Rules(
        definitions,
        new Authorship(catalog, definitions, new AuditTrail(catalog)),
        here.warehouse,
        new Standard(),
        (by, what) -> {});
  }

  private static Trials trials(CleanFolder here, Rules rules) {
    return new Trials(
        here.warehouse,
        new Gate(here.warehouse),
        here.cleaning(),
        rules,
        () -> CleanFolder.SHANGHAI);
  }

  /** Two of three standing rows cost less than nothing; the fourth cannot be read anyway. */
  @Test
  void trial_countsStandingRows_andShowsThem() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(
          ORDERS,
          "a.csv",
          """
          no,at,paid,total,shop,phone
          o1,2026-01-02,,10,,
          o2,2026-01-02,,-1,,
          o3,2026-01-02,,(2.50),,
          o4,2026-01-02,,abc,,
          """);
      here.clean();
      var rule = out("order", range("order.amount", "0", ""));
      var expected =
          new Trials.Trial(
              List.of(f("order.amount")),
              List.of(
                  new Trials.OfFeed(
                      FeedId.of("shop", "orders"),
                      3,
                      2,
                      List.of(
                          new Trials.Sample("a.csv", 3, List.of(Optional.of("-1"))),
                          new Trials.Sample("a.csv", 4, List.of(Optional.of("(2.50)")))))));
      assertThat(trials(here).tried(rule, Optional.empty(), Viewer.system())).isEqualTo(expected);
      assertThat(here.rows(FATES)).as("nothing was done").containsExactly("1 5 quarantined");
      here.rules.put("r1", rule);
      here.clean();
      assertThat(trials(here).tried(rule, Optional.of("r1"), Viewer.system()))
          .as("tried again, it counts what it has put out already")
          .isEqualTo(expected);
    }
  }

  @Test
  void trial_isClosedToWhoDoesNotSeeTheValues() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(MEMBERS, "m.csv", "card,phone,born,level\nK1,13812340001,,\nK2,13812340001,,\n");
      here.clean();
      var phone = remind("customer", new CleaningRule.Unique(f("customer.phone")));
      var level = remind("customer", new CleaningRule.Required(f("customer.level")));
      var analyst = new Viewer(new UserId("lin"), Role.analyst());
      var south =
          new Viewer(
              new UserId("hu"),
              new Role(
                  "south",
                  Set.of(Right.values()),
                  new Where.Missing(f("customer.city")),
                  true,
                  Set.of()));
      assertThat(trials(here).tried(phone, Optional.empty(), Viewer.system()).broken())
          .isEqualTo(2);
      assertThat(trials(here).tried(level, Optional.empty(), analyst).broken()).isEqualTo(2);
      assertThat(faults(() -> trials(here).tried(phone, Optional.empty(), analyst)))
          .containsExactly("quality.rule-field-masked");
      assertThat(faults(() -> trials(here).tried(level, Optional.empty(), south)))
          .containsExactly("quality.sees-some-only");
    }
  }

  /**
   * What cannot be tried cannot be saved either: a rule of everybody's rows is none of who sees the
   * south only, and an analyst could read phone numbers from the counts of patterns. Switching off
   * what stands tells nothing.
   */
  @Test
  void rules_areSavedByWhoCouldTryThem() {
    try (var here = new CleanFolder(folder, MEMBERS);
        var catalog =
            Catalog.open(folder.resolve("c.sqlite"), Users.MIGRATIONS, Clock.systemUTC())) {
      var rules = kept(here, catalog);
      var label = new Label("规则", "Rule");
      var phone = remind("customer", new CleaningRule.Unique(f("customer.phone")));
      var level = remind("customer", new CleaningRule.Required(f("customer.level")));
      var analyst = new Viewer(new UserId("lin"), Role.analyst());
      var south =
          new Viewer(new UserId("hu"), Role.marketer().over(new Where.Missing(f("customer.city"))));
      assertThat(faults(() -> rules.add(south, label, level)))
          .containsExactly("quality.sees-some-only");
      assertThat(faults(() -> rules.add(analyst, label, phone)))
          .containsExactly("quality.rule-field-masked");
      var kept = rules.add(analyst, label, level).id();
      var byAdmin = rules.add(Viewer.system(), label, phone).id();
      assertThat(faults(() -> rules.change(south, kept, label, level)))
          .containsExactly("quality.sees-some-only");
      assertThat(faults(() -> rules.delete(south, kept))).containsExactly("quality.sees-some-only");
      assertThat(faults(() -> rules.change(analyst, kept, label, phone)))
          .containsExactly("quality.rule-field-masked");
      var off =
          new Rule(
              phone.rows(), phone.source(), phone.feed(), phone.severity(), false, phone.check());
      assertThat(rules.change(analyst, byAdmin, label, off).body()).isEqualTo(off);
      assertThat(rules.all()).extracting(d -> d.body()).containsExactly(level, off);
    }
  }

  private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(FaultException.class, call).faults().stream()
        .map(Fault::code)
        .toList();
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
                      new Trials.Sample("m.csv", 3, List.of(Optional.of("江苏省南京市玄武区珠江路 1 号"))))));
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

  /** What breaks a rule today comes first; what somebody has made already does not come at all. */
  @Test
  void suggestions_areThoseThatTheColumnsAllow() {
    try (var here = new CleanFolder(folder, ORDERS);
        var catalog =
            Catalog.open(folder.resolve("c.sqlite"), Users.MIGRATIONS, Clock.systemUTC())) {
      var rules = kept(here, catalog);
      here.land(
          ORDERS,
          "a.csv",
          """
          no,at,paid,total,shop,phone
          o1,2026-01-02,2026-01-01,10,,
          o2,2026-01-02,2026-01-01,,,
          o3,2026-01-02,,,,
          o4,1980-01-02,,,,
          """);
      here.clean();
      assertThat(trials(here, rules).suggestions(Viewer.system()))
          .extracting(s -> s.idea().label().en() + " " + s.broken() + "/" + s.standing())
          .containsExactly(
              "Order without an amount 3/4",
              "Paid before ordered 2/4",
              "Implausible order time 1/4",
              "Amount paid below zero 0/4");
      var made =
          rules.add(
              Viewer.system(),
              new Label("有金额", "An amount"),
              out("order", new CleaningRule.Required(f("order.amount"))));
      assertThat(made.id().toString()).isEqualTo("rule/r1");
      assertThat(rules.inForce()).containsExactly(Map.entry("r1", made.body()));
      assertThat(trials(here, rules).suggestions(Viewer.system()))
          .extracting(s -> s.idea().label().en())
          .containsExactly(
              "Paid before ordered", "Implausible order time", "Amount paid below zero");
      var off =
          new Rule(
              Standard.ORDER,
              Optional.empty(),
              Optional.empty(),
              Rule.Severity.REMIND,
              false,
              made.body().check());
      rules.change(Viewer.system(), made.id(), made.label(), off);
      assertThat(rules.inForce()).as("switched off").isEmpty();
      rules.delete(Viewer.system(), made.id());
      assertThat(rules.all()).isEmpty();
      assertThat(rules.called("r1")).contains(new Label("有金额", "An amount"));
    }
  }

  @Test
  void unsoundRules_areRefusedWithEverythingThatIsWrong() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      var cases = new TreeMap<String, CleaningRule>();
      cases.put("quality.rule-unknown-field", new CleaningRule.Required(f("order.colour")));
      cases.put("quality.rule-field-elsewhere", new CleaningRule.Required(f("coupon.name")));
      cases.put("quality.rule-not-a-number", range("order.shop", "1", "2"));
      cases.put("quality.rule-bounds", range("order.amount", "2", "1"));
      cases.put(
          "quality.rule-not-text",
          new CleaningRule.Pattern(f("order.amount"), new TextForm.Phone()));
      cases.put(
          "quality.rule-regex",
          new CleaningRule.Pattern(f("order.shop"), new TextForm.Matches("(?=a)[")));
      cases.put(
          "quality.rule-length",
          new CleaningRule.Pattern(f("order.shop"), new TextForm.Digits(5, 4)));
      cases.put("quality.rule-values", new CleaningRule.OneOf(f("order.shop"), List.of()));
      cases.put(
          "quality.rule-not-comparable",
          new CleaningRule.Comparison(f("order.amount"), Op.LE, f("order.shop")));
      cases.put(
          "quality.rule-not-a-time",
          new CleaningRule.PlausibleDate(f("order.shop"), LocalDate.parse("2020-01-01")));
      cases.forEach(
          (code, check) ->
              assertThat(faults(() -> here.rules().mustBeSound(out("order", check))))
                  .as(check.toString())
                  .containsExactly(code));
      assertThat(
              faults(
                  () ->
                      here.rules()
                          .mustBeSound(
                              new Rule(
                                  Standard.ORDER,
                                  Optional.empty(),
                                  Optional.of("orders"),
                                  Rule.Severity.QUARANTINE,
                                  true,
                                  new CleaningRule.Unique(f("order.shop"))))))
          .containsExactly("quality.rule-feed-without-source", "quality.rule-unique-reminds");
    }
  }
}
