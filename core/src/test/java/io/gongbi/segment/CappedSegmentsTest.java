package io.gongbi.segment;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import org.junit.jupiter.api.Test;

/** Segments with so many places. */
final class CappedSegmentsTest extends SegmentedCompany {
  /** Everybody fits, two have a place, and the question that is shown says so. */
  @Test
  void count_ofALimitedSegment_isOfItsPlaces() {
    var drawn =
        new Segment.Dynamic(
            Condition.everyone(), java.util.Optional.of(new Cap.Drawn(2, "spring")));
    var count = segments.count(drawn, LIN);
    assertThat(count.count()).isEqualTo(2);
    assertThat(count.fitting()).isEqualTo(3);
    assertThat(count.of()).isEqualTo(segments.count(Condition.everyone(), LIN).count());
    assertThat(count.sql()).contains("where p.place <= 2");
  }

  private DefinitionId capped(String name, Cap cap) {
    var segment = new Segment.Dynamic(Condition.everyone(), java.util.Optional.of(cap));
    var id = segments.add(LIN, Label.typed(name), segment).id();
    company.counted();
    return id;
  }

  /** Ann spent 100, Cy 80, Bo nothing. When Cy buys for 50 more, he takes Ann's only place. */
  @Test
  void aRankedSegment_holdsTheFirst_andOneWhoComesPushesAnotherOut() {
    var most = capped("花得最多", new Cap.Ranked(1, spent(), false));
    var least = capped("花得最少", new Cap.Ranked(2, spent(), true));
    assertThat(members(most)).containsExactly("100001");
    assertThat(members(least)).containsExactly("100002", "100003");
    company
        .orders(
            """
            no paid                status    amount phone
            o3 2026-03-12_10:00:00 completed 50     13900000003
            """)
        .refresh();
    assertThat(members(most)).containsExactly("100003");
    assertThat(members(least)).containsExactly("100001", "100002");
    var why = segments.why(most, new CustomerId(100001), LIN);
    assertThat(why.atoms())
        .extracting(
            f -> f.text().zh() + " " + f.found().shown() + " " + f.wanted().zh() + " " + f.holds())
        .containsExactly("在符合者中的名次，按累计订单记录的实付金额合计从高到低 2 ≤ 1 false");
  }

  /** Who is drawn stays drawn; all three are drawn where there is room; another salt draws anew. */
  @Test
  void aDrawnSegment_keepsItsPeople() {
    var two = capped("抽两位", new Cap.Drawn(2, "spring"));
    var drawn = members(two);
    assertThat(drawn).hasSize(2);
    assertThat(members(capped("再抽一次", new Cap.Drawn(2, "spring")))).isEqualTo(drawn);
    assertThat(members(capped("都有", new Cap.Drawn(5, "spring"))))
        .containsExactly("100001", "100002", "100003");
    company.refresh(true);
    assertThat(members(two)).isEqualTo(drawn);
    var firsts =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(i -> members(capped("d" + i, new Cap.Drawn(1, "salt" + i))).getFirst())
            .distinct();
    assertThat(firsts).as("twelve draws of one").hasSizeGreaterThan(1);
  }

  @Test
  void aCap_isRefused_whereItSaysNothing() {
    var top =
        Measure.of(
            new Where.Always(),
            Aggregate.TOP_VALUE,
            FieldKey.of("order.channel"),
            new Window.Ever());
    assertThat(
            codes(
                () ->
                    segments.add(
                        LIN,
                        Label.typed("x"),
                        new Segment.Dynamic(
                            Condition.everyone(),
                            java.util.Optional.of(new Cap.Ranked(0, top, false))))))
        .containsExactly("segment.cap", "segment.cap-not-ranked");
  }
}
