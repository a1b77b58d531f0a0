package io.gongbi.sample;

import io.gongbi.sample.Basket.Line;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Goods.Category;
import io.gongbi.sample.Goods.Good;
import io.gongbi.sample.Visit.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies in an order, by the person's tastes, the season and the coupons of the day. */
final class Baskets {

  private static final double[] LINES = Dice.runningTotals(0.58, 0.24, 0.10, 0.045, 0.022, 0.013);

  private final long seed;
  private final Seasons seasons;
  private final Phones phones;
  private final Numbers numbers;

  Baskets(long seed, Seasons seasons, Phones phones, Numbers numbers) {
    this.seed = seed;
    this.seasons = seasons;
    this.phones = phones;
    this.numbers = numbers;
  }

  Basket of(Person person, Visit visit) {
    Dice dice = new Dice(seed, Topic.BASKET, person.index(), visit.number());
    LocalDate day = seasons.day(visit.second());
    List<Line> lines = lines(dice, person, day);
    long goods = lines.stream().mapToLong(Line::amount).sum();
    long discount =
        discount(dice, goods, day, visit.number() == 0 && person.accounts().getFirst() >= 0);
    int account =
        person.accounts().size() > 1
                && visit.second() > person.accounts().get(1)
                && dice.chance(0.45)
            ? 1
            : 0;
    double where = dice.next();
    String channel = where < 0.56 ? "小程序" : where < 0.86 ? "APP" : "网页";
    String receiver =
        !visit.inCampaign() && dice.chance(0.04)
            ? phones.of(person.index(), Phones.GIFT)
            : numbers.at(person, visit.second());
    Optional<Long> paidAt = paidAt(dice, visit);
    return new Basket(account, channel, paidAt, receiver, lines, discount);
  }

  private static List<Line> lines(Dice dice, Person person, LocalDate day) {
    int count = 1 + dice.weighted(LINES);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Category category =
          dice.chance(0.62)
              ? dice.pick(person.favourites())
              : dice.weighted(Goods.CATEGORIES, c -> demand(c, day.getMonthValue()));
      Good good = Goods.draw(dice, category);
      int quantity =
          dice.chance(good.price() < 10_000 ? 0.24 : 0.07) ? 2 + (dice.chance(0.2) ? 1 : 0) : 1;
      if (lines.stream().noneMatch(line -> line.good().equals(good))) {
        lines.add(new Line(good, quantity));
      }
    }
    return lines;
  }

  /** New tea in April, gifts before the festival, bedding in autumn, diaries at the year's turn. */
  static double demand(Category category, int month) {
    return switch (category) {
      case TEA -> month == 1 ? 1.9 : month == 3 || month == 4 ? 1.8 : 1.2;
      case TEAWARE -> 0.8;
      case SCENT -> 1.1;
      case STUDY -> month == 12 || month == 9 ? 1.4 : 0.9;
      case KITCHEN -> 1.2;
      case TEXTILE -> month >= 9 && month <= 11 ? 1.9 : month >= 6 && month <= 8 ? 0.8 : 1.1;
      case STORAGE -> month == 2 || month == 3 ? 1.4 : 1.0;
      case DECOR -> 0.9;
    };
  }

  private static long discount(Dice dice, long goods, LocalDate day, boolean first) {
    if (Seasons.isBigSale(day) && goods >= 30_000) {
      return goods / 30_000 * 4_000;
    }
    if (first && goods >= 5_900 && dice.chance(0.6)) {
      return 1_000;
    }
    if (goods >= 19_900 && dice.chance(0.4)) {
      return goods >= 39_900 ? 4_500 : 2_000;
    }
    return goods >= 9_900 && dice.chance(0.1) ? 500 : 0;
  }

  private Optional<Long> paidAt(Dice dice, Visit visit) {
    boolean paid = visit.bought() || (visit.status() == Status.CANCELLED && dice.chance(0.25));
    long second = visit.second() + 8 + (long) Math.min(dice.exponential(95), 1_700);
    return paid ? Optional.of(Math.min(second, seasons.lengthInSeconds() - 1)) : Optional.empty();
  }
}
