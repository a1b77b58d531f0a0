package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.SHANGHAI;
import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.source.Mapping;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoresTest {
  private static final Mapping MEMBERS =
      mapping(
          "members",
          "customer",
          List.of("card"),
          """
          card → customer.member_card
          phone → customer.phone
          city → customer.city
          address → customer.address
          since → customer.registered_at""");
  private static final Mapping LINES =
      mapping(
          "lines",
          "order_line",
          List.of(),
          """
          no → order.order_no
          qty → order_line.quantity
          price → order_line.unit_price
          at → order.paid_at""");

  /**
   * Eight lines. One is torn and one repeats another word for word; the one without a card is in
   * quarantine; five are clean. Of the six that stand five give a phone, two of which cannot be
   * read; "-" in the column of cities is nothing, and blanks neither.
   */
  private static final String FILE =
      """
      card,phone,city,address,since
      K1,13812340001,上海,,2026-02-20 10:00:00
      K1,13812340001,上海,,2026-02-20 10:00:00
      K2,13812340001,-,浙江省杭州市西湖区文三路90号,2026-02-21 10:00:00
      K3,138****0003,北京,,2099-01-01 10:00:00
      K4,13812340004,  ,,2026-02-19 10:00:00
      K5,,,,
      ,12,上海,,2026-02-28 10:00:00
      torn
      """;

  private static final String SCORES =
      """
      select s.number, s.field, s.rows, s.clean, s.given, s.kept, s.refused,
             s.told, s.repeated, s.ruled, s.broken, s.newest_at
      from {quality.score} s
      where s.feed = 'members'
      order by s.number, s.place
      """;

  @TempDir private Path folder;

  private static Scorecard card(CleanFolder here, String day) {
    var asOf = new AsOf(Instant.parse(day + "T02:00:00Z"), SHANGHAI);
    return new Scores(here.warehouse, new Gate(here.warehouse)).card(Viewer.system(), asOf);
  }

  @Test
  void fields_areCounted_afterCleaning() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(MEMBERS, "m.csv", FILE);
      here.clean();
      assertThat(here.rows(SCORES))
          .containsExactly(
              // Six clean or merged rows have a key, of which one only repeats another.
              "1 customer.member_card 6 5 5 5 0 6 1 · 0 2026-02-21T02:00:00Z",
              // K1 and K2 share a phone: three values, two of them apart.
              "1 customer.phone 6 5 5 3 2 3 1 · 0 2026-02-21T02:00:00Z",
              // K1 and K3 say a city, and K2's address does.
              "1 customer.city 6 5 3 3 0 · · · 0 2026-02-21T02:00:00Z",
              "1 customer.address 6 5 1 1 0 · · · 0 2026-02-21T02:00:00Z",
              "1 customer.registered_at 6 5 5 4 0 · · · 0 2026-02-21T02:00:00Z");
    }
  }

  /**
   * The phone: 3/5 filled, 3/5 readable, 2/3 apart, so 0.6222. Completeness of the feed is the mean
   * of 1, 0.6, 0.6, 0.2 and 0.8, validity that of 1, 0.6, 1, 1 and 1, uniqueness that of 5/6 and
   * 2/3. The newest row is 18 days old on 11 March, eleven more than a week.
   */
  @Test
  void card_isTheMeanOfWhatWasMeasured_worstFirst() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(MEMBERS, "m.csv", FILE);
      here.clean();
      var card = card(here, "2026-03-11");
      assertThat(card.feeds()).hasSize(1);
      var members = card.feeds().getFirst();
      assertThat(members.daysOld()).contains(18L);
      var expected =
          Map.of(
              Dimension.COMPLETENESS, 0.64,
              Dimension.VALIDITY, 0.92,
              Dimension.UNIQUENESS, 0.75,
              Dimension.TIMELINESS, 0.89);
      assertThat(members.dimensions()).containsOnlyKeys(expected.keySet());
      expected.forEach(
          (dimension, share) ->
              assertThat(members.dimensions().get(dimension))
                  .as(dimension.name())
                  .isCloseTo(share, within(1e-9)));
      assertThat(members.score().orElseThrow()).isCloseTo(0.8, within(1e-9));
      assertThat(card.score()).isEqualTo(members.score());
      assertThat(card.before()).isEqualTo(members.before().score());
      assertThat(card.after()).isEqualTo(members.after().score());
      assertThat(members.fields().stream().map(Scorecard.OfField::field))
          .containsExactly(
              "customer.address",
              "customer.phone",
              "customer.city",
              "customer.registered_at",
              "customer.member_card");
      var phone = members.fields().get(1);
      assertThat(phone.score().orElseThrow()).isCloseTo((0.6 + 0.6 + 2.0 / 3) / 3, within(1e-9));
      assertThat(phone.counts().givenShare().orElseThrow()).isCloseTo(5.0 / 6, within(1e-9));
      assertThat(phone.reasons())
          .containsExactlyInAnyOrder(
              new Scorecard.Found("quality.phone-masked", "warn", 1),
              new Scorecard.Found("quality.phone-invalid", "warn", 1));
      assertThat(phone.trend()).hasSize(1);
    }
  }

  /**
   * As it came: 5, 5, 3, 1 and 5 of six rows say something, which is 19/30. After cleaning five
   * rows are left in which all values can be read; the key repeats no more, and two of three phones
   * are apart as before.
   */
  @Test
  void card_saysWhatTheRowsWereWorth_beforeAndAfterCleaning() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(MEMBERS, "m.csv", FILE);
      here.clean();
      var members = card(here, "2026-03-11").feeds().getFirst();
      assertThat(shown(members.before().dimensions()))
          .isEqualTo("COMPLETENESS 0.633 VALIDITY 0.920 UNIQUENESS 0.750 TIMELINESS 0.890");
      assertThat(shown(members.after().dimensions()))
          .isEqualTo("COMPLETENESS 0.640 VALIDITY 1.000 UNIQUENESS 0.833 TIMELINESS 0.890");
      assertThat(members.before().score().orElseThrow()).isCloseTo(0.798333, within(1e-6));
      assertThat(members.after().score().orElseThrow()).isCloseTo(0.840833, within(1e-6));
    }
  }

  private static String shown(Map<Dimension, Double> dimensions) {
    return new TreeMap<>(dimensions)
        .entrySet().stream()
            .map(e -> "%s %.3f".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(" "));
  }

  /** A rule that only reminds leaves its rows where they are: they break it after cleaning too. */
  @Test
  void rows_thatARuleOnlyReminds_breakItAfterCleaningToo() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.rules.put("r1", quantities(Rule.Severity.REMIND));
      here.rules.put("r2", prices(Rule.Severity.QUARANTINE));
      here.land(
          LINES,
          "l.csv",
          """
          no,qty,price,at
          1,2,3,2026-02-25 10:00:00
          2,9,3,2026-02-25 10:00:00
          3,2,-1,2026-02-25 10:00:00
          4,2,3,2026-02-25 10:00:00
          """);
      here.clean();
      var fields = card(here, "2026-03-01").feeds().getFirst().fields();
      assertThat(
              fields.stream()
                  .filter(f -> f.counts().ruled().isPresent())
                  .sorted(Comparator.comparing(Scorecard.OfField::field))
                  .map(
                      f ->
                          "%s %.3f %.3f"
                              .formatted(
                                  f.field(),
                                  f.before().dimensions().get(Dimension.CONSISTENCY),
                                  f.after().dimensions().get(Dimension.CONSISTENCY))))
          .containsExactly("order_line.quantity 0.750 0.667", "order_line.unit_price 0.750 1.000");
    }
  }

  /** A capped number breaks the rule before cleaning and no longer after. */
  @Test
  void numbers_thatARuleCaps_keepItAfterCleaning() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.rules.put(
          "r1",
          lines(
              Rule.Severity.CAP,
              new CleaningRule.Outlier(
                  FieldKey.of("order_line.quantity"),
                  List.of(),
                  CleaningRule.Spread.MAD,
                  new BigDecimal("3.5"),
                  false,
                  List.of(
                      new CleaningRule.Fence(
                          Optional.empty(),
                          30,
                          Optional.of(BigDecimal.ONE),
                          Optional.of(new BigDecimal("5")))))));
      here.land(
          LINES,
          "l.csv",
          """
          no,qty,price,at
          1,2,3,2026-02-25 10:00:00
          2,9,3,2026-02-25 10:00:00
          3,2,3,2026-02-25 10:00:00
          4,2,3,2026-02-25 10:00:00
          """);
      here.clean();
      var card = card(here, "2026-03-01").feeds().getFirst();
      assertThat(
              card.fields().stream()
                  .filter(f -> f.counts().ruled().isPresent())
                  .map(
                      f ->
                          "%s %.3f %.3f"
                              .formatted(
                                  f.field(),
                                  f.before().dimensions().get(Dimension.CONSISTENCY),
                                  f.after().dimensions().get(Dimension.CONSISTENCY))))
          .containsExactly("order_line.quantity 0.750 1.000");
      assertThat(
              here.rows("select l.quantity, l.amount from {quality.order_line} l order by l.line"))
          .as("an amount made of a capped quantity is of the capped one")
          .containsExactly("2 6", "5 15", "2 6", "2 6");
    }
  }

  private static Rule quantities(Rule.Severity severity) {
    return lines(
        severity,
        new CleaningRule.OneOf(FieldKey.of("order_line.quantity"), List.of("1.0000", "2.0000")));
  }

  private static Rule prices(Rule.Severity severity) {
    return lines(
        severity,
        new CleaningRule.Range(
            FieldKey.of("order_line.unit_price"), Optional.of(BigDecimal.ZERO), Optional.empty()));
  }

  private static Rule lines(Rule.Severity severity, CleaningRule check) {
    return new Rule(Standard.ORDER_LINE, Optional.empty(), Optional.empty(), severity, true, check);
  }

  /** A run that changes nothing leaves no mark; a file adds one, of its own feed alone. */
  @Test
  void trend_hasAPointForEachRunThatChangedSomething() {
    try (var here = new CleanFolder(folder, MEMBERS, LINES)) {
      here.land(MEMBERS, "m.csv", FILE);
      here.land(LINES, "l.csv", "no,qty,price,at\n1,2,3,2026-02-28 10:00:00\n");
      here.clean();
      here.clean();
      assertThat(here.rows("select distinct s.number from {quality.score} s")).containsExactly("1");
      here.land(MEMBERS, "n.csv", "card,phone,city,address,since\nK5,13812340005,上海,,\n");
      here.cleanNew();
      assertThat(
              here.rows(
                  "select distinct s.number, s.feed from {quality.score} s order by s.number, s.feed"))
          .containsExactly("1 lines", "1 members", "2 members");
      var card = card(here, "2026-03-01");
      var members = card.feeds().getFirst();
      assertThat(members.feed().feed()).isEqualTo("members");
      var phone =
          members.fields().stream()
              .filter(f -> f.field().equals("customer.phone"))
              .findFirst()
              .orElseThrow();
      assertThat(phone.counts())
          .isEqualTo(
              new Scorecard.Counts(
                  6, 5, 6, 4, 2, Optional.of(4L), 1, Optional.empty(), 0, Optional.empty()));
      assertThat(phone.trend().stream().map(Scorecard.Point::score).toList())
          .containsExactly((0.6 + 0.6 + 2.0 / 3) / 3, (4.0 / 5 + 4.0 / 6 + 3.0 / 4) / 3);
      assertThat(members.trend()).hasSize(2);
      assertThat(card.trend()).hasSize(2);
      assertThat(card.trend().getLast().score()).isEqualTo(card.score().orElseThrow());
    }
  }

  /**
   * Data that stopped in February, imported in March: before its first rows were known, the run
   * looked from today. What it measured is as old as answers say that it is, then as now.
   */
  @Test
  void trend_ofDataThatStopped_doesNotBeginWithTheDayOfItsImport() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(MEMBERS, "m.csv", FILE);
      here.clean();
      var first = card(here, "2026-02-22").score().orElseThrow();
      here.land(MEMBERS, "n.csv", "card,phone,city,address,since\nK5,13812340005,上海,,\n");
      here.cleanNew();
      assertThat(here.rows("select distinct s.number, s.as_of from {quality.score} s order by 1"))
          .containsExactly("1 2026-03-01", "2 2026-03-01");
      var card = card(here, "2026-02-22");
      assertThat(card.feeds().getFirst().trend().getFirst().score()).isEqualTo(first);
      assertThat(card.trend().getFirst().score()).isEqualTo(first);
    }
  }

  /** 保密 is an answer that says nothing: neither given nor refused. What nobody knows is refused. */
  @Test
  void sexThatIsKeptPrivate_isNotGiven() {
    var mapping =
        mapping(
            "people",
            "customer",
            List.of("id"),
            """
            id → customer.platform_id
            sex → customer.gender""");
    try (var here = new CleanFolder(folder, mapping)) {
      here.land(mapping, "p.csv", "id,sex\n1,男\n2,保密\n3,qq\n4,无\n");
      here.clean();
      assertThat(
              here.rows(
                  "select s.field, s.rows, s.given, s.kept, s.refused from {quality.score} s order by s.place"))
          .containsExactly("customer.platform_id 4 4 4 0", "customer.gender 4 2 1 1");
    }
  }

  /** Orders have no file of their own: their lines say when they were paid. */
  @Test
  void ruledFields_areConsistent_asFarAsTheirRowsKeepTheRules() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.rules.put(
          "r1",
          new Rule(
              Standard.ORDER_LINE,
              Optional.empty(),
              Optional.empty(),
              Rule.Severity.QUARANTINE,
              true,
              new CleaningRule.OneOf(
                  FieldKey.of("order_line.quantity"), List.of("1.0000", "2.0000"))));
      here.land(
          LINES,
          "l.csv",
          """
          no,qty,price,at
          1,2,3,2026-02-25 10:00:00
          1,9,3,2026-02-25 10:00:00
          2,x,3,2026-02-24 10:00:00
          合计,11,9,
          """);
      here.clean();
      assertThat(
              here.rows(
                  """
                  select s.field, s.rows, s.clean, s.given, s.kept, s.refused, s.ruled, s.broken, s.newest_at
                  from {quality.score} s
                  order by s.place
                  """))
          .containsExactly(
              "order.order_no 3 1 3 1 0 · 0 2026-02-25T02:00:00Z",
              "order_line.quantity 3 1 3 1 1 3 1 2026-02-25T02:00:00Z",
              "order_line.unit_price 3 1 3 1 0 · 0 2026-02-25T02:00:00Z",
              "order.paid_at 3 1 3 1 0 · 0 2026-02-25T02:00:00Z");
    }
  }
}
