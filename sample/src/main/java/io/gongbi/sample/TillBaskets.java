package io.gongbi.sample;

import io.gongbi.sample.Basket.Line;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Goods.Category;
import io.gongbi.sample.Goods.Good;
import java.util.ArrayList;
import java.util.List;

/**
 * What is carried out of the shops: fewer pieces than in a parcel, more tea in the south, more
 * bedding in the north, and the taste of whoever stands there.
 */
final class TillBaskets {

  private static final double[] LINES = Dice.runningTotals(0.66, 0.22, 0.08, 0.04);

  private final long seed;
  private final Seasons seasons;

  TillBaskets(long seed, Seasons seasons) {
    this.seed = seed;
    this.seasons = seasons;
  }

  /** {@code which} without {@link Till#BACK} names the purchase, so what comes back was bought. */
  List<Line> of(Person buyer, int which, long second) {
    Dice dice = new Dice(seed, Topic.TILL_BASKET, buyer.index(), which);
    int month = seasons.day(second).getMonthValue();
    int count = 1 + dice.weighted(LINES);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Category category =
          dice.chance(0.55)
              ? dice.pick(buyer.favourites())
              : dice.weighted(
                  Goods.CATEGORIES,
                  c -> Baskets.demand(c, month) * regional(c, buyer.home().province()));
      Good good = Goods.draw(dice, category);
      int quantity = dice.chance(good.price() < 10_000 ? 0.2 : 0.05) ? 2 : 1;
      if (lines.stream().noneMatch(line -> line.good().equals(good))) {
        lines.add(new Line(good, quantity));
      }
    }
    return lines;
  }

  /** 功夫茶 in Fujian and Guangdong, quilts where it freezes, scents around Shanghai. */
  static double regional(Category category, String province) {
    boolean south = province.equals("福建") || province.equals("广东");
    boolean north = List.of("北京", "天津", "河北", "山东", "辽宁", "吉林", "黑龙江", "内蒙古").contains(province);
    boolean delta = List.of("上海", "浙江", "江苏").contains(province);
    return switch (category) {
      case TEA, TEAWARE -> south ? 2.2 : north ? 0.8 : 1;
      case TEXTILE -> north ? 1.7 : south ? 0.6 : 1;
      case SCENT -> delta ? 1.5 : 1;
      case STUDY, KITCHEN, STORAGE, DECOR -> 1;
    };
  }
}
