package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.identity.Decision.Verdict;
import io.gongbi.refresh.Delta;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people decided holds, through every run, until it is taken back. */
final class DecisionsTest extends ResolvedGround {
  /** A father and his son with one name, one phone and one card; and 李丽, who has two numbers. */
  @BeforeEach
  void people() {
    given.customers(
        1,
        """
        source record_key name phone       member_card
        crm    1          张伟 13900000001 C1
        pos    1          张伟 13900000001 C1
        shop   1          张伟 13900000001 -
        crm    2          李丽 13912345678 -
        shop   2          李丽 18687654321 -
        """);
  }

  private void resolve(Delta delta, Decision... decisions) {
    given.run(
        List.of(
            new Resolve(
                IdRules.DEFAULT, Matching.DEFAULT, List.of(decisions), List.of(), Ground.CLOCK)),
        delta);
  }

  private static Decision decided(Verdict verdict, List<String> one, List<String> other) {
    return new Decision(verdict, refs(one), refs(other), "");
  }

  private static List<RecordRef> refs(List<String> records) {
    return records.stream()
        .map(r -> new RecordRef(r.substring(0, r.indexOf('/')), r.substring(r.indexOf('/') + 1)))
        .toList();
  }

  private static final Decision SON =
      decided(Verdict.APART, List.of("pos/1"), List.of("crm/1", "shop/1"));

  @Test
  void whoWasSplit_staysSplit_evenWithOneCard() {
    resolve(ALL);
    assertThat(members())
        .containsExactly(
            "100001 crm/1", "100001 pos/1", "100001 shop/1", "100002 crm/2", "100003 shop/2");
    for (int night = 0; night < 2; night++) {
      resolve(ALL, SON);
      assertThat(members())
          .containsExactly(
              "100001 crm/1", "100001 shop/1", "100002 crm/2", "100003 shop/2", "100004 pos/1");
    }
    // Somebody else with the card and the name goes with one of them, and brings no other along.
    given.customers(
        2,
        """
        source record_key name phone       member_card
        shop   9          张伟 13900000001 C1
        """);
    resolve(batch(2), SON);
    assertThat(members()).contains("100004 pos/1").doesNotContain("100001 pos/1");
  }

  @Test
  void whoWasJoined_staysJoined_andFallsApartWhenItIsTakenBack() {
    resolve(ALL);
    resolve(ALL, decided(Verdict.TOGETHER, List.of("crm/2"), List.of("shop/2")));
    assertThat(members()).contains("100002 crm/2", "100002 shop/2");
    assertThat(aliases()).containsExactly("100003 100002");
    resolve(ALL);
    assertThat(members()).contains("100002 crm/2", "100003 shop/2");
    assertThat(aliases()).as("100003 is somebody again").isEmpty();
    assertThat(
            given.rows(
                "select m.source || '/' || m.record_key as record, m.was, m.becomes from {identity.moved} m"))
        .containsExactly("shop/2 100003 100002", "shop/2 100002 100003");
  }

  /** A split that is taken back leaves its own id as a former one, which leads to who it was. */
  @Test
  void split_thatIsTakenBack_leavesAFormerId() {
    resolve(ALL);
    var before = members();
    resolve(ALL, SON);
    resolve(ALL);
    assertThat(members()).isEqualTo(before);
    assertThat(aliases()).containsExactly("100004 100001");
    resolve(ALL, SON);
    assertThat(members()).as("the same as the first time").contains("100004 pos/1");
  }

  /** Of contradicting words that which keeps people apart is followed. */
  @Test
  void apart_outweighsTogether() {
    resolve(ALL, SON, decided(Verdict.TOGETHER, List.of("crm/1"), List.of("pos/1")));
    assertThat(members()).contains("100001 crm/1").doesNotContain("100001 pos/1");
  }
}
