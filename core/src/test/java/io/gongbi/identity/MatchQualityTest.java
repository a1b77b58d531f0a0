package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ten records of five customers, who is who laid down by hand: 100001 is 张伟 twice, of two birthdays
 * that have nothing in common; 100002 is 李丽 and 王强, a woman and a man; 100003 has two cards in the
 * crm; 100004 is 赵敏 and 赵明, who read alike, once misspelt birthdays, and an order to somebody else;
 * 100005 is alone.
 */
final class MatchQualityTest extends ResolvedGround {
  @BeforeEach
  void people() {
    given.customers(
        1,
        """
        source record_key name phone       member_card platform_id birthday   gender
        crm    1          张伟 13900000001 C1          -           1980-01-02 male
        pos    1          张伟 13900000001 -           -           1991-07-08 -
        crm    2          李丽 -           C2          -           -          female
        shop   2          王强 -           C2          u2          -          male
        crm    3          孙丽 13900000003 C3          -           -          -
        crm    4          孙丽 13900000003 C4          -           -          -
        crm    5          赵敏 13900000005 C5          -           1980-01-02 female
        shop   5          赵民 13900000005 C5          u5          1980-01-03 -
        shop   buyer:5    周涛 13700000000 C5          u5          -          -
        shop   6          吴迪 -           -           u6          -          -
        """);
    given.run(steps(IdRules.DEFAULT), ALL);
    laidDown(
        """
        crm    1          100001
        pos    1          100001
        crm    2          100002
        shop   2          100002
        crm    3          100003
        crm    4          100003
        crm    5          100004
        shop   5          100004
        shop   buyer:5    100004
        shop   6          100005
        """);
  }

  private void laidDown(String members) {
    var rows =
        members
            .strip()
            .lines()
            .map(l -> l.split("\\s+"))
            .map(c -> List.of(Value.of(c[0]), Value.of(c[1]), Value.of(Long.parseLong(c[2]))))
            .toList();
    try (var write = given.warehouse().write(Set.of("identity"))) {
      write.clear(Identities.MEMBER);
      write.append(Identities.MEMBER, new Table(Identities.MEMBER.columns(), rows));
      write.commit();
    }
  }

  @Test
  void sizes_countCustomersByTheirRecords() {
    assertThat(given.rows(MatchQualityQuery.SIZES)).containsExactly("1 1 1", "2 3 6", "3 1 3");
    assertThat(given.rows(MatchQualityQuery.largest(2))).containsExactly("100004 3", "100001 2");
  }

  /** Records, customers, then of each identifier how many records and customers have it. */
  @Test
  void coverage_isOfEachSource_andOfAll() {
    assertThat(given.rows(MatchQualityQuery.COVERAGE))
        .containsExactlyInAnyOrder(
            "crm 5 4 4 3 0 0 5 4 0 0 0 0 0 0 0 0",
            "pos 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0",
            "shop 4 3 2 1 0 0 3 2 4 3 0 0 0 0 0 0",
            " 10 5 7 3 0 0 8 4 4 3 0 0 0 0 0 0");
  }

  @Test
  void alarms_nameWhoMayBeSeveralPeople() {
    assertThat(given.rows(MatchQualityQuery.ALARM_COUNTS))
        .containsExactly("birthdays 1", "genders 1", "names 1", "two_ids 1");
    assertThat(given.rows(MatchQualityQuery.alarmed(Alarm.BIRTHDAYS, 0, 9)))
        .containsExactly("100001 2 1");
    assertThat(given.rows(MatchQualityQuery.alarmed(Alarm.GENDERS, 0, 9)))
        .containsExactly("100002 2 1");
    assertThat(given.rows(MatchQualityQuery.alarmed(Alarm.NAMES, 0, 9)))
        .containsExactly("100002 2 1");
    assertThat(given.rows(MatchQualityQuery.alarmed(Alarm.TWO_IDS, 0, 9)))
        .containsExactly("100003 2 1");
    assertThat(given.rows(MatchQualityQuery.alarmed(Alarm.ID_NUMBERS, 0, 9))).isEmpty();
    assertThat(given.rows(MatchQualityQuery.USUAL)).as("3 times 2").containsExactly("6");
  }
}
