package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.History.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * {@code 触达-春季回归短信.csv}: what the SMS platform reported of the past campaign, the people held back
 * included; their 发送时间 is the time at which they would have been written to. 回复内容 is what a few
 * answered, mostly that they want no more.
 */
final class ReceiptsFile {

  static final String NAME = "触达-" + Campaign.NAME + ".csv";
  private static final Object[] HEADER = {
    "活动", "用户ID", "手机号", "组别", "渠道", "发送时间", "状态", "费用", "回复内容"
  };

  /** Of a thousand who got the message, six answer so, ... */
  private static final double OPTS_OUT = 0.006;

  private static final List<String> STOPS = List.of("T", "退订", "TD", "t", "T。", "退订");

  /** ... and four something that a person should read. */
  private static final double WRITES = 0.004;

  private static final List<String> WORDS = List.of("好的", "谢谢", "什么时候截止？", "退订怎么弄");

  private final World world;
  private final Truth truth;
  private final Arm treated = new Arm();
  private final Arm control = new Arm();

  ReceiptsFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  /** What became of one arm. */
  private static final class Arm {
    long people;
    long wouldConvert;
    long converted;
    long paid;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export = new Export(NAME, new CsvSheet(path, true, HEADER), truth);
    try (export) {
      for (int i = 0; i < world.accounts.size(); i++) {
        if (world.accounts.which(i) == 0) {
          Person person = world.people.person(world.accounts.person(i));
          History history = world.histories.of(person);
          if (history.target().isPresent()) {
            write(export, person, history, history.target().get());
          }
        }
      }
    }
    return new Written.File(path, export.rows());
  }

  private void write(Export export, Person person, History history, Target target)
      throws IOException {
    truth.target(person, target);
    count(target.treated() ? treated : control, person, history, target);
    Dice dice = new Dice(world.seed, Topic.RECEIPT, person.index(), 1);
    LocalDateTime sentAt = world.seasons.moment(world.campaign.sentAt(person));
    double u = dice.next();
    String state = !target.treated() ? "对照" : u < 0.032 ? "失败" : u < 0.070 ? "已发送" : "送达";
    boolean billed = target.treated() && !state.equals("失败");
    Object[] row = {
      Campaign.NAME,
      world.user(person, 0),
      world.given.inShop(person, 0).means().orElse(""),
      target.treated() ? "发送" : "对照",
      "短信",
      Handwriting.plain(sentAt),
      state,
      billed ? Campaign.COST : "0.00",
      state.equals("送达") ? reply(person) : ""
    };
    if (dice.chance(0.001)) {
      export.twice(row);
    } else {
      export.row(row);
    }
  }

  /** From dice of its own: what people answer changes nothing else in this company. */
  private String reply(Person person) throws IOException {
    Dice dice = new Dice(world.seed, Topic.REPLY, person.index(), 0);
    double u = dice.next();
    if (u >= OPTS_OUT + WRITES) {
      return "";
    }
    boolean optsOut = u < OPTS_OUT;
    List<String> words = optsOut ? STOPS : WORDS;
    String reply = words.get((int) (dice.next() * words.size()));
    truth.reply(person, reply, optsOut);
    return reply;
  }

  private void count(Arm arm, Person person, History history, Target target) {
    arm.people++;
    arm.wouldConvert += target.wouldConvert() ? 1 : 0;
    arm.converted += target.converted() ? 1 : 0;
    arm.paid +=
        history.visits().stream()
            .filter(v -> v.inCampaign() && v.bought())
            .mapToLong(v -> world.baskets.of(person, v).paid())
            .sum();
  }

  /** Planted rates, and what the lot made of them in this very audience. */
  String effect() {
    return String.format(
        Locale.ROOT,
        """
        {
          "campaign": "%s",
          "day": "%s",
          "windowDays": %d,
          "planted": {"control": %.2f, "treated": %.2f, "absolute": %.2f, "controlShare": %.2f},
          "treated": %s,
          "control": %s
        }
        """,
        Campaign.NAME,
        world.campaign.day(),
        Campaign.WINDOW_DAYS,
        Campaign.CONTROL_RATE,
        Campaign.TREATED_RATE,
        Campaign.TREATED_RATE - Campaign.CONTROL_RATE,
        Campaign.CONTROL_SHARE,
        json(treated),
        json(control));
  }

  private static String json(Arm arm) {
    return String.format(
        Locale.ROOT,
        "{\"people\": %d, \"wouldConvert\": %d, \"converted\": %d, \"revenue\": %s}",
        arm.people,
        arm.wouldConvert,
        arm.converted,
        Handwriting.money(arm.paid));
  }
}
