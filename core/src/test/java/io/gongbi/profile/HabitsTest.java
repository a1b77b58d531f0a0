package io.gongbi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import io.gongbi.identity.Ground;
import io.gongbi.identity.Identities;
import io.gongbi.identity.Limits;
import io.gongbi.refresh.Delta;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import java.util.List;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann is 100001, Bo 100002 and Cy 100003; it is the beginning of 2026-06-01 in Shanghai. */
final class HabitsTest {
  private static final Viewer ALL = Viewer.system();
  private static final CustomerId ANN = new CustomerId(100001);

  @TempDir Path folder;
  private Ground given;
  private Profiles profiles;

  @BeforeEach
  void open() {
    given = new Ground(folder);
    var identities =
        new Identities(given.warehouse(), given.gate(), () -> Limits.DEFAULT, List::of, Ground.CLOCK);
    profiles = ProfileStepsTest.profiles(given, identities);
    given.customers(
        1,
        """
        source record_key name phone       member_card referrer    seen_at
        crm    M1         王芳 13900000001 A1          -           2026-01-01T00:00
        crm    M2         李雷 13900000002 -           13900000001 2026-01-01T00:00
        crm    M3         王磊 13900000003 -           A1          2026-01-01T00:00
        crm    M4         赵敏 -           A4          A4          2026-01-01T00:00
        crm    M5         周平 -           A5          nobody      2026-01-01T00:00
        """);
    given.run(ProfileStepsTest.steps(given), new Delta.Everything());
  }

  @AfterEach
  void close() {
    given.close();
  }

  /**
   * The last 30 days are 2 to 31 May, the last 90 from 3 March. A look of 2 March is older than
   * both; one of 1 June is not past yet; Bo's is not hers. Of 茶叶 she bought 3 and sent 1 back.
   */
  @Test
  void habits_areOfWholeDaysBeforeTheAsOfDay() {
    given.fill(
        ProfileTables.EVENT,
        Sql.of(
            events(
                "100001 viewed 2026-05-31 10 mini p1 桂花乌龙 茶叶 null",
                "100001 viewed 2026-05-02 10 mini p1 桂花乌龙 茶叶 null",
                "100001 viewed 2026-05-01 11 mini p2 白檀 香品 null",
                "100001 viewed 2026-03-03 11 mini p2 白檀 香品 null",
                "100001 viewed 2026-03-02 11 mini p2 白檀 香品 null",
                "100001 viewed 2026-06-01 11 mini p2 白檀 香品 null",
                "100001 searched 2026-05-20 12 mini null null null 乌龙",
                "100001 sent 2026-05-21 12 sms null null null null",
                "100001 登山 2026-05-30 12 app null null null null",
                "100002 viewed 2026-05-30 12 mini p2 白檀 香品 null")));
    given.fill(
        ProfileTables.ITEM,
        Sql.of(
            """
            select cast(100001 as bigint) as customer_id, 'shop' as source, v.k as order_key, v.kind,
                   timestamp '2026-01-05 00:00:00' as happened_at, date '2026-01-05' as day, 'p1' as product_code,
                   '桂花乌龙' as product_name, '茶叶' as category, cast(v.q as decimal(18,4)) as quantity,
                   cast(v.a as decimal(18,4)) as amount, 'shop' as channel
            from (values ('o1', 'sale', 3, 90), ('o1', 'return', -1, -30)) v(k, kind, q, a)
            """));
    var habits = profiles.habits(ANN, ALL);
    assertThat(habits.asOf()).isEqualTo(LocalDate.parse("2026-06-01"));
    assertThat(habits.deeds())
        .containsExactly(
            new Habits.Deed("viewed", 2, 4, 5, LocalDate.parse("2026-05-31")),
            new Habits.Deed("searched", 1, 1, 1, LocalDate.parse("2026-05-20")),
            new Habits.Deed("登山", 1, 1, 1, LocalDate.parse("2026-05-30")));
    assertThat(habits.likes())
        .containsExactly(
            like(Habits.Of.CATEGORY, "茶叶", "2", "60", 2),
            like(Habits.Of.CATEGORY, "香品", "0", "0", 2),
            like(Habits.Of.KEYWORD, "乌龙", "0", "0", 1),
            like(Habits.Of.PRODUCT, "桂花乌龙", "2", "60", 2),
            like(Habits.Of.PRODUCT, "白檀", "0", "0", 2));
    assertThat(habits.places())
        .containsExactly(
            new Habits.Place(Optional.of("mini"), 0, money("0"), 5),
            new Habits.Place(Optional.of("app"), 0, money("0"), 1));
    // Friday 1 May, Sunday 31 May, Saturday 2 and 30 May, Wednesday 20 May, Tuesday 3 March; the
    // clock of Shanghai is eight hours ahead.
    assertThat(profiles.rhythm(ANN, ALL))
        .containsExactly(
            new Beat(2, 19, 0, 1),
            new Beat(3, 20, 0, 1),
            new Beat(5, 19, 0, 1),
            new Beat(6, 18, 0, 1),
            new Beat(6, 20, 0, 1),
            new Beat(7, 18, 0, 1));
    assertThat(
            profiles
                .timeline(ANN, ALL, Optional.of(EventKind.RECEIVED), Optional.empty(), 5)
                .rows())
        .extracting(Timeline.Happening::name)
        .containsExactly("sent");
    assertThat(
            profiles.timeline(ANN, ALL, Optional.of(EventKind.BROWSED), Optional.empty(), 5).rows())
        .extracting(Timeline.Happening::name)
        .containsExactly("viewed", "viewed", "登山", "searched", "viewed");
  }

  /** Bo gives Ann's phone and Cy her card; 赵敏 gives her own, 周平 one that nobody has. */
  @Test
  void referral_isByCardOrPhone_neverOfOneself() {
    assertThat(
            given.rows(
                "select r.customer_id, r.referrer_id from {profile.referral} r order by r.customer_id"))
        .containsExactly("100002 100001", "100003 100001");
    var relations =
        profiles.portrait(ANN, ALL).panels().stream()
            .filter(p -> p.id().equals("relations"))
            .findFirst()
            .orElseThrow();
    assertThat(relations.table().stream().map(r -> r.text("relation") + " " + r.text("name")))
        .containsExactly("referred 李雷", "referred 王磊");
  }

  private static Habits.Like like(
      Habits.Of of, String name, String quantity, String amount, long looks) {
    return new Habits.Like(of, name, money(quantity), money(amount), looks);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }

  /** Customer, name, day, hour in UTC, channel, product code and name, category, keyword. */
  private static String events(String... lines) {
    var rows = new StringBuilder("select * from (values\n");
    for (int i = 0; i < lines.length; i++) {
      var c = lines[i].split(" ");
      rows.append(i == 0 ? "" : ",\n")
          .append(
              "(cast(%s as bigint), %s, cast('%s %s:00:00' as timestamp), date '%s', cast(null as decimal(18,4)), 'mini', 'e%d', %s, %s, %s, %s, %s, cast(null as varchar), cast(null as varchar), cast(null as decimal(18,4)), cast(null as decimal(18,4)), cast(null as decimal(18,4)), cast(null as varchar))"
                  .formatted(
                      c[0],
                      text(c[1]),
                      c[2],
                      c[3],
                      c[2],
                      i,
                      text(c[4]),
                      text(c[5]),
                      text(c[6]),
                      text(c[7]),
                      text(c[8])));
    }
    return rows
        + ") v(customer_id, name, happened_at, day, amount, source, ref, channel, product_code, product_name, category, keyword, page, topic, score, points, seconds, text)";
  }

  private static String text(String word) {
    return word.equals("null") ? "cast(null as varchar)" : "'" + word + "'";
  }
}
