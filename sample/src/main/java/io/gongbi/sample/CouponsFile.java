package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code shop-优惠券.csv}: each discount on an order was a coupon claimed up to a week before; some
 * buyers claim another one, which runs out unused.
 */
final class CouponsFile implements Sequel {

  static final String NAME = "shop-优惠券.csv";
  private static final Object[] HEADER = {
    "券码", "用户ID", "券名称", "面额", "领取时间", "使用时间", "到期时间", "使用订单"
  };
  private static final long TWO_WEEKS = 14L * Seasons.DAY;

  private final World world;
  private final Path path;
  private final Export export;
  private long number;

  CouponsFile(World world, Truth truth, Path folder) throws IOException {
    this.world = world;
    path = folder.resolve(NAME);
    export = new Export(NAME, new CsvSheet(path, true, HEADER), truth);
  }

  @Override
  public void after(Placed order) throws IOException {
    Visit visit = order.visit();
    Dice dice = new Dice(world.seed, Topic.COUPON, order.person().index(), visit.number());
    long claimed = visit.second() - 60 - (long) (dice.next() * 6 * Seasons.DAY);
    claimed = Math.max(claimed, order.person().accounts().get(order.basket().account()));
    if (order.basket().discount() > 0 && visit.bought()) {
      String used = moment(order.basket().paidAt().orElse(visit.second()));
      write(order, order.basket().discount(), claimed, used, order.number());
    }
    if (visit.bought() && dice.chance(0.22)) {
      long later = visit.second() + 60 + dice.below(2 * Seasons.DAY);
      if (later < world.seasons.lengthInSeconds()) {
        write(order, dice.chance(0.6) ? 1_000 : 2_000, later, "", "");
      }
    }
  }

  private void write(Placed order, long fen, long claimed, String used, String usedFor)
      throws IOException {
    String name =
        fen % 4_000 == 0
            ? "大促满减券"
            : fen == 1_000 ? "10 元新客券" : fen == 500 ? "5 元无门槛券" : fen / 100 + " 元满减券";
    export.row(
        String.format(Locale.ROOT, "YHQ%09d", ++number),
        world.user(order.person(), order.basket().account()),
        name,
        Handwriting.money(fen),
        moment(claimed),
        used,
        moment(claimed + TWO_WEEKS),
        usedFor);
  }

  private String moment(long second) {
    return Handwriting.plain(world.seasons.moment(second));
  }

  Written.File written() {
    return new Written.File(path, export.rows());
  }

  @Override
  public void close() throws IOException {
    export.close();
  }
}
