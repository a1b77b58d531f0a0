package io.gongbi.segment;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.trait.Cause;
import io.gongbi.trait.TraitChange;
import io.gongbi.warehouse.Sql;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lists of customers, which follow nothing but who is who. */
final class FixedSegmentsTest extends SegmentedCompany {
  private DefinitionId fixed(String name, long... ids) {
    var list =
        Sql.of(
            "select c.customer_id from {profile.customer} c where c.customer_id in (%s)"
                .formatted(
                    String.join(
                        ", ", java.util.Arrays.stream(ids).mapToObj(Long::toString).toList())));
    var id = segments.fix(LIN, Label.typed(name), "chart", list).id();
    company.counted();
    return id;
  }

  @Test
  void fixedSegment_keepsWhoWasListed_whateverTheyDoLater() {
    var id = fixed("三月买家", 100001, 100003);
    assertThat(members(id)).containsExactly("100001", "100003");
    company.members("id name phone city\nc Cy 13900000003 上海\nd Di 13900000004 上海").refresh();
    assertThat(members(id)).containsExactly("100001", "100003");
    assertThat(changes(100001, id))
        .singleElement()
        .extracting(TraitChange::cause)
        .isEqualTo(new Cause.ByPerson(LIN.user(), "chart"));
  }

  /**
   * Hu sees only Shanghai: of everybody, two are listed, and a later look does not add the third.
   */
  @Test
  void fixedSegment_listsOnlyWhomItsAuthorSees() {
    var everybody = Sql.of("select c.customer_id from {profile.customer} c");
    var id = segments.fix(HU, Label.typed("南方"), "list", everybody).id();
    company.counted();
    assertThat(members(id)).containsExactly("100001", "100002");
    company.refresh(true);
    assertThat(members(id)).containsExactly("100001", "100002");
  }

  /**
   * Bo alone is listed. Then a record binds Ann's phone to Bo's card: both are 100001, and the list
   * means 100001. An order of hers much later, which touches 100001 alone, takes nothing away.
   */
  @Test
  void fixedSegment_followsAMerge_andStaysWithIt() {
    var id = fixed("名单", 100002);
    company.members("id name phone card city\nx Ann 13900000001 K2 上海").refresh();
    assertThat(company.rows("select customer_id, now_id from {identity.alias}"))
        .containsExactly("100002 100001");
    assertThat(members(id)).containsExactly("100001");
    assertThat(changes(100002, id))
        .extracting(TraitChange::cause)
        .containsExactly(new Cause.Vanished(), new Cause.ByPerson(LIN.user(), "chart"));
    company
        .orders(
            """
            no paid                status    amount phone
            o9 2026-03-15_09:00:00 completed 5      13900000001
            """)
        .refresh();
    assertThat(members(id)).containsExactly("100001");
    assertThat(changes(100001, id)).hasSize(1);
  }

  /**
   * The record that bound them turns out to have another card: they part again. The id 100001 stays
   * with the larger part, Ann's; Bo gets back the one he had, and is on the list again.
   */
  @Test
  void fixedSegment_goesBackToWhoWasSwallowed_whenTheMergeComesApart() {
    var id = fixed("名单", 100002);
    company.members("id name phone card city\nx Ann 13900000001 K2 上海").refresh();
    company.members("id name phone card city\nx Ann 13900000001 K9 上海").refresh();
    assertThat(
            company.rows(
                """
                select m.source, m.record_key, m.customer_id
                from {identity.member} m
                where m.source = 'crm'
                order by m.record_key
                """))
        .containsExactly("crm a 100001", "crm b 100002", "crm c 100003", "crm x 100001");
    assertThat(members(id)).containsExactly("100002");
    company.refresh(true);
    assertThat(members(id)).containsExactly("100002");
  }

  @Test
  void deletedSegment_isHeldByNobody_andItsListIsGone() {
    var id = fixed("名单", 100001);
    segments.delete(LIN, id);
    company.counted();
    assertThat(segments.all(LIN)).isEmpty();
    assertThat(company.rows("select count(*) as n from {segment.listed}")).containsExactly("0");
    assertThat(changes(100001, id).getFirst().cause()).isEqualTo(new Cause.Retired());
    assertThat(codes(() -> segments.get(id, LIN))).containsExactly("definition.unknown");
  }

  /** Today's members stay on the list when they leave the segment that it was taken of. */
  @Test
  void aSnapshot_staysAsItIs() {
    var recent = added("近期", bought(30));
    assertThat(members(recent)).containsExactly("100001");
    var list = segments.snapshot(LIN, recent, Label.typed("近期快照")).id();
    company.counted();
    company.clock.forward(Duration.ofDays(40));
    company
        .orders(
            """
            no paid                status    amount phone
            o3 2026-04-20_10:00:00 completed 50     13900000003
            """)
        .refresh();
    assertThat(members(recent)).containsExactly("100003");
    assertThat(members(list)).containsExactly("100001");
    assertThat(segments.get(list, LIN).definition().body())
        .isEqualTo(new Segment.Fixed("snapshot segment/s1 2026-03-15"));
    assertThat(segments.latest(recent, 5, LIN).stream())
        .extracting(r -> r.text("turn") + " " + r.whole("customer_id"))
        .containsExactly("came 100003", "came 100001", "left 100001");
  }
}
