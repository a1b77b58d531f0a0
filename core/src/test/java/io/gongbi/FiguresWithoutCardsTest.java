package io.gongbi;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.insight.Caution;
import io.gongbi.insight.Grain;
import io.gongbi.insight.GroupProfile;
import io.gongbi.insight.Mark;
import io.gongbi.insight.Split;
import io.gongbi.insight.Trend;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MetricId;
import io.gongbi.metric.Window;
import io.gongbi.profile.CardVerdict;
import io.gongbi.profile.LeftOut;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.tag.Tag;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann's card lies beside the till: 300 in three orders. Bo bought twice for 50, Cy never. With Ann
 * two buyers spent 400, 200 each; without her one spent 100, and 300 are of nobody known.
 */
final class FiguresWithoutCardsTest {
  private static final CustomerId ANN = new CustomerId(100_001);
  private static final Condition BOUGHT =
      new Condition.Behaviour(
          Measure.of(Measure.ORDER, new Where.Always(), Aggregate.COUNT, new Window.Ever()),
          Op.GE,
          BigDecimal.ONE);
  private static final Period MARCH =
      new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"));

  @TempDir Path folder;
  private TestCompany company;

  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-31T04:00:00Z");
    company
        .members(
            """
            id name phone       city
            a  Ann  13900000001 上海
            b  Bo   13900000002 上海
            c  Cy   13900000003 北京
            """)
        .orders(
            """
            no paid                status    amount phone
            1  2026-03-10_10:00:00 completed 100    13900000001
            2  2026-03-11_10:00:00 completed 100    13900000001
            3  2026-03-12_10:00:00 completed 100    13900000001
            4  2026-03-12_10:00:00 completed 50     13900000002
            5  2026-03-13_10:00:00 completed 50     13900000002
            """)
        .refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private void decide(CardVerdict.Verdict verdict) {
    company.gongbi.cards().decide(ANN, verdict, "", LIN);
    company.counted();
  }

  private String worth() {
    var report = company.gongbi.reports().write(Optional.empty(), company.gongbi.asOf(), LIN);
    var cards = report.cards();
    return "%d buyers, %s each, %s anonymous; left out %s, with them %s; suspected %d of %s"
        .formatted(
            report.worth().buyers(),
            report.worth().perBuyer().orElseThrow(),
            report.anonymous().orElseThrow().stripTrailingZeros().toPlainString(),
            cards.leftOut(),
            cards.with().flatMap(w -> w.perBuyer()).map(Object::toString).orElse("-"),
            cards.suspected(),
            cards.suspectedRevenue().stripTrailingZeros().toPlainString());
  }

  private String trend(String metric) {
    var trend =
        new Trend(new MetricId(metric), Grain.MONTH, MARCH, Optional.empty(), Optional.empty());
    var answer = company.gongbi.insights().answer(trend, company.gongbi.asOf(), LIN);
    return answer.table().only().decimal("value").stripTrailingZeros().toPlainString()
        + answer.cautions().stream()
            .filter(c -> c.code().equals("insight.cards-left-out"))
            .map(Caution::words)
            .map(Object::toString)
            .collect(Collectors.joining());
  }

  private String rfm() {
    return company
        .rows(
            "select h.customer_id, h.tag_rfm from {trait.held} h where h.tag_rfm is not null"
                + " order by h.customer_id")
        .toString();
  }

  @Test
  void confirmedCard_isNoCustomerInAnyFigure_andItsMoneyStaysOfNobodyKnown() {
    assertThat(worth())
        .isEqualTo(
            "2 buyers, 200.00 each, 0 anonymous; left out {}, with them -; suspected 0 of 0");
    assertThat(trend("revenue")).isEqualTo("400");
    assertThat(trend("buyers")).isEqualTo("2");
    decide(CardVerdict.Verdict.STAFF);
    assertThat(worth())
        .isEqualTo(
            "1 buyers, 100.00 each, 300 anonymous; left out {staff=1}, with them 200.00;"
                + " suspected 0 of 0");
    assertThat(trend("revenue")).isEqualTo("400{cards=1}");
    assertThat(trend("buyers")).isEqualTo("1{cards=1}");
    assertThat(company.gongbi.cards().outside(LIN))
        .isEqualTo(Map.of(CardVerdict.Verdict.STAFF, 1L));
    decide(CardVerdict.Verdict.OWN);
    assertThat(trend("buyers")).isEqualTo("2");
  }

  /** RFM holds buyers against each other: without Ann, Bo is average in everything, and so high. */
  @Test
  void confirmedCard_isInNoTagAndNoSegment_andWhySaysSo() {
    var gongbi = company.gongbi;
    var segment = gongbi.segments().add(LIN, Label.typed("buyers"), BOUGHT);
    company.counted();
    assertThat(rfm()).isEqualTo("[100001 011, 100002 100]");
    assertThat(gongbi.segments().get(segment.id(), LIN).size()).isEqualTo(2);
    decide(CardVerdict.Verdict.RESELLER);
    assertThat(rfm()).isEqualTo("[100002 111]");
    assertThat(gongbi.segments().get(segment.id(), LIN).size()).isEqualTo(1);
    var count = gongbi.segments().count(BOUGHT, LIN);
    assertThat(List.of(count.count(), count.of())).containsExactly(1L, 2L);
    var reachable = gongbi.tags().view(Tag.KIND.id("reachable"), LIN);
    assertThat(List.of(reachable.holders(), reachable.customers())).containsExactly(2L, 2L);
    assertThat(gongbi.tags().rfm(Tag.KIND.id("rfm"), LIN).groups().stream())
        .filteredOn(g -> g.customers() > 0)
        .singleElement()
        .satisfies(g -> assertThat(g.revenue()).isEqualTo(100));
    var why = gongbi.segments().why(segment.id(), ANN, LIN);
    assertThat(why.holds()).isFalse();
    assertThat(why.atoms()).extracting(a -> a.holds()).containsExactly(false, true);
    assertThat(why.atoms().getFirst().text().zh()).isEqualTo("没有被确认为共用卡、员工卡或代购");
    // The same from the beginning as by the decision.
    var held = company.rows("select h.* from {trait.held} h order by h.customer_id");
    company.refresh(true);
    assertThat(company.rows("select h.* from {trait.held} h order by h.customer_id"))
        .isEqualTo(held);
  }

  /** Of two customers in sight one is of Shanghai: Bo; those behind the number are Bo alone. */
  @Test
  void groupProfile_andTheListBehindANumber_areWithoutIt() {
    decide(CardVerdict.Verdict.SHARED);
    var gongbi = company.gongbi;
    var profile =
        new GroupProfile(
            BOUGHT,
            List.of(new Split(Optional.empty(), Optional.of(FieldKey.of("customer.city")))));
    var answer = gongbi.insights().answer(profile, gongbi.asOf(), LIN);
    assertThat(answer.table().stream())
        .extracting(r -> r.text("value") + " " + r.whole("customers") + "/" + r.whole("population"))
        .containsExactlyInAnyOrder("上海 1/1", "北京 0/1");
    var trend =
        new Trend(new MetricId("buyers"), Grain.MONTH, MARCH, Optional.empty(), Optional.empty());
    var mark = new Mark("value", Map.of("bucket", Value.of(LocalDate.parse("2026-03-01"))));
    var list =
        gongbi
            .segments()
            .fixCounted(
                LIN,
                Label.typed("of March"),
                "value",
                gongbi.insights().membersSql(trend, mark, gongbi.asOf()));
    company.counted();
    assertThat(gongbi.segments().get(list.id(), LIN).size()).isEqualTo(1);
  }

  @Test
  void switches_sayWhichKindsAreLeftOut_andAreOfAdministrators() {
    var gongbi = company.gongbi;
    decide(CardVerdict.Verdict.STAFF);
    gongbi.cards().leaveOut(new LeftOut(true, false, true), LIN);
    company.counted();
    assertThat(trend("buyers")).isEqualTo("2");
    assertThat(rfm()).isEqualTo("[100001 011, 100002 100]");
    decide(CardVerdict.Verdict.SHARED);
    assertThat(trend("buyers")).isEqualTo("1{cards=1}");
    gongbi.cards().leaveOut(new LeftOut(false, false, false), LIN);
    company.counted();
    assertThat(trend("buyers")).isEqualTo("2");
    assertThat(company.refresh().ran()).isEmpty();
    var chen = new Viewer(new UserId("chen"), Role.viewer());
    assertThat(
            catchThrowableOfType(
                    FaultException.class, () -> gongbi.cards().leaveOut(LeftOut.ALL, chen))
                .faults()
                .getFirst()
                .code())
        .isEqualTo("access.right-missing");
  }

  /** Somebody whose customers are of 北京 is told nothing of a card of 上海. */
  @Test
  void cardOutOfSight_isNotTold() {
    decide(CardVerdict.Verdict.STAFF);
    var north =
        new Viewer(
            new UserId("hu"),
            new Role(
                "north",
                Role.administrator().rights(),
                new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("北京")),
                false,
                Set.of()));
    assertThat(company.gongbi.cards().outside(north)).isEmpty();
    var trend =
        new Trend(new MetricId("buyers"), Grain.MONTH, MARCH, Optional.empty(), Optional.empty());
    assertThat(company.gongbi.insights().answer(trend, company.gongbi.asOf(), north).cautions())
        .extracting(Caution::code)
        .doesNotContain("insight.cards-left-out");
  }

  /** Bo buys once more while Ann is outside: a run over Bo alone leaves her outside. */
  @Test
  void newOrders_leaveItOutside() {
    decide(CardVerdict.Verdict.STAFF);
    company
        .orders(
            """
            no paid                status    amount phone
            6  2026-03-20_10:00:00 completed 100    13900000001
            7  2026-03-20_10:00:00 completed 100    13900000002
            """)
        .refresh();
    assertThat(worth()).startsWith("1 buyers, 200.00 each, 400 anonymous");
    assertThat(rfm()).isEqualTo("[100002 111]");
  }
}
