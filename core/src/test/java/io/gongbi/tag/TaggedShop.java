package io.gongbi.tag;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Conditions;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Plan;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Step;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A shop of five customers with the tags that come with the product. */
abstract class TaggedShop {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final AsOf AS_OF = AsOf.endOf(LocalDate.parse("2026-03-14"), ZONE);
  static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());
  static final Viewer SHANGHAI =
      new Viewer(
          new UserId("hu"),
          new Role(
              "south",
              Set.of(Right.VIEW),
              new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")),
              false,
              Set.of()));
  static final DefinitionId RFM = Tag.KIND.id("rfm");
  static final DefinitionId SLEEPING = Tag.KIND.id("sleeping_90");
  static final Label NAME = Label.typed("VIP");

  @TempDir Path folder;
  TestShop shop;
  Catalog catalog;
  Tags tags;
  AsOf asOf = AS_OF;
  long runs;

  /**
   * Days before 2026-03-15: Ann bought 14, 40 and 300 days ago (three days, 600 in all), Bo twice
   * on one day 91 days ago and gave 30 back 10 days ago, Cy once 90 days ago, Dee once two years
   * ago, Eve never.
   */
  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers(
        """
        customer_id=1 name=Ann city=上海 phone=13900000001
        customer_id=2 name=Bo city=上海
        customer_id=3 name=Cy city=北京 phone=13900000003
        customer_id=4 name=Dee city=北京
        customer_id=5 name=Eve phone=13900000005
        """);
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-03-01 amount=100 order_no=A1
        customer_id=1 kind=sale day=2026-02-03 amount=200 order_no=A2
        customer_id=1 kind=sale day=2025-05-19 amount=300 order_no=A3
        customer_id=2 kind=sale day=2025-12-14 amount=50 order_no=B1
        customer_id=2 kind=sale day=2025-12-14 amount=20 order_no=B2
        customer_id=2 kind=return day=2026-03-05 amount=-30 order_no=B3
        customer_id=3 kind=sale day=2025-12-15 amount=80 order_no=C1
        customer_id=4 kind=sale day=2024-03-01 amount=900 order_no=D1
        kind=sale day=2026-03-10 amount=999 order_no=X1
        """);
    catalog =
        Catalog.open(
            folder.resolve("catalog.sqlite"),
            Users.MIGRATIONS,
            Clock.fixed(Instant.parse("2026-03-15T00:00:00Z"), ZoneOffset.UTC));
    var definitions = new Definitions(catalog);
    tags =
        new Tags(
            shop.warehouse,
            definitions,
            new Authorship(catalog, definitions, new AuditTrail(catalog)),
            shop.traits,
            new Conditions(shop.warehouse, shop.traits, new Standard()),
            new Gate(shop.warehouse),
            (by, what) -> recount(),
            () -> asOf);
    tags.ship();
  }

  /** What a run of its own does in the product, done before the call returns. */
  void recount() {
    shop.refresher(this::steps, () -> asOf)
        .refresh(new RunId(++runs), asOf.instant(), false, Progress.NONE);
  }

  List<Step> steps() {
    return Stream.concat(shop.traits.steps().stream(), tags.steps().stream()).toList();
  }

  @AfterEach
  void close() {
    catalog.close();
    shop.close();
  }

  void refresh(Delta delta) {
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      var next = delta;
      for (var step : Plan.of(steps()).steps()) next = step.run(next, asOf, write, Progress.NONE);
      write.commit();
    }
  }

  List<String> held(String columns) {
    return shop.rows("select customer_id, " + columns + " from {trait.held} order by customer_id");
  }

  static Sql ids(long... ids) {
    var rows = new ArrayList<String>();
    for (long id : ids) rows.add("select " + id + " as customer_id");
    return Sql.of(String.join(" union all ", rows));
  }
}
