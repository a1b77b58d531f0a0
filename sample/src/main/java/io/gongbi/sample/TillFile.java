package io.gongbi.sample;

import io.gongbi.sample.Basket.Line;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Export.Flaw;
import io.gongbi.sample.Stores.Store;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code pos-门店销售.csv}: the receipts of all shops line by line, in GB18030, as clerks typed them.
 * What comes back is a receipt of its own with negative lines.
 */
final class TillFile {

  static final String NAME = "pos-门店销售.csv";
  private static final Object[] HEADER = {
    "小票号", "门店", "收银员", "结账时间", "会员卡号", "顾客手机", "货号", "品名", "品类", "数量", "售价", "金额", "付款方式", "销售渠道"
  };
  private static final int AMOUNT = 11;
  private static final Charset OLD = Charset.forName("GB18030");
  private static final DateTimeFormatter NUMBER_DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final List<DateTimeFormatter> TYPED =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"),
          DateTimeFormatter.ofPattern("yyyy/M/d H:mm"),
          DateTimeFormatter.ofPattern("yyyy.M.d H:mm"),
          DateTimeFormatter.ofPattern("yyyy年M月d日 H:mm"),
          DateTimeFormatter.ofPattern("yyyyMMdd"));
  private static final double[] HABIT = Dice.runningTotals(0.62, 0.22, 0.08, 0.06, 0.02);
  private static final List<String> PAYMENTS = List.of("微信", "微信", "支付宝", "支付宝", "现金", "银行卡");

  private final World world;
  private final Truth truth;
  private final int[] today = new int[Stores.ALL.size() + 1];
  private LocalDate day = LocalDate.MIN;

  TillFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export = new Export(NAME, new CsvSheet(path, OLD, HEADER), truth);
    try (export) {
      for (int i = 0; i < world.receipts.size(); i++) {
        write(export, i);
      }
    }
    return new Written.File(path, export.rows());
  }

  private void write(Export export, int position) throws IOException {
    int holder = world.receipts.person(position);
    int which = world.receipts.which(position);
    long second = world.receipts.second(position);
    Person buyer = world.till.before(holder, which, position);
    boolean back = which >= Till.BACK && which < Till.STRANGER;
    Dice dice = new Dice(world.seed, Topic.TILL_ROW, buyer.index(), which);
    // What was bought in one shop is brought back to it.
    Dice where =
        new Dice(world.seed, Topic.TILL, buyer.index(), 10 + (back ? which - Till.BACK : which));
    Store store = Stores.draw(where, world.households.home(buyer));
    String number = number(store, world.seasons.day(second));
    Said said = said(dice, holder, which, second, number);
    String when = typed(dice, world.seasons.moment(second));
    String clerk = dice.pick(store.clerks());
    String payment = dice.pick(PAYMENTS);
    boolean memberPrice = !said.isNothing() && dice.chance(0.3);
    for (Line line : world.tillBaskets.of(buyer, back ? which - Till.BACK : which, second)) {
      int quantity = back ? -line.quantity() : line.quantity();
      long amount = line.good().price() * quantity * (memberPrice ? 95 : 100) / 100;
      Object[] row = {
        number,
        store.name(),
        clerk,
        when,
        said.card(),
        said.phone(),
        dice.chance(0.01) ? line.good().code().toLowerCase(Locale.ROOT) : line.good().code(),
        line.good().name(),
        line.good().category().label,
        quantity,
        Handwriting.money(line.good().price()),
        money(dice, amount),
        payment,
        "门店"
      };
      double u = dice.next();
      if (u < 0.0004) {
        row[AMOUNT] = "赠";
        export.flawed(Flaw.BAD_AMOUNT, row);
      } else {
        export.row(row);
      }
      if (u > 0.9997) {
        Object[] torn = row.clone();
        torn[0] = "";
        export.flawed(Flaw.NO_KEY, torn);
      }
    }
  }

  /** What the customer said or showed, as it was typed. */
  private record Said(String card, String phone) {
    boolean isNothing() {
      return card.isEmpty() && phone.isEmpty();
    }
  }

  private Said said(Dice dice, int holder, int which, long second, String number)
      throws IOException {
    if (holder == Till.WALK_IN) {
      // Some clerks type the number of the house, to get past the field.
      return new Said("", dice.chance(0.02) ? world.phones.house() : "");
    }
    Person person = world.people.person(holder);
    String card = world.card(person);
    if (which >= Till.STRANGER) {
      return new Said(card, "");
    }
    double u = dice.next();
    Spelled phone =
        u >= 0.55 && u < 0.90 ? world.given.atTill(dice, person, which, second) : Spelled.BLANK;
    boolean showsCard = u < 0.55 || (u >= 0.85 && u < 0.90);
    truth.evidence("pos-order", number, "card", showsCard ? Optional.of(card) : Optional.empty());
    truth.evidence("pos-order", number, "phone", phone.means());
    truth.trap("pos-order", number, person, phone.trap());
    if (showsCard || phone.means().isPresent() || phone.trap().isPresent()) {
      truth.record("pos-order", number, person);
    }
    return new Said(showsCard ? spelled(dice, card) : "", phone.text());
  }

  private static String spelled(Dice dice, String card) {
    double u = dice.next();
    return u < 0.04 ? card.toLowerCase(Locale.ROOT) : u < 0.06 ? card + " " : card;
  }

  /** MD08-251111-0042 is the 42nd receipt of shop 8 on that day. */
  private String number(Store store, LocalDate on) {
    if (!on.equals(day)) {
      java.util.Arrays.fill(today, 0);
      day = on;
    }
    return String.format(
        Locale.ROOT,
        "MD%02d-%s-%04d",
        store.number(),
        on.format(NUMBER_DAY),
        ++today[store.number()]);
  }

  private static String typed(Dice dice, LocalDateTime moment) {
    return moment.format(TYPED.get(dice.weighted(HABIT)));
  }

  private static String money(Dice dice, long fen) {
    String plain = (fen < 0 ? "-" : "") + Handwriting.money(Math.abs(fen));
    double u = dice.next();
    return u < 0.01 ? plain + "元" : u < 0.015 ? "￥" + plain : plain;
  }
}
