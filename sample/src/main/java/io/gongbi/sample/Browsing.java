package io.gongbi.sample;

import io.gongbi.sample.Basket.Line;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Goods.Category;
import io.gongbi.sample.Goods.Good;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody does in the mini-program: looks around before they buy, and on days when they buy
 * nothing. Who has stopped buying stops looking some weeks later, so behaviour foretells it.
 */
final class Browsing {

  private static final int MOST_SESSIONS = 400;
  private static final List<String> PAGES = List.of("首页", "分类", "活动页", "我的", "直播间");

  private final World world;

  /** One thing done; goods, words and seconds where they belong to it. */
  record Deed(
      long second,
      String event,
      String page,
      Optional<Good> good,
      Optional<String> keyword,
      int seconds) {}

  Browsing(World world) {
    this.world = world;
  }

  /** In the order of doing. */
  List<Deed> of(Person person) {
    Dice dice = new Dice(world.seed, Topic.BEHAVIOUR, person.index(), 0);
    long since = world.mini.since(person, world.seasons);
    History history = world.histories.of(person);
    List<Deed> deeds = new ArrayList<>();
    for (Visit visit : history.visits()) {
      long began = visit.second() - 240 - dice.below(900);
      if (began >= since && dice.chance(0.8)) {
        before(dice, began, world.baskets.of(person, visit).lines(), deeds);
      }
    }
    idle(dice, person, since, history, deeds);
    deeds.sort(Comparator.comparingLong(Deed::second));
    return deeds;
  }

  /** Sees what will be bought and something else beside it, and puts most of it into the cart. */
  private void before(Dice dice, long began, List<Line> basket, List<Deed> deeds) {
    long at = began;
    deeds.add(plain(at, "open_app", "首页"));
    for (Line line : basket) {
      Good good = line.good();
      if (dice.chance(0.4)) {
        deeds.add(search(dice, at += 6 + dice.below(15), good.category(), good));
      }
      at = view(dice, at, good, deeds);
      if (dice.chance(0.3)) {
        at = view(dice, at, Goods.draw(dice, good.category()), deeds);
      }
      if (dice.chance(0.85)) {
        deeds.add(of(at += 2 + dice.below(8), "add_cart", good));
      }
    }
  }

  private void idle(Dice dice, Person person, long since, History history, List<Deed> deeds) {
    Seasons seasons = world.seasons;
    double gap = 24 / (0.2 + dice.gamma(1.1));
    double until = seasons.totalPull();
    if (history.gone()) {
      until = seasons.pullAt(history.visits().getLast().second()) + dice.exponential(18);
    } else if (history.visits().isEmpty()) {
      until = seasons.pullAt(Math.max(0, since)) + dice.exponential(120);
    }
    double at = seasons.pullAt(Math.max(0, since)) + dice.exponential(gap);
    for (int i = 0; i < MOST_SESSIONS && at < Math.min(until, seasons.totalPull()); i++) {
      session(dice, person, Math.max(seasons.secondAt(at), since), deeds);
      at += dice.exponential(gap);
    }
  }

  private void session(Dice dice, Person person, long began, List<Deed> deeds) {
    long at = began;
    deeds.add(plain(at, "open_app", dice.pick(PAGES)));
    if (dice.chance(0.22)) {
      deeds.add(plain(at += 4 + dice.below(6), "checkin", "签到页"));
    }
    int looks = (int) Math.min(12, dice.exponential(2.9));
    for (int i = 0; i < looks; i++) {
      Category category =
          dice.chance(0.6)
              ? dice.pick(person.favourites())
              : dice.weighted(
                  Goods.CATEGORIES, c -> TillBaskets.regional(c, person.home().province()));
      Good good = Goods.draw(dice, category);
      if (dice.chance(0.15)) {
        deeds.add(search(dice, at += 5 + dice.below(20), category, good));
      }
      at = view(dice, at, good, deeds);
      double u = dice.next();
      if (u < 0.06) {
        deeds.add(of(at += 3, "collect", good));
      } else if (u < 0.09) {
        deeds.add(of(at += 5, "share", good));
      } else if (u < 0.16) {
        deeds.add(of(at += 4, "add_cart", good));
      }
    }
  }

  private static long view(Dice dice, long at, Good good, List<Deed> deeds) {
    int seconds = 3 + (int) Math.min(400, dice.exponential(24));
    long from = at + 2 + dice.below(9);
    deeds.add(new Deed(from, "view_item", "商品详情", Optional.of(good), Optional.empty(), seconds));
    return from + seconds;
  }

  private static Deed search(Dice dice, long at, Category category, Good good) {
    String words = good.name().replaceAll("[ 「」0-9a-zA-Z]+.*", "");
    String keyword =
        dice.chance(0.5) || words.isEmpty()
            ? category.label
            : words.substring(Math.max(0, words.length() - 4));
    return new Deed(at, "search", "搜索", Optional.empty(), Optional.of(keyword), 0);
  }

  private static Deed of(long at, String event, Good good) {
    return new Deed(at, event, "商品详情", Optional.of(good), Optional.empty(), 0);
  }

  private static Deed plain(long at, String event, String page) {
    return new Deed(at, event, page, Optional.empty(), Optional.empty(), 0);
  }
}
