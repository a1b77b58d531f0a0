package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code crm-积分流水.csv}: movements of points, card by card: one a yuan paid online or at the
 * counter, some for signing in, spent in hundreds, the rest of a year run out.
 */
final class PointsFile {

  static final String NAME = "crm-积分流水.csv";
  private static final Object[] HEADER = {"会员卡号", "变动时间", "变动类型", "变动积分", "变动原因"};

  private final World world;
  private final Truth truth;

  private record Movement(long second, String kind, long change, String reason) {}

  PointsFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export = new Export(NAME, new CsvSheet(path, true, HEADER), truth);
    try (export) {
      for (int i = 0; i < world.cards.size(); i++) {
        Person person = world.people.person(world.cards.person(i));
        String card = world.card(person);
        for (Movement m : of(person)) {
          String when = Handwriting.plain(world.seasons.moment(m.second()));
          export.row(card, when, m.kind(), m.change(), m.reason());
        }
      }
    }
    return new Written.File(path, export.rows());
  }

  private List<Movement> of(Person person) {
    List<Movement> earned = new ArrayList<>();
    History history = world.histories.of(person);
    for (Visit visit : history.visits()) {
      if (visit.status() == Visit.Status.COMPLETED && visit.second() >= person.memberSince()) {
        Basket basket = world.baskets.of(person, visit);
        long paidAt = basket.paidAt().orElse(visit.second());
        earned.add(new Movement(paidAt, "获得", basket.paid() / 100, "网店消费"));
      }
    }
    for (Till.Receipt receipt : world.till.of(person, history).receipts()) {
      if (receipt.which() < Till.BACK) {
        long fen =
            world.tillBaskets.of(person, receipt.which(), receipt.second()).stream()
                .mapToLong(Basket.Line::amount)
                .sum();
        earned.add(new Movement(receipt.second(), "获得", fen / 100, "门店消费"));
      }
    }
    earned.sort(Comparator.comparingLong(Movement::second));
    return spent(new Dice(world.seed, Topic.POINTS, person.index(), 0), earned);
  }

  /** With what is taken from them; nobody's balance falls below nothing. */
  private List<Movement> spent(Dice dice, List<Movement> earned) {
    List<Movement> all = new ArrayList<>();
    long balance = 0;
    long end = world.seasons.lengthInSeconds();
    for (Movement movement : earned) {
      if (movement.change() > 0) {
        all.add(movement);
        balance += movement.change();
      }
      if (dice.chance(0.12)) {
        all.add(new Movement(movement.second() + 20, "获得", 20, "完善资料"));
        balance += 20;
      }
      long later = movement.second() + (1 + dice.below(40)) * (long) Seasons.DAY;
      if (balance >= 200 && later < end && dice.chance(0.3)) {
        long change = Math.min(balance / 100, 1 + dice.below(8)) * 100;
        all.add(new Movement(later, "使用", -change, dice.chance(0.6) ? "积分抵现" : "兑换礼品"));
        balance -= change;
      }
    }
    if (!earned.isEmpty() && balance > 0) {
      long year = earned.getLast().second() + 365L * Seasons.DAY;
      if (year < end) {
        all.add(new Movement(year, "过期", -balance, "年度清零"));
      }
    }
    all.sort(Comparator.comparingLong(Movement::second));
    return all;
  }
}
