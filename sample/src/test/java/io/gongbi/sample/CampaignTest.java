package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was planted can be found again in the files alone, by whoever knows whose rows they are. */
class CampaignTest {

  private static final LocalDate SENT = SampleMall.DEFAULT_END.minusDays(60);

  /** People of one arm, those who bought in the 30 days, and their money. */
  private static final class Arm {
    double people;
    double converted;
    double paid;

    double rate() {
      return converted / people;
    }

    /** Standard errors between the rate seen and the rate planted. */
    double errorsFrom(double planted) {
      return (rate() - planted) / Math.sqrt(planted * (1 - planted) / people);
    }
  }

  @Test
  void rates_liePlanted_onEverySeed(@TempDir Path folder) throws IOException {
    Arm allTreated = new Arm();
    Arm allControl = new Arm();
    for (long seed = 1; seed <= 5; seed++) {
      Mall mall = new Mall(folder.resolve("" + seed), seed, 10_000);
      Map<String, Arm> arms = arms(mall);
      Arm treated = arms.getOrDefault("发送", new Arm());
      Arm control = arms.getOrDefault("对照", new Arm());
      assertThat(treated.people + control.people).isBetween(2_500.0, 5_000.0);
      assertThat(control.people / (treated.people + control.people)).isBetween(0.27, 0.33);
      assertThat(treated.errorsFrom(0.09)).isBetween(-3.5, 3.5);
      assertThat(control.errorsFrom(0.06)).isBetween(-3.5, 3.5);
      add(allTreated, treated);
      add(allControl, control);
    }
    assertThat(allTreated.errorsFrom(0.09)).isBetween(-3.0, 3.0);
    assertThat(allControl.errorsFrom(0.06)).isBetween(-3.0, 3.0);
    double basketTreated = allTreated.paid / allTreated.converted;
    double basketControl = allControl.paid / allControl.converted;
    assertThat(basketTreated / basketControl).isBetween(0.85, 1.18);
  }

  /** Six in a thousand of those who got the message, over some 12,000 of five seeds. */
  @Test
  void aFew_answerThatTheyWantNoMore_andTheTruthKnowsWho(@TempDir Path folder) throws IOException {
    double delivered = 0;
    double stops = 0;
    for (long seed = 1; seed <= 5; seed++) {
      Mall mall = new Mall(folder.resolve("" + seed), seed, 10_000);
      Map<String, String> told = new HashMap<>();
      Rows truth = mall.truth("replies.csv");
      for (List<String> row : truth.rows()) {
        told.put(row.get(0), truth.cell(row, "reply"));
        stops += truth.cell(row, "opts_out").equals("true") ? 1 : 0;
      }
      Map<String, String> found = new HashMap<>();
      for (List<String> row : mall.receipts.rows()) {
        String reply = mall.receipts.cell(row, "回复内容");
        boolean arrived = mall.receipts.cell(row, "状态").equals("送达");
        delivered += arrived ? 1 : 0;
        if (!reply.isEmpty()) {
          assertThat(arrived).isTrue();
          found.put(person(mall, row), reply);
        }
      }
      assertThat(found).isEqualTo(told);
    }
    assertThat(stops / delivered).isBetween(0.0045, 0.0075);
  }

  @Test
  void outcomes_areTheTruths_person_byPerson(@TempDir Path folder) throws IOException {
    Mall mall = new Mall(folder, 42, 5_000);
    Set<String> told = new TreeSet<>();
    Set<String> converted = new TreeSet<>();
    Map<String, String> arm = new HashMap<>();
    Rows truth = mall.truth("campaign.csv");
    for (List<String> row : truth.rows()) {
      told.add(row.get(0));
      arm.put(row.get(0), row.get(1).equals("treated") ? "发送" : "对照");
      if (truth.cell(row, "converted").equals("true")) {
        converted.add(row.get(0));
      }
      // The message harms nobody, and nobody held back can be moved by it.
      boolean would = truth.cell(row, "would_convert").equals("true");
      boolean did = truth.cell(row, "converted").equals("true");
      assertThat(row.get(1).equals("control") ? would == did : did || !would).isTrue();
    }
    Map<String, String> armInFile = new HashMap<>();
    for (List<String> row : mall.receipts.rows()) {
      armInFile.put(person(mall, row), mall.receipts.cell(row, "组别"));
    }
    assertThat(armInFile).isEqualTo(arm);
    Set<String> bought = new TreeSet<>();
    for (Mall.Order order : mall.orders()) {
      if (told.contains(order.person()) && order.bought() && inWindow(order)) {
        bought.add(order.person());
      }
    }
    assertThat(bought).isEqualTo(converted);
  }

  /** Bought before, and not in the 90 days before the message; held-back people cost nothing. */
  @Test
  void audience_hadBought_andWasQuiet(@TempDir Path folder) throws IOException {
    Mall mall = new Mall(folder, 42, 5_000);
    Map<String, LocalDate> lastBefore = new HashMap<>();
    for (Mall.Order order : mall.orders()) {
      LocalDate day = order.placed().toLocalDate();
      if (order.bought() && day.isBefore(SENT)) {
        lastBefore.merge(order.person(), day, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    Set<Long> flawedOrders = mall.flawed(mall.written.orders());
    assertThat(flawedOrders).isNotEmpty();
    int unknown = 0;
    for (List<String> row : mall.receipts.rows()) {
      LocalDate last = lastBefore.get(person(mall, row));
      if (last == null) {
        unknown++;
      } else {
        assertThat(last).isBefore(SENT.minusDays(90));
      }
      boolean heldBack = mall.receipts.cell(row, "组别").equals("对照");
      assertThat(mall.receipts.cell(row, "状态").equals("对照")).isEqualTo(heldBack);
      assertThat(mall.receipts.cell(row, "手机号")).matches("1\\d{10}");
      assertThat(mall.receipts.cell(row, "发送时间")).startsWith(SENT + " 1");
      if (heldBack) {
        assertThat(mall.receipts.cell(row, "费用")).isEqualTo("0.00");
      }
    }
    // Whose only order before is one of the few that were exported broken.
    assertThat(unknown).isLessThanOrEqualTo(flawedOrders.size());
  }

  private static Map<String, Arm> arms(Mall mall) {
    Map<String, String> armOf = new HashMap<>();
    Map<String, Arm> arms = new HashMap<>();
    for (List<String> row : mall.receipts.rows()) {
      String person = person(mall, row);
      String arm = mall.receipts.cell(row, "组别");
      if (armOf.put(person, arm) == null) {
        arms.computeIfAbsent(arm, a -> new Arm()).people++;
      }
    }
    Set<String> counted = new TreeSet<>();
    for (Mall.Order order : mall.orders()) {
      Arm arm = arms.get(armOf.getOrDefault(order.person(), "none"));
      if (arm != null && order.bought() && inWindow(order)) {
        arm.paid += order.paid();
        arm.converted += counted.add(order.person()) ? 1 : 0;
      }
    }
    return arms;
  }

  private static String person(Mall mall, List<String> receipt) {
    String user = mall.receipts.cell(receipt, "用户ID");
    return mall.personOf.getOrDefault("shop " + user, "nobody");
  }

  private static boolean inWindow(Mall.Order order) {
    LocalDate day = order.placed().toLocalDate();
    return !day.isBefore(SENT) && day.isBefore(SENT.plusDays(30));
  }

  private static void add(Arm sum, Arm arm) {
    sum.people += arm.people;
    sum.converted += arm.converted;
    sum.paid += arm.paid;
  }
}
