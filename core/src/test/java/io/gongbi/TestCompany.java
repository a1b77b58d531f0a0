package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.RunId;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.source.TestLanding;
import io.gongbi.standard.EntityName;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The whole product over a folder, fed with files that are written down in a test. Members come
 * from a CRM, orders from a shop, and what was sent from a log; a newer row of the same id takes
 * the place of the older.
 */
public final class TestCompany implements AutoCloseable {
  public static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());

  private static final Mapping MEMBERS =
      mapping(
          "crm",
          "members",
          "customer",
          "id",
          """
          id          customer.platform_id
          name        customer.name
          phone       customer.phone
          card        customer.member_card
          city        customer.city
          level       customer.level
          registered  customer.registered_at
          """);
  private static final Mapping ORDERS =
      mapping(
          "shop",
          "orders",
          "order",
          "no",
          """
          no      order.order_no
          paid    order.paid_at
          status  order.status
          amount  order.amount
          phone   customer.phone
          """);

  /** The log of another system that sent messages. */
  private static final Mapping SENDS =
      mapping(
          "sms",
          "deliveries",
          "delivery",
          "活动 手机号 发送时间",
          """
          活动     delivery.campaign
          手机号   customer.phone
          组别     delivery.arm
          发送时间 delivery.sent_at
          状态     delivery.status
          回复内容 delivery.reply
          """);

  public final MovingClock clock;
  public final Gongbi gongbi;
  private final Path folder;
  private int files;
  private long runs;

  public TestCompany(Path folder, String now) {
    this.folder = folder;
    clock = new MovingClock(now);
    gongbi = Gongbi.open(folder.resolve("data"), clock);
  }

  private static Mapping mapping(
      String source, String feed, String grain, String keys, String lines) {
    return new Mapping(
        new SourceId(source),
        Label.typed(source),
        feed,
        new EntityName(grain),
        Layout.csv(),
        List.of(keys.split(" ")),
        lines
            .lines()
            .map(l -> l.strip().split("\\s+"))
            .map(l -> Mapping.Line.of(l[0], l[1]))
            .toList(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Lands a table with a header; cells are apart by blanks, a blank in a cell is {@code _}, and
   * {@code -} is empty. Columns that are not there stay empty.
   */
  public TestCompany members(String rows) {
    return land(MEMBERS, rows);
  }

  public TestCompany orders(String rows) {
    return land(ORDERS, rows);
  }

  public TestCompany sends(String rows) {
    return land(SENDS, rows);
  }

  private TestCompany land(Mapping mapping, String rows) {
    var lines = rows.strip().lines().map(l -> Arrays.asList(l.strip().split("\\s+"))).toList();
    var text = new StringBuilder();
    var columns = mapping.lines().stream().map(Mapping.Line::column).toList();
    text.append(String.join(",", columns)).append('\n');
    for (var line : lines.subList(1, lines.size())) {
      var cells =
          columns.stream()
              .map(c -> lines.getFirst().indexOf(c))
              .map(i -> i < 0 || line.get(i).equals("-") ? "" : line.get(i).replace('_', ' '))
              .toList();
      text.append(String.join(",", cells)).append('\n');
    }
    try {
      var file = Files.writeString(folder.resolve("file" + ++files + ".csv"), text);
      land(file, mapping);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Lands a file as it is. */
  public void land(Path file, Mapping mapping) {
    gongbi.mappings().save(mapping, LIN.user());
    clock.forward(Duration.ofSeconds(1));
    TestLanding.land(
        gongbi.landing(), file, file.getFileName().toString(), mapping, true, Progress.NONE);
  }

  public Refresher.Report refresh() {
    return refresh(false);
  }

  /** With {@code all}, every step over everything. */
  public Refresher.Report refresh(boolean all) {
    counted();
    clock.forward(Duration.ofSeconds(1));
    return gongbi.refresher().refresh(new RunId(--runs), clock.instant(), all, Progress.NONE);
  }

  /** Waits until what was saved last is counted. */
  public void counted() {
    for (var run : gongbi.runs().latest(50)) {
      if (!run.state().ended()) assertThat(gongbi.runs().await(run.id()).faults()).isEmpty();
    }
  }

  /** The rows as a person would write them, cells apart by a blank, missing ones as {@code -}. */
  public List<String> rows(String sql) {
    return TestShop.shown(gongbi.warehouse().query(Sql.of(sql), View.everything()));
  }

  /** All that both stores hold, but for these tables and columns. */
  public Stores stores(Set<String> except) {
    counted();
    return Stores.of(gongbi, folder.resolve("data"), except);
  }

  @Override
  public void close() {
    gongbi.close();
  }
}
