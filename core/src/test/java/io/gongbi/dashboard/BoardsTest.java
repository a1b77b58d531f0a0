package io.gongbi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Codec;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.FaultException;
import io.gongbi.insight.Breakdown;
import io.gongbi.insight.Grain;
import io.gongbi.insight.Insight;
import io.gongbi.insight.Insights;
import io.gongbi.insight.Trend;
import io.gongbi.metric.MetricId;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoardsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final AsOf JUNE = AsOf.endOf(LocalDate.parse("2026-06-14"), SHANGHAI);
  private static final Viewer LIN = Viewer.system();

  @TempDir Path folder;
  private TestShop shop;
  private Catalog catalog;
  private Boards boards;

  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    var clock = Clock.fixed(Instant.parse("2026-06-15T00:00:00Z"), ZoneOffset.UTC);
    catalog = Catalog.open(folder.resolve("catalog.sqlite"), Users.MIGRATIONS, clock);
    var gate = new Gate(shop.warehouse);
    var conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
    var insights = new Insights(shop.warehouse, gate, conditions, shop.traits);
    var definitions = new Definitions(catalog);
    var authors = new Authorship(catalog, definitions, new AuditTrail(catalog));
    boards = new Boards(catalog, definitions, authors, shop.warehouse, gate, insights);
  }

  @AfterEach
  void close() {
    catalog.close();
    shop.close();
  }

  /** Ann bought in April and May, Bo in May alone; nobody registered. */
  private void sales() {
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-04-03 amount=100
        customer_id=1 kind=sale day=2026-05-03 amount=50
        customer_id=2 kind=sale day=2026-05-10 amount=75
        """);
    shop.events(
        """
        customer_id=1 name=paid day=2026-04-03
        customer_id=1 name=paid day=2026-05-03
        customer_id=2 name=paid day=2026-05-10
        """);
  }

  private Board overview(AsOf asOf) {
    return boards.find("overview", asOf, LIN).orElseThrow();
  }

  private static Tile tile(Board board, String id) {
    return board.tiles().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private List<String> rows(Tile tile, AsOf asOf) {
    return TestShop.shown(boards.answer(tile, asOf, LIN).orElseThrow().table());
  }

  @Test
  void firstBoard_waitsForOrders() {
    assertThat(boards.all(JUNE, LIN)).isEmpty();
    sales();
    assertThat(boards.all(JUNE, LIN)).extracting(Board::id).containsExactly("churn", "overview");
  }

  /** Three months of data, so three months on the board; April's base, March, has nothing. */
  @Test
  void firstBoard_answersRevenueAndRepurchase() {
    sales();
    assertThat(overview(JUNE).tiles())
        .extracting(t -> t.title().zh())
        .containsExactly("销售额", "订单数", "购买人数", "客单价", "月销售额与环比", "每月新客数与去年同期", "购买后 90 天内的复购");
    assertThat(rows(tile(overview(JUNE), "revenue"), JUNE))
        .containsExactly(
            "2026-04-01 100 0 - false 0",
            "2026-05-01 125 100 0.25 false 0",
            "2026-06-01 0 125 -1.0 true 0");
    assertThat(rows(tile(overview(JUNE), "again"), JUNE))
        .containsExactly("1 购买 Purchase 2 - 1.0 1 -", "2 再次购买 Another purchase 1 0.5 0.5 0 720.0");
  }

  /** Ann registered on 1 April and bought twice in 90 days; Cy registered and never bought. */
  @Test
  void firstBoard_beginsWithRegistration_whereSomebodyRegistered() {
    sales();
    shop.events(
        """
        customer_id=1 name=registered day=2026-04-01
        customer_id=1 name=paid       day=2026-04-03
        customer_id=1 name=paid       day=2026-05-03
        customer_id=2 name=paid       day=2026-05-10
        customer_id=3 name=registered day=2026-04-01
        """);
    assertThat(rows(tile(overview(JUNE), "again"), JUNE))
        .containsExactly(
            "1 注册 Registered 2 - 1.0 1 -",
            "2 首次购买 First purchase 1 0.5 0.5 0 48.0",
            "3 再次购买 Second purchase 1 1.0 0.5 0 720.0");
  }

  /** Made in June, it shows July in July. */
  @Test
  void firstBoard_movesOn() {
    sales();
    assertThat(period(tile(overview(JUNE), "revenue").insight().orElseThrow()))
        .isEqualTo(new Period(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-07-01")));
    var july = AsOf.endOf(LocalDate.parse("2026-07-01"), SHANGHAI);
    assertThat(period(tile(overview(july), "revenue").insight().orElseThrow()))
        .isEqualTo(new Period(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-08-01")));
  }

  private static Period period(Insight question) {
    return ((Trend) question).period();
  }

  @Test
  void firstBoard_thatWasDeletedOrChanged_isNotMadeAgain() {
    sales();
    var overview = overview(JUNE);
    boards.save(new Board("overview", Label.typed("mine"), overview.tiles().subList(0, 1)), LIN);
    assertThat(overview(JUNE).label().zh()).isEqualTo("mine");
    assertThat(overview(JUNE).tiles()).hasSize(1);
    boards.delete("overview", LIN);
    assertThat(boards.all(JUNE, LIN)).extracting(Board::id).containsExactly("churn");
    assertThat(boards.find("overview", JUNE, LIN)).isEmpty();
  }

  private static Tile tile(String id, Insight insight) {
    return Tile.asking(id, Label.typed(id), insight, "line", 0, 0, 12, 4, Optional.empty());
  }

  private static Trend revenue(String metric) {
    return new Trend(
        new MetricId(metric),
        Grain.DAY,
        new Period(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-04")),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void board_isFoundAsItWasSaved() {
    var board = new Board("b1", new Label("甲", "A"), List.of(tile("t1", revenue("revenue"))));
    assertThat(boards.save(board, LIN)).isEqualTo(lins(board));
    assertThat(boards.find("b1", JUNE, LIN)).contains(lins(board));
    assertThat(boards.find("B 1", JUNE, LIN)).isEmpty();
  }

  @Test
  void stored_form() {
    var tile =
        Tile.asking(
            "t1",
            Label.typed("t"),
            revenue("orders"),
            "bar",
            0,
            1,
            6,
            4,
            Optional.of(new Rolling(3, Grain.WEEK)));
    var codec = Codec.of(Boards.KIND);
    var json =
        """
        {"tiles":[{"id":"t1","title":{"zh":"t","en":"t"},"insight":{"type":"trend",\
        "metric":"orders","grain":"day","period":{"from":"2026-05-01","until":"2026-05-04"}},\
        "chart":"bar","x":0,"y":1,"w":6,"h":4,"rolling":{"last":3,"unit":"week"}}]}""";
    assertThat(codec.write(new Boards.Tiles(List.of(tile), Optional.empty()))).isEqualTo(json);
    assertThat(codec.read(json, Boards.Tiles.class).tiles()).containsExactly(tile);
  }

  /** What was stored before boards had words and filters is read as it was. */
  @Test
  void stored_words_andFilter() {
    var words =
        Tile.saying("t1", Label.typed("看这里"), new Label("三件事", "Three things"), 0, 0, 12, 1);
    var filter =
        new Board.Filter(
            Optional.of(new Rolling(30, Grain.DAY)), Optional.empty(), Optional.of(ALL));
    var codec = Codec.of(Boards.KIND);
    var json =
        """
        {"tiles":[{"id":"t1","title":{"zh":"看这里","en":"看这里"},"chart":"text",\
        "x":0,"y":0,"w":12,"h":1,"text":{"zh":"三件事","en":"Three things"}}],\
        "filter":{"rolling":{"last":30,"unit":"day"},"who":{"type":"all","of":[]}}}""";
    assertThat(codec.write(new Boards.Tiles(List.of(words), Optional.of(filter)))).isEqualTo(json);
    assertThat(codec.read(json, Boards.Tiles.class))
        .isEqualTo(new Boards.Tiles(List.of(words), Optional.of(filter)));
    assertThat(codec.read("{\"tiles\":[]}", Boards.Tiles.class))
        .isEqualTo(new Boards.Tiles(List.of(), Optional.empty()));
  }

  private static final Condition ALL = new Condition.All(List.of());

  @Test
  void filter_isKeptWithTheBoard_unlessItSaysNothing() {
    var filter = new Board.Filter(Optional.empty(), Optional.empty(), Optional.of(ALL));
    var words = Tile.saying("t1", Label.typed("a"), Label.typed("b"), 0, 0, 12, 1);
    var board = new Board("b1", Label.typed("甲"), List.of(words), Optional.of(filter));
    boards.save(board, LIN);
    assertThat(boards.find("b1", JUNE, LIN)).contains(lins(board));
    assertThat(boards.answer(words, JUNE, LIN)).isEmpty();
    var nothing = new Board.Filter(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(new Board("b1", Label.typed("甲"), List.of(), Optional.of(nothing)).filter())
        .isEmpty();
  }

  @Test
  void matter_andFilter_areChecked() {
    var both =
        new Tile(
            "a",
            Label.typed("a"),
            Optional.of(revenue("revenue")),
            "bar",
            0,
            0,
            6,
            4,
            Optional.empty(),
            Optional.of(Label.typed("b")));
    var neither =
        new Tile(
            "b",
            Label.typed("b"),
            Optional.empty(),
            "text",
            0,
            4,
            6,
            4,
            Optional.empty(),
            Optional.empty());
    var longer = Tile.saying("c", Label.typed("c"), Label.typed("长".repeat(2_001)), 0, 8, 6, 4);
    var filter =
        new Board.Filter(
            Optional.of(new Rolling(0, Grain.DAY)),
            Optional.of(new Period(LocalDate.parse("1800-01-01"), LocalDate.parse("2026-01-01"))),
            Optional.of(new Condition.Holds(new TraitId("tag/mood"), Op.EQ, Value.of("glad"))));
    var board =
        new Board("b1", Label.typed("x"), List.of(both, neither, longer), Optional.of(filter));
    assertThatThrownBy(() -> boards.save(board, LIN))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults().stream().map(f -> f.place() + " " + f.code()))
                    .contains(
                        "tiles[0] dashboard.tile-matter",
                        "tiles[1] dashboard.tile-matter",
                        "tiles[2].text dashboard.tile-text",
                        "filter.period dashboard.filter-period",
                        "filter.rolling.last dashboard.rolling",
                        "filter.period insight.period-range")
                    .anyMatch(found -> found.startsWith("filter.who"))
                    .hasSize(7));
  }

  /** Nobody complained, no channels, no goods, no provinces, no tags: what is left still stands. */
  @Test
  void churnBoard_holdsWhatTheDataCanFill() {
    sales();
    var churn = boards.find("churn", JUNE, LIN).orElseThrow();
    assertThat(churn.tiles())
        .extracting(t -> t.id() + " " + t.x() + "," + t.y() + " " + t.w() + "×" + t.h())
        .containsExactly(
            "reading 0,0 12×1",
            "rate 0,1 3×2",
            "repeat 3,1 3×2",
            "active 6,1 3×2",
            "fresh 9,1 3×2",
            "silent 0,3 6×4",
            "rates 6,3 6×4");
    // Of Ann and Bo, who bought in the last 365 days, Ann came again.
    assertThat(rows(tile(churn, "rate"), JUNE).getFirst()).contains(" 0.5 ");
    assertThat(rows(tile(churn, "repeat"), JUNE).getFirst()).contains(" 1 ");
  }

  /** With channels, goods and provinces there are their tiles; complaints are followed by topic. */
  @Test
  void readyBoards_growWithTheData() {
    sales();
    shop.customers("customer_id=1 province=浙江省");
    shop.orders("customer_id=1 kind=sale day=2026-05-04 amount=5 channel=store");
    shop.put(
        ProfileTables.ITEM,
        "customer_id=1 kind=sale day=2026-05-04 amount=5 category=茶 product_name=龙井");
    shop.events(
        """
        customer_id=1 name=complained day=2026-05-05 topic=物流
        customer_id=1 name=paid       day=2026-05-20
        """);
    assertThat(overview(JUNE).tiles())
        .extracting(Tile::id)
        .containsExactly(
            "revenue_30",
            "orders_30",
            "buyers_30",
            "spend_30",
            "revenue",
            "newcomers",
            "channels",
            "provinces",
            "categories",
            "again");
    assertThat(rows(tile(overview(JUNE), "categories"), JUNE)).anyMatch(row -> row.contains("茶 "));
    var churn = boards.find("churn", JUNE, LIN).orElseThrow();
    assertThat(rows(tile(churn, "complaints"), JUNE))
        .hasSize(2)
        .allMatch(row -> row.contains(" 物流 "));
  }

  @Test
  void faults_areSaidAllAtOnce() {
    var wide =
        Tile.asking("a", Label.typed("a"), revenue("profit"), "Bar!", 8, 0, 6, 0, Optional.empty());
    var again =
        Tile.asking(
            "a",
            Label.typed("a"),
            Breakdown.by(new TraitId("tag/mood")),
            "bar",
            0,
            0,
            1,
            1,
            Optional.of(new Rolling(0, Grain.DAY)));
    assertThatThrownBy(
            () -> boards.save(new Board("No", Label.typed("x"), List.of(wide, again)), LIN))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults().stream().map(f -> f.place() + " " + f.code()))
                    .containsExactly(
                        "id dashboard.id",
                        "tiles[0] dashboard.tile-place",
                        "tiles[0].chart dashboard.tile-chart",
                        "tiles[0].insight.metric metric.unknown",
                        "tiles[1].id dashboard.tile-id",
                        "tiles[1].rolling.last dashboard.rolling",
                        "tiles[1].insight.trait insight.unknown-trait"));
  }

  @Test
  void saving_takesARight() {
    var reader =
        new Viewer(
            new UserId("chen"),
            new Role("reader", Set.of(Right.VIEW), new Where.Always(), false, Set.of()));
    var board = new Board("b1", Label.typed("x"), List.of());
    assertThatThrownBy(() -> boards.save(board, reader))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("access.right-missing");
    assertThatThrownBy(() -> boards.delete("b1", reader))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("access.right-missing");
  }

  /** Ids of deleted boards are not given again: a link to one never leads to another. */
  @Test
  void board_isAddedUnderTheNextId() {
    var tile = overviewTile();
    assertThat(boards.add(Label.typed("春季"), List.of(tile), Optional.empty(), LIN).id())
        .isEqualTo("b1");
    assertThat(boards.add(Label.typed("夏季"), List.of(), Optional.empty(), LIN).id())
        .isEqualTo("b2");
    boards.delete("b2", LIN);
    assertThat(boards.add(Label.typed("秋季"), List.of(), Optional.empty(), LIN).id())
        .isEqualTo("b3");
    assertThat(boards.find("b1", JUNE, LIN).orElseThrow())
        .isEqualTo(lins(new Board("b1", Label.typed("春季"), List.of(tile))));
  }

  private static Board lins(Board board) {
    return new Board(
        board.id(), board.label(), board.tiles(), board.filter(), Optional.of(LIN.user()));
  }

  /**
   * Ann's board is changed by Ann and an administrator, and stays Ann's; the ready boards are the
   * administrators'. Bo, and Ann once she only reads, change neither.
   */
  @Test
  void board_isChangedByItsMakerAndAdministrators() {
    sales();
    var ann = new Viewer(new UserId("ann"), Role.marketer());
    var bo = new Viewer(new UserId("bo"), Role.analyst());
    var reading = new Viewer(ann.user(), Role.viewer());
    boards.save(new Board("b1", Label.typed("周会"), List.of()), ann);
    boards.save(new Board("b1", Label.typed("例会"), List.of()), LIN);
    assertThat(boards.find("b1", JUNE, bo).orElseThrow().maker()).contains(ann.user());
    assertThat(
            boards.all(JUNE, LIN).stream()
                .map(
                    b -> b.id() + Stream.of(ann, bo, reading, LIN).map(b::isChangeableBy).toList()))
        .containsExactly(
            "b1[true, false, false, true]",
            "churn[false, false, false, true]",
            "overview[false, false, false, true]");
    for (var id : List.of("b1", "overview")) {
      var other = new Board(id, Label.typed("x"), List.of());
      assertThatThrownBy(() -> boards.save(other, bo))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("dashboard.of-another");
      assertThatThrownBy(() -> boards.delete(id, bo))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("dashboard.of-another");
    }
    boards.delete("b1", ann);
    assertThat(boards.all(JUNE, bo)).extracting(Board::id).containsExactly("churn", "overview");
  }

  private static Tile overviewTile() {
    var revenue =
        new Trend(
            new MetricId("revenue"),
            Grain.MONTH,
            new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-04-01")),
            Optional.empty(),
            Optional.empty());
    return Tile.asking("t1", Label.typed("销售额"), revenue, "bar", 0, 0, 12, 4, Optional.empty());
  }

  @Test
  void rolling_endsWithTheUnitThatRuns() {
    assertThat(rolled(2, Grain.MONTH, "2026-06-15T00:00:00Z")).isEqualTo("2026-05-01 2026-07-01");
    // Midnight in Shanghai: July has not begun.
    assertThat(rolled(2, Grain.MONTH, "2026-06-30T16:00:00Z")).isEqualTo("2026-05-01 2026-07-01");
    assertThat(rolled(2, Grain.MONTH, "2026-06-30T16:00:01Z")).isEqualTo("2026-06-01 2026-08-01");
    assertThat(rolled(1, Grain.WEEK, "2026-06-14T00:00:00Z")).isEqualTo("2026-06-08 2026-06-15");
    assertThat(rolled(3, Grain.DAY, "2026-06-14T00:00:00Z")).isEqualTo("2026-06-12 2026-06-15");
  }

  private static String rolled(int last, Grain unit, String at) {
    var period = new Rolling(last, unit).period(new AsOf(Instant.parse(at), SHANGHAI));
    return period.from() + " " + period.until();
  }
}
