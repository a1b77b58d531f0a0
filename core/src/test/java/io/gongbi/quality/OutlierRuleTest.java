package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import io.gongbi.quality.CleaningRule.Fence;
import io.gongbi.quality.CleaningRule.Outlier;
import io.gongbi.quality.CleaningRule.Spread;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Numbers that lie far from their kind. The corner shop takes 100, 101 … 140 yuan, the car dealer a
 * hundred times as much: the medians are 120 and 12,000, and half of all lie within 10 and 1,000 of
 * them. A deviation is 1.4826 times that, so 3.5 of them are 51.891 and 5,189.1.
 */
final class OutlierRuleTest extends RuledFeeds {
  private static final String HEAD = "no,at,paid,total,shop,phone\n";

  private static String ordinary() {
    return lines(
        IntStream.rangeClosed(100, 140)
            .boxed()
            .flatMap(
                n ->
                    List.of(
                        "c%s,2026-01-02,,%s,corner,".formatted(n, n),
                        "d%s,2026-01-02,,%s,dealer,".formatted(n, n * 100))
                        .stream())
            .toList());
  }

  private static String lines(List<String> lines) {
    return HEAD + String.join("\n", lines) + "\n";
  }

  private static Outlier amount(List<String> by, Spread spread, String reach, boolean log) {
    return new Outlier(
        f("order.amount"),
        by.stream().map(RuledFeeds::f).toList(),
        spread,
        new BigDecimal(reach),
        log,
        List.of());
  }

  private static Fence fence(String group, long rows, String low, String high) {
    return new Fence(
        Optional.of(group).filter(g -> !g.isEmpty()),
        rows,
        Optional.of(new BigDecimal(low)),
        Optional.of(new BigDecimal(high)));
  }

  private static Rule measured(CleanFolder here, Rule rule) {
    return trials(here).measured(rule, Optional.empty(), Viewer.system());
  }

  private static List<Fence> fences(Rule rule) {
    return ((Outlier) rule.check()).fences();
  }

  private static final Rule BY_SHOP =
      out("order", amount(List.of("order.shop"), Spread.MAD, "3.5", false));

  /** 900 is much for the corner shop and little for the dealer; 171 and 172 lie at the fence. */
  private static final String PLANTED =
      lines(
          List.of(
              "p1,2026-01-03,,900,corner,",
              "p2,2026-01-03,,900,dealer,",
              "p3,2026-01-03,,171,corner,",
              "p4,2026-01-03,,172,corner,",
              "p5,2026-01-03,,9000,dealer,",
              "p6,2026-01-03,,,corner,",
              "p7,2026-01-03,,130,,"));

  @Test
  void fences_areThoseOfEachGroup_andFindWhatLiesBeyondThem() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      var rule = measured(here, BY_SHOP);
      assertThat(fences(rule))
          .filteredOn(f -> f.group().isPresent())
          .containsExactlyInAnyOrder(
              fence("corner", 41, "68.1090", "171.8910"),
              fence("dealer", 41, "6810.9000", "17189.1000"));
      here.rules.put("r1", rule);
      here.clean();
      assertThat(here.rows(FATES)).as("ordinary rows stay").isEmpty();
      here.land(ORDERS, "b.csv", PLANTED);
      here.cleanNew();
      assertThat(here.rows(FOUND))
          .containsExactly(
              "2 2 order.amount 900 | corner quarantine rule:r1",
              "2 3 order.amount 900 | dealer quarantine rule:r1",
              "2 5 order.amount 172 | corner quarantine rule:r1");
      // Landed is what is clean and what is not: 82 and 7 lines, three of them out.
      assertThat(here.rows("select count(*) as n from {quality.fate} f")).containsExactly("89");
      assertThat(here.rows("select count(*) as n from {quality.order} o")).containsExactly("86");
      var stepwise = here.everything();
      here.clean();
      assertThat(here.everything()).as("a full run finds the same").isEqualTo(stepwise);
    }
  }

  /** Without a group both shops are one heap, in which nothing of either is far from the others. */
  @Test
  void withoutGroups_allAreOneKind() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      var rule = measured(here, out("order", amount(List.of(), Spread.MAD, "3.5", false)));
      assertThat(fences(rule)).hasSize(1);
      var fence = fences(rule).getFirst();
      assertThat(fence.rows()).isEqualTo(82);
      // The median lies between 140 and 10,000; the distances of both shops are as far.
      assertThat(fence.low().orElseThrow()).isNegative();
      here.rules.put("r1", rule);
      here.land(ORDERS, "b.csv", PLANTED);
      here.clean();
      assertThat(here.rows(FATES)).isEmpty();
    }
  }

  /** Of 100 … 140 the quartiles are 110 and 130: 1.5 times 20 beyond them are 80 and 160. */
  @Test
  void quartiles_andRatios() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      var by = List.of("order.shop");
      assertThat(fences(measured(here, out("order", amount(by, Spread.IQR, "1.5", false)))))
          .contains(fence("corner", 41, "80.0000", "160.0000"));
      // By ratio: 110 ÷ (130/110)^1.5 and 130 × (130/110)^1.5.
      assertThat(fences(measured(here, out("order", amount(by, Spread.IQR, "1.5", true)))))
          .contains(fence("corner", 41, "85.6183", "167.0203"));
    }
  }

  /** What a rule about ratios cannot judge, it leaves. */
  @Test
  void ratios_leaveWhatIsNothingOrBelow() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      here.rules.put(
          "r1",
          measured(here, out("order", amount(List.of("order.shop"), Spread.MAD, "3.5", true))));
      here.land(
          ORDERS, "b.csv", lines(List.of("p1,2026-01-03,,0,corner,", "p2,2026-01-03,,5,corner,")));
      here.clean();
      assertThat(here.rows(FOUND))
          .containsExactly("2 3 order.amount 5 | corner quarantine rule:r1");
    }
  }

  /** Planted before it is measured: what is wild does not move the middle. */
  @Test
  void wildNumbers_doNotMoveTheFences_andTheOrderOfRowsDoesNot() {
    var lines = new ArrayList<>(ordinary().lines().skip(1).toList());
    IntStream.range(0, 4).forEach(i -> lines.add("w%s,2026-01-03,,900000,corner,".formatted(i)));
    try (var here = new CleanFolder(folder.resolve("one"), ORDERS);
        var turned = new CleanFolder(folder.resolve("other"), ORDERS)) {
      here.land(ORDERS, "a.csv", lines(lines));
      here.clean();
      Collections.shuffle(lines, new Random(7));
      turned.land(ORDERS, "a.csv", lines(lines));
      turned.clean();
      var rule = measured(here, BY_SHOP);
      assertThat(rule).isEqualTo(measured(turned, BY_SHOP));
      // The median of 45 is 122; half of them lie within 11 of it.
      assertThat(fences(rule)).contains(fence("corner", 45, "64.9199", "179.0801"));
      var trial = trials(here).tried(BY_SHOP, Optional.empty(), Viewer.system());
      assertThat(trial.broken()).isEqualTo(4);
      assertThat(trial.standing()).isEqualTo(86);
      assertThat(trial.fences()).isEqualTo(fences(rule));
      assertThat(here.rows(FATES)).as("nothing was done").isEmpty();
    }
  }

  /** A reminder marks the row and leaves it. */
  @Test
  void reminders_keepTheRow() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      here.rules.put("r1", measured(here, remind("order", BY_SHOP.check())));
      here.land(ORDERS, "b.csv", PLANTED);
      here.clean();
      assertThat(here.rows(FATES)).isEmpty();
      assertThat(here.rows(FOUND))
          .containsExactly(
              "2 2 order.amount 900 | corner remind rule:r1",
              "2 3 order.amount 900 | dealer remind rule:r1",
              "2 5 order.amount 172 | corner remind rule:r1");
    }
  }

  private static final String CAPPED =
      """
      select q.batch, q.line, q.field, q.value, q.read_as, q.severity, q.reason
      from {quality.quarantine} q
      order by q.batch, q.line, q.reason
      """;

  private static final String PLANTED_AMOUNTS =
      """
      select o.order_no, o.amount
      from {quality.order} o
      where o.order_no like 'p%'
      order by o.order_no
      """;

  /**
   * A capped row stays, and what lies beyond a fence is the fence; what stood in the file is listed
   * beside it, and comes back with the rule switched off.
   */
  @Test
  void capping_readsTheFence_andKeepsWhatItWas() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      here.rules.put("r1", measured(here, cap("order", BY_SHOP.check())));
      here.clean();
      here.land(ORDERS, "b.csv", PLANTED);
      here.cleanNew();
      assertThat(here.rows(FATES)).as("all 89 rows are clean").isEmpty();
      assertThat(here.rows("select count(*) as n from {quality.order} o")).containsExactly("89");
      assertThat(here.rows(PLANTED_AMOUNTS))
          .containsExactly(
              "p1 171.891", "p2 6810.9", "p3 171", "p4 171.891", "p5 9000", "p6 ·", "p7 130");
      assertThat(here.rows(CAPPED))
          .containsExactly(
              "2 2 order.amount 900 | corner 171.8910 capped rule:r1",
              "2 3 order.amount 900 | dealer 6810.9000 capped rule:r1",
              "2 5 order.amount 172 | corner 171.8910 capped rule:r1");
      var stepwise = here.everything();
      here.clean();
      assertThat(here.everything()).as("a full run caps the same").isEqualTo(stepwise);
      var again = measured(here, cap("order", BY_SHOP.check()));
      assertThat(fences(again))
          .as("measured on what landed, not on what it was capped to: 41 and 900, 171, 172")
          .filteredOn(f -> f.group().equals(Optional.of("corner")))
          .singleElement()
          .satisfies(f -> assertThat(f.rows()).isEqualTo(44));
      here.rules.clear();
      here.clean();
      assertThat(here.rows(PLANTED_AMOUNTS)).contains("p1 900", "p2 900");
    }
  }

  /** Of 41 numbers from 100 to 140, 900 and 172: 4,920 + 1,072, capped 4,920 + 2 × 171.891. */
  @Test
  void aTrialOfCapping_saysWhatTheNumbersComeTo() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      var rule = measured(here, cap("order", BY_SHOP.check()));
      here.land(
          ORDERS,
          "b.csv",
          lines(List.of("p1,2026-01-03,,900,corner,", "p4,2026-01-03,,172,corner,")));
      here.clean();
      var trial = trials(here).tried(rule, Optional.empty(), Viewer.system());
      assertThat(trial.feeds())
          .containsExactly(
              new Trials.OfFeed(
                  ORDERS.id(),
                  84,
                  2,
                  List.of(
                      new Trials.Sample(
                          "b.csv",
                          2,
                          List.of(Optional.of("900"), Optional.of("corner")),
                          Optional.of("171.8910")),
                      new Trials.Sample(
                          "b.csv",
                          3,
                          List.of(Optional.of("172"), Optional.of("corner")),
                          Optional.of("171.8910"))),
                  Optional.of(
                      new Trials.Capping(
                          span("497992.0000", "100.0000", "14000.0000"),
                          span("497263.7820", "100.0000", "14000.0000")))));
      assertThat(here.rows(FATES)).as("nothing was done").isEmpty();
    }
  }

  private static Trials.Span span(String sum, String least, String most) {
    return new Trials.Span(new BigDecimal(sum), new BigDecimal(least), new BigDecimal(most));
  }

  /** Only what has fences can be capped. */
  @Test
  void otherRules_doNotCap() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", ordinary());
      here.clean();
      assertThat(
              faults(
                  () ->
                      trials(here)
                          .tried(
                              cap("order", range("order.amount", "0", "")),
                              Optional.empty(),
                              Viewer.system())))
          .containsExactly("quality.rule-cap-outliers");
    }
  }

  @Test
  void rulesThatCannotBeMeasured_areRefused() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", PLANTED);
      here.clean();
      assertThat(faults(() -> measured(here, BY_SHOP))).containsExactly("quality.rule-too-few");
      assertThat(
              faults(
                  () ->
                      measured(
                          here,
                          out(
                              "order",
                              amount(List.of("order.ordered_at"), Spread.MAD, "0.5", false)))))
          .containsExactly("quality.rule-group", "quality.rule-reach");
    }
  }
}
