package io.gongbi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.Ground;
import io.gongbi.identity.IdRules;
import io.gongbi.identity.Identities;
import io.gongbi.refresh.Delta;
import io.gongbi.source.Sources;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann (上海) is two records and 100001, Bo (北京) 100002, Cy (上海) 100003; see {@link #shop}. */
final class ProfilesTest {
  private static final Viewer ALL = Viewer.system();

  @TempDir Path folder;
  private Ground given;
  private Profiles profiles;

  @BeforeEach
  void open() {
    given = new Ground(folder);
    var identities =
        new Identities(
            given.warehouse(),
            given.gate(),
            () -> IdRules.DEFAULT,
            List::of,
            List::of,
            Ground.CLOCK);
    profiles = ProfileStepsTest.profiles(given, identities);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private static Viewer viewer(Where customers, FieldKey... unmasked) {
    return new Viewer(
        new UserId("mei"),
        new Role("marketer", Set.of(Right.VIEW), customers, false, Set.of(unmasked)));
  }

  private void shop() {
    given.put(
        Sources.BATCH,
        1,
        """
        batch source feed    file_name rows
        1     crm    members 会员.csv  2
        2     shop   users   用户.csv  2
        """);
    given.customers(
        1,
        """
        source record_key line name phone       city birthday   seen_at
        crm    M1         2    王芳 13900000001 上海 1990-05-01 2026-01-01T00:00
        crm    M2         3    李雷 13900000002 北京 -          2026-01-01T00:00
        crm    M3         4    王磊 -           上海 -          2026-01-01T00:00
        """);
    given.customers(
        2,
        """
        source record_key line phone       email    city platform_id seen_at
        shop   u1         2    13900000001 w@x.cn   -    42          2026-02-01T00:00
        """);
    given.orders(
        3,
        """
        source order_key order_no buyer_key ordered_at       amount
        shop   o1        o1       u1        2026-05-04T09:10 100
        shop   o2        o2       u1        2026-05-11T09:50 50.5
        shop   o3        o3       u1        2026-05-13T20:00 49.5
        shop   c3        c3       u1        2026-05-14T20:00 -49.5
        crm    o4        o4       M2        2026-05-02T10:00 80
        """);
    given.run(ProfileStepsTest.steps(given), new Delta.Everything());
  }

  private List<String> names(Search search, Viewer viewer) {
    return profiles.search(search, viewer).rows().stream()
        .map(r -> r.whole("customer_id") + " " + r.textIfAny("name").orElse("-"))
        .toList();
  }

  @Test
  void search_findsByNameAndByAnyIdentifierOfAnyRecord() {
    shop();
    // Newest buyers first, and last who never bought.
    assertThat(names(Search.all(), ALL)).containsExactly("100001 王芳", "100002 李雷", "100003 王磊");
    assertThat(names(Search.of("王"), ALL)).containsExactly("100001 王芳", "100003 王磊");
    assertThat(names(Search.of(" 139 0000-0001 "), ALL)).containsExactly("100001 王芳");
    assertThat(names(Search.of("W@X"), ALL)).containsExactly("100001 王芳");
    assertThat(names(Search.of("42"), ALL)).containsExactly("100001 王芳");
    assertThat(names(Search.of("100003"), ALL)).containsExactly("100003 王磊");
    assertThat(names(Search.of("100%"), ALL)).isEmpty();
    assertThat(names(Search.of("  "), ALL)).hasSize(3);
  }

  @Test
  void search_pagesSortsAndTakesACondition() {
    shop();
    var condition =
        Sql.of("select c.customer_id from {profile.customer} c where c.city = #city")
            .with("city", Value.of("上海"));
    var found =
        profiles.search(
            new Search(
                Optional.empty(), Optional.of(condition), new Search.Sort("name", true), 0, 1),
            ALL);
    assertThat(found.total()).isEqualTo(2);
    assertThat(found.rows().stream().map(r -> r.text("name"))).containsExactly("王芳");
    assertThat(
            names(
                new Search(
                    Optional.empty(), Optional.of(condition), new Search.Sort("name", true), 1, 5),
                ALL))
        .containsExactly("100003 王磊");
    assertThat(profiles.count(Search.of("王"), ALL)).isEqualTo(2);
    assertThatThrownBy(
            () ->
                new Search(
                    Optional.empty(), Optional.empty(), new Search.Sort("name", false), -1, 0))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("profile.bad-page");
    assertThatThrownBy(
            () ->
                profiles.search(
                    new Search(
                        Optional.empty(),
                        Optional.empty(),
                        new Search.Sort("x; drop", false),
                        0,
                        1),
                    ALL))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("profile.unknown-sort");
  }

  @Test
  void search_showsOnlyWhomTheViewerMaySee_andFindsNobodyByAMaskedPhone() {
    shop();
    var mei = viewer(new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")));
    var found = profiles.search(Search.all(), mei);
    assertThat(found.total()).isEqualTo(2);
    assertThat(found.rows().row(0).text("phone")).isEqualTo("139****0001");
    assertThat(names(Search.of("13900000001"), mei)).isEmpty();
    assertThat(names(Search.of("100002"), mei)).isEmpty();
    assertThatThrownBy(() -> profiles.portrait(new CustomerId(100002), mei))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("profile.no-customer");
    assertThatThrownBy(
            () ->
                profiles.timeline(
                    new CustomerId(100002), mei, Optional.empty(), Optional.empty(), 10))
        .isInstanceOf(FaultException.class);
    assertThatThrownBy(() -> profiles.rhythm(new CustomerId(100002), mei))
        .isInstanceOf(FaultException.class);
  }

  @Test
  void portrait_saysWhereEachValueComesFrom() {
    shop();
    var portrait = profiles.portrait(new CustomerId(100001), ALL);
    var phone = fact(portrait, "customer.phone");
    assertThat(phone)
        .isEqualTo(
            new Portrait.Fact(
                FieldKey.of("customer.phone"),
                new Label("手机号", "Phone"),
                Value.of("13900000001"),
                false,
                Optional.of(
                    new Portrait.Origin(
                        "shop",
                        "u1",
                        Optional.of("用户.csv"),
                        Optional.of(2L),
                        "profile.why-agreed")),
                List.of(
                    new Portrait.Other(Value.of("13900000001"), "crm", "M1", "profile.why-same")),
                Optional.empty()));
    assertThat(fact(portrait, "customer.level").value()).isEqualTo(Value.missing());
    assertThat(fact(portrait, "customer.level").origin()).isEmpty();
    // 100 + 50.5 + 49.5 over three orders; the last on 13 May, as of 1 June.
    assertThat(portrait.worth())
        .isEqualTo(
            new Portrait.Worth(
                3,
                new BigDecimal("200.0000"),
                new BigDecimal("49.5000"),
                new BigDecimal("150.5000"),
                Optional.of(new BigDecimal("66.67")),
                Optional.of(LocalDate.parse("2026-05-04")),
                Optional.of(LocalDate.parse("2026-05-13")),
                3,
                Optional.of(19L)));
    assertThat(portrait.panels())
        .extracting(Portrait.Shown::id)
        .containsExactly("orders", "records", "feedback", "points", "coupons", "relations");
    assertThat(portrait.panels().getFirst().table().stream().map(r -> r.text("order_no")))
        .containsExactly("c3", "o3", "o2", "o1");
    assertThat(
            portrait.panels().get(1).table().stream()
                .map(r -> r.text("record_key") + " " + r.text("shared_value")))
        .containsExactly("M1 13900000001", "u1 13900000001");
    assertThat(profiles.portrait(new CustomerId(100003), ALL).worth().averageOrder()).isEmpty();
  }

  private static Portrait.Fact fact(Portrait portrait, String field) {
    return portrait.facts().stream()
        .filter(f -> f.field().equals(FieldKey.of(field)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void portrait_hidesPersonalValues_andSaysThatTheyAreThere() {
    shop();
    var mei = viewer(new Where.Always(), FieldKey.of("customer.name"));
    var portrait = profiles.portrait(new CustomerId(100001), mei);
    var phone = fact(portrait, "customer.phone");
    assertThat(phone.value()).isEqualTo(Value.of("139****0001"));
    assertThat(phone.masked()).isTrue();
    assertThat(phone.others()).extracting(Portrait.Other::value).containsExactly(phone.value());
    assertThat(fact(portrait, "customer.birthday").value()).isEqualTo(Value.missing());
    assertThat(fact(portrait, "customer.birthday").masked()).isTrue();
    assertThat(fact(portrait, "customer.name").value()).isEqualTo(Value.of("王芳"));
    assertThat(fact(portrait, "customer.name").masked()).isFalse();
    assertThat(fact(portrait, "customer.city").value()).isEqualTo(Value.of("上海"));
    assertThat(fact(portrait, "customer.city").masked()).isFalse();
    assertThat(fact(portrait, "customer.email").masked()).isTrue();
    assertThat(fact(portrait, "customer.level").masked()).as("there is none").isFalse();
  }

  @Test
  void formerId_leadsToWhoItIsToday() {
    shop();
    given.customers(
        4,
        """
        source record_key line name phone       city birthday   email  platform_id member_card seen_at
        crm    M1         2    王芳 13900000001 上海 1990-05-01 -      -           C1          2026-01-01T00:00
        crm    M2         3    李雷 13900000002 北京 -          -      -           C1          2026-01-01T00:00
        shop   u1         2    -    13900000001 -    -          w@x.cn 42          C1          2026-02-01T00:00
        """);
    given.run(ProfileStepsTest.steps(given), new Delta.Batches(Set.of(4L)));
    var portrait = profiles.portrait(new CustomerId(100002), ALL);
    assertThat(portrait.id()).isEqualTo(new CustomerId(100001));
    assertThat(portrait.was()).contains(new CustomerId(100002));
    assertThat(portrait.worth().orders()).isEqualTo(4);
    assertThat(names(Search.of("100002"), ALL)).hasSize(1);
    assertThat(
            profiles
                .timeline(new CustomerId(100002), ALL, Optional.empty(), Optional.empty(), 50)
                .rows())
        .hasSize(9);
  }

  @Test
  void panel_isContributedOnce_andAskedUnderTheViewersRights() {
    shop();
    var panel =
        new Panel() {
          @Override
          public String id() {
            return "phones";
          }

          @Override
          public Label label() {
            return new Label("手机", "Phones");
          }

          @Override
          public Sql of(CustomerId customer) {
            return Sql.of("select c.phone from {profile.customer} c where c.customer_id = #c")
                .with("c", Value.of(customer.value()));
          }
        };
    profiles.contribute(panel);
    var mei = viewer(new Where.Always());
    assertThat(
            profiles
                .portrait(new CustomerId(100001), mei)
                .panels()
                .getLast()
                .table()
                .only()
                .text("phone"))
        .isEqualTo("139****0001");
    assertThatThrownBy(() -> profiles.contribute(panel))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Placed and paid at one moment: paid stands above placed. */
  @Test
  void timeline_isNewestFirst_andItsPagesJoinWithoutAGap() {
    shop();
    var whole =
        profiles.timeline(new CustomerId(100001), ALL, Optional.empty(), Optional.empty(), 50);
    assertThat(whole.next()).isEmpty();
    assertThat(whole.rows())
        .extracting(h -> h.name() + " " + h.ref())
        .containsExactly(
            "refunded c3",
            "paid o3",
            "ordered o3",
            "paid o2",
            "ordered o2",
            "paid o1",
            "ordered o1");
    assertThat(whole.rows().get(1))
        .isEqualTo(
            new Timeline.Happening(
                "paid",
                Instant.parse("2026-05-13T12:00:00Z"),
                Optional.of(new BigDecimal("49.5000")),
                "shop",
                "o3",
                Map.of()));
    for (int size = 1; size <= 8; size++) {
      var joined = new ArrayList<Timeline.Happening>();
      var page =
          profiles.timeline(new CustomerId(100001), ALL, Optional.empty(), Optional.empty(), size);
      joined.addAll(page.rows());
      while (page.next().isPresent()) {
        page = profiles.timeline(new CustomerId(100001), ALL, Optional.empty(), page.next(), size);
        joined.addAll(page.rows());
      }
      assertThat(joined).isEqualTo(whole.rows());
    }
    for (var bad : List.of("?", "bm8", "")) {
      assertThatThrownBy(
              () ->
                  profiles.timeline(
                      new CustomerId(100001), ALL, Optional.empty(), Optional.of(bad), 5))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("profile.bad-cursor");
    }
  }

  /** Two Mondays in the hour of 9, one Wednesday at 20; the return is no sale. */
  @Test
  void rhythm_isOfSalesInLocalTime() {
    shop();
    assertThat(profiles.rhythm(new CustomerId(100001), ALL))
        .containsExactly(new Beat(1, 9, 2, 0), new Beat(3, 20, 1, 0));
  }

  /** The newest order is of 14 May: on 13 June that is 30 days ago, on 14 June 31. */
  @Test
  void asOf_isNow_orTheEndOfDataThatStopped() {
    shop();
    assertThat(asOf("2026-06-13T12:00")).isEqualTo(at("2026-06-13T12:00"));
    assertThat(asOf("2026-06-14T12:00")).isEqualTo(at("2026-05-15T00:00"));
  }

  @Test
  void asOf_isNow_whenThereAreNoOrders() {
    assertThat(asOf("2026-06-14T12:00")).isEqualTo(at("2026-06-14T12:00"));
  }

  private AsOf asOf(String now) {
    var clock = Clock.fixed(Ground.moment(now), Ground.SHANGHAI);
    var identities =
        new Identities(
            given.warehouse(), given.gate(), () -> IdRules.DEFAULT, List::of, List::of, clock);
    var then =
        new Profiles(
            given.warehouse(),
            given.gate(),
            identities,
            clock,
            () -> Ground.SHANGHAI,
            () -> Survivorships.USUAL,
            Map::of,
            new Standard());
    try (var write = given.warehouse().write(Set.of("profile"))) {
      assertThat(then.asOf(write)).isEqualTo(then.asOf());
    }
    return then.asOf();
  }

  private static AsOf at(String clock) {
    return new AsOf(Ground.moment(clock), Ground.SHANGHAI);
  }
}
