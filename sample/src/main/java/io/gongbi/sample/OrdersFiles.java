package io.gongbi.sample;

import io.gongbi.sample.Basket.Line;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Export.Flaw;
import io.gongbi.sample.Receivers.Receiver;
import io.gongbi.sample.Visit.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** {@code shop-订单.csv} and {@code shop-订单明细.csv}, in the order of placing. */
final class OrdersFiles {

  static final String ORDERS = "shop-订单.csv";
  static final String LINES = "shop-订单明细.csv";
  private static final Object[] ORDERS_HEADER = {
    "订单编号", "用户ID", "收货人", "收货手机", "收货地址", "下单时间", "付款时间", "订单状态", "实付金额", "优惠金额", "渠道"
  };
  private static final Object[] LINES_HEADER = {
    "订单编号", "行号", "商品编码", "商品名称", "类目", "二级类目", "数量", "单价", "金额"
  };
  private static final DateTimeFormatter NUMBER_DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final int NUMBER = 0;
  private static final int USER = 1;
  private static final int RECEIVER = 2;
  private static final int PHONE = 3;
  private static final int ADDRESS = 4;
  private static final int PLACED = 5;
  private static final int STATUS = 7;
  private static final int PAID = 8;

  private final World world;
  private final Truth truth;
  private final Parcels parcels;
  private LocalDate day = LocalDate.MIN;
  private int today;
  private long sum;
  private long discounts;

  private final List<Sequel> sequels;

  OrdersFiles(World world, Truth truth, List<Sequel> sequels) {
    this.world = world;
    this.truth = truth;
    parcels = new Parcels(world, truth);
    this.sequels = List.copyOf(sequels);
  }

  /** The orders, then their lines. */
  Written.File[] write(Path folder) throws IOException {
    Path ordersPath = folder.resolve(ORDERS);
    Path linesPath = folder.resolve(LINES);
    Export orders = new Export(ORDERS, new CsvSheet(ordersPath, true, ORDERS_HEADER), truth);
    Export lines = new Export(LINES, new CsvSheet(linesPath, false, LINES_HEADER), truth);
    try (orders;
        lines) {
      for (int i = 0; i < world.orders.size(); i++) {
        Person person = world.people.person(world.orders.person(i));
        History history = world.histories.of(person);
        Visit visit = history.visits().get(world.orders.which(i));
        Basket basket = world.baskets.of(person, visit);
        String number = number(visit);
        Dice dice = new Dice(world.seed, Topic.ORDER_ROW, person.index(), visit.number());
        writeOrder(orders, dice, number, person, visit, basket);
        writeLines(lines, dice, number, basket);
        for (Sequel sequel : sequels) {
          sequel.after(new Sequel.Placed(person, history, visit, basket, number));
        }
        if (visit.bought()) {
          sum += basket.paid();
          discounts += basket.discount();
        }
      }
      total(orders);
    }
    return new Written.File[] {
      new Written.File(ordersPath, orders.rows()), new Written.File(linesPath, lines.rows())
    };
  }

  /** As the platform puts it under the list; of the money only what came in. */
  private void total(Export orders) throws IOException {
    orders.total(
        "合计",
        "",
        "",
        "",
        "",
        "",
        "",
        "共 " + world.orders.size() + " 笔",
        Handwriting.money(sum),
        Handwriting.money(discounts),
        "");
  }

  /** XS20251111000042 is the 42nd order of that day. */
  private String number(Visit visit) {
    LocalDate placed = world.seasons.day(visit.second());
    today = placed.equals(day) ? today + 1 : 1;
    day = placed;
    return "XS" + placed.format(NUMBER_DAY) + String.format(Locale.ROOT, "%06d", today);
  }

  private Object[] row(
      Dice dice, String number, Person person, Visit visit, Basket basket, Receiver receiver) {
    LocalDateTime placed = world.seasons.moment(visit.second());
    double plus = dice.next();
    return new Object[] {
      number,
      world.user(person, basket.account()),
      receiver.name().text(),
      receiver.full() && plus < 0.03 ? "+86 " + receiver.phone() : receiver.phone(),
      receiver.address(),
      Handwriting.moment(dice, placed, visit.inCampaign() ? 0 : 0.01),
      basket.paidAt().map(s -> Handwriting.plain(world.seasons.moment(s))).orElse(""),
      visit.status().label,
      money(dice, basket.paid()),
      Handwriting.money(basket.discount()),
      basket.channel()
    };
  }

  /** A few come with the sign and thousands as the finance department likes them: ¥1,299.00. */
  private static String money(Dice dice, long fen) {
    if (dice.chance(0.003)) {
      return String.format(Locale.ROOT, "¥%,d.%02d", fen / 100, fen % 100);
    }
    return Handwriting.money(fen);
  }

  private void writeOrder(
      Export orders, Dice dice, String number, Person person, Visit visit, Basket basket)
      throws IOException {
    Receiver receiver = world.receivers.of(person, visit, basket);
    Object[] row = row(dice, number, person, visit, basket, receiver);
    double u = visit.inCampaign() ? 1 : dice.next();
    boolean becomesNewer = u >= 0.0032 && u < 0.0052 && visit.status() == Status.COMPLETED;
    boolean namesNobody = u >= 0.0032 && u < 0.0082 && !becomesNewer;
    if (!namesNobody) {
      parcels.ofUser(number, row[USER].toString(), person, receiver);
    }
    if (u < 0.0004) {
      row[PAID] = "abc";
      orders.flawed(Flaw.BAD_AMOUNT, row);
    } else if (u < 0.0008) {
      row[PLACED] = "0000-00-00 00:00:00";
      orders.flawed(Flaw.BAD_TIME, row);
    } else if (u < 0.0012) {
      row[NUMBER] = "";
      orders.flawed(Flaw.NO_KEY, row);
    } else if (u < 0.0032) {
      orders.twice(row);
    } else if (becomesNewer) {
      Object[] was = row.clone();
      was[STATUS] = Status.PAID.label;
      orders.thenNewer(was, row);
    } else if (namesNobody) {
      namesNobody(row, number, person, world.receivers.own(person, visit, basket), basket);
      orders.row(row);
    } else {
      orders.row(row);
    }
  }

  /** Whom nobody named to the platform is told by the receiver's own number. */
  private void namesNobody(
      Object[] row, String number, Person person, Receiver receiver, Basket basket)
      throws IOException {
    Receiver open = receiver.inTheOpen(person, basket.receiverPhone());
    row[USER] = "";
    row[RECEIVER] = open.name().text();
    row[PHONE] = open.phone();
    row[ADDRESS] = open.address();
    parcels.ofNobody(number, person, open);
  }

  private static void writeLines(Export lines, Dice dice, String number, Basket basket)
      throws IOException {
    long lineNumber = 0;
    for (Line line : basket.lines()) {
      Object[] row = {
        number,
        ++lineNumber,
        line.good().code(),
        line.good().name(),
        line.good().category().label,
        line.good().kind(),
        line.quantity(),
        Handwriting.money(line.good().price()),
        Handwriting.money(line.amount())
      };
      if (dice.chance(0.001)) {
        lines.twice(row);
      } else {
        lines.row(row);
      }
      if (dice.chance(0.0002)) {
        Object[] torn = row.clone();
        torn[NUMBER] = "";
        lines.flawed(Flaw.NO_KEY, torn);
      }
    }
  }
}
