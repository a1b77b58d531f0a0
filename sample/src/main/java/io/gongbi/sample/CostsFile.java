package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code ads-投放费用.csv}: what was spent on advertising, by day, channel and plan. */
final class CostsFile {

  static final String NAME = "ads-投放费用.csv";
  private static final Object[] HEADER = {"日期", "投放渠道", "投放计划", "展现量", "点击量", "花费"};

  /** What a thousand shows cost in fen, how many are clicked, and the channel's share of it all. */
  private record Plan(String channel, String name, long perThousand, double clicks, double share) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("朋友圈广告", "新客拉新", 4_200, 0.011, 0.30),
          new Plan("短视频信息流", "好物种草", 2_600, 0.017, 0.34),
          new Plan("搜索推广", "品牌词", 9_000, 0.062, 0.14),
          new Plan("搜索推广", "茶具类目词", 7_500, 0.038, 0.12),
          new Plan("小红书", "达人合作", 6_800, 0.024, 0.10));

  private final World world;
  private final Truth truth;

  CostsFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export = new Export(NAME, new CsvSheet(path, true, HEADER), truth);
    try (export) {
      int number = 0;
      for (LocalDate day = world.seasons.start;
          day.isBefore(world.seasons.end);
          day = day.plusDays(1), number++) {
        for (int plan = 0; plan < PLANS.size(); plan++) {
          write(export, day, PLANS.get(plan), new Dice(world.seed, Topic.COST, number, plan));
        }
      }
    }
    return new Written.File(path, export.rows());
  }

  /** A customer costs the company some 11 yuan of advertising a year. */
  private void write(Export export, LocalDate day, Plan plan, Dice dice) throws IOException {
    double budget = 3.0 * world.customers * plan.share() * Seasons.pull(day);
    long shows = (long) (budget * (0.8 + 0.4 * dice.next()) / plan.perThousand() * 1000);
    long clicks = (long) (shows * plan.clicks() * (0.8 + 0.4 * dice.next()));
    long fen = shows * plan.perThousand() / 1000;
    export.row(day, plan.channel(), plan.name(), shows, clicks, Handwriting.money(fen));
  }
}
