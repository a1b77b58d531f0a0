package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Goods.Good;
import io.gongbi.sample.Visit.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code shop-评价与投诉.csv}: reviews of a third of the finished orders, and what came to customer
 * service. Planted: after 8 in 100 of the last orders of those who left there was a complaint,
 * after 0.6 in 100 of all others; so most who complained about an order are gone.
 */
final class FeedbackFile implements Sequel {

  static final String NAME = "shop-评价与投诉.csv";
  static final double COMPLAINS_AND_LEAVES = 0.08;
  static final double COMPLAINS = 0.006;
  private static final Object[] HEADER = {
    "反馈编号", "用户ID", "订单编号", "商品编码", "反馈类型", "评分", "反馈内容", "问题分类", "反馈渠道", "处理状态", "反馈时间"
  };

  private final World world;
  private final Path path;
  private final Export export;
  private long number;

  FeedbackFile(World world, Truth truth, Path folder) throws IOException {
    this.world = world;
    path = folder.resolve(NAME);
    export = new Export(NAME, new CsvSheet(path, true, HEADER), truth);
  }

  @Override
  public void after(Placed order) throws IOException {
    Visit visit = order.visit();
    Dice dice = new Dice(world.seed, Topic.FEEDBACK, order.person().index(), visit.number());
    boolean leaves = order.history().gone() && order.history().visits().getLast().equals(visit);
    Good good = dice.pick(order.basket().lines()).good();
    boolean complains = visit.bought() && dice.chance(leaves ? COMPLAINS_AND_LEAVES : COMPLAINS);
    if (complains) {
      String topic = Opinions.topic(dice);
      String text = Opinions.complaint(dice, topic, good);
      String state = dice.chance(0.85) ? "已解决" : "处理中";
      write(order, later(dice, visit, 4), good, "投诉", "", text, topic, "客服热线", state);
    }
    if (visit.status() == Status.COMPLETED && dice.chance(0.33)) {
      double mood = dice.next() - (complains ? 0.7 : leaves ? 0.1 : 0);
      String text =
          mood > 0.17
              ? Opinions.praise(dice, good)
              : mood > 0.07 ? Opinions.shrug(dice, good) : Opinions.scolding(dice, good);
      int score = mood > 0.45 ? 5 : mood > 0.17 ? 4 : mood > 0.07 ? 3 : mood > 0.03 ? 2 : 1;
      boolean silent = score > 3 && dice.chance(0.3);
      String words = silent ? "" : text;
      write(order, later(dice, visit, 9), good, "评价", score, words, "", "商品评价", "");
    }
    if (dice.chance(0.015)) {
      String text = Opinions.inquiry(dice, good);
      write(order, later(dice, visit, 1), good, "咨询", "", text, "", "在线客服", "已解决");
    } else if (dice.chance(0.006)) {
      String text = Opinions.suggestion(dice);
      write(order, later(dice, visit, 20), good, "建议", "", text, "", "在线客服", "已解决");
    }
  }

  private long later(Dice dice, Visit visit, double days) {
    long after = visit.second() + 7_200 + (long) (dice.exponential(days) * Seasons.DAY);
    return Math.min(after, world.seasons.lengthInSeconds() - 1);
  }

  private void write(
      Placed order,
      long second,
      Good good,
      String kind,
      Object score,
      String text,
      String topic,
      String channel,
      String state)
      throws IOException {
    export.row(
        String.format(Locale.ROOT, "FK%08d", ++number),
        world.user(order.person(), order.basket().account()),
        order.number(),
        good.code(),
        kind,
        score,
        text,
        topic,
        channel,
        state,
        Handwriting.plain(world.seasons.moment(second)));
  }

  Written.File written() {
    return new Written.File(path, export.rows());
  }

  @Override
  public void close() throws IOException {
    export.close();
  }
}
