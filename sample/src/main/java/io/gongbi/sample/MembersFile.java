package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Export.Flaw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code crm-会员.xlsx}: the cards that shop assistants and the mini program gave out. */
final class MembersFile {

  static final String NAME = "crm-会员.xlsx";
  private static final Object[] HEADER = {
    "会员卡号", "姓名", "手机号", "邮箱", "性别", "生日", "省份", "城市", "会员等级", "积分", "注册时间"
  };
  private static final int LEVEL = 8;
  private static final int POINTS = 9;

  private final World world;
  private final Truth truth;

  MembersFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export = new Export(NAME, new ExcelSheet(path, "会员", HEADER), truth);
    try (export) {
      for (int i = 0; i < world.cards.size(); i++) {
        Person person = world.people.person(world.cards.person(i));
        truth.record("crm", world.card(person), person);
        write(export, person);
      }
    }
    return new Written.File(path, export.rows());
  }

  private void write(Export export, Person person) throws IOException {
    Dice dice = new Dice(world.seed, Topic.MEMBER_ROW, person.index(), 0);
    Object[] row = row(dice, person);
    double u = dice.next();
    if (u < 0.002) {
      export.twice(row);
    } else if (u < 0.005) {
      Object[] was = row.clone();
      was[LEVEL] = "普卡";
      was[POINTS] = (Long) row[POINTS] / 3;
      row[POINTS] = (Long) row[POINTS] + 20;
      export.thenNewer(was, row);
    } else {
      export.row(row);
    }
    if (dice.chance(0.0003)) {
      export.flawed(Flaw.NO_KEY, "", "测试", "test", "", "", "", "", "", "普卡", 0L, row[10]);
    }
  }

  private Object[] row(Dice dice, Person person) {
    long spent = spent(person);
    long atCounter = (long) dice.exponential(person.shops() ? 160 : 420);
    long points = spent + atCounter;
    double place = dice.next();
    return new Object[] {
      world.card(person),
      Handwriting.name(dice, person),
      world.handwriting.memberPhone(person).text(),
      world.handwriting.email(person, Topic.MEMBER_ROW, 0.55).text(),
      Handwriting.gender(dice, person.female()),
      Handwriting.birthday(dice, person.birthday()),
      place < 0.04 ? "" : place < 0.30 ? person.home().province() : person.home().provinceFull(),
      place < 0.06 ? "" : place < 0.40 ? person.home().city() : person.home().cityFull(),
      level(points),
      points,
      world.seasons.moment(person.memberSince())
    };
  }

  /** Yuan paid online in the two years; a yuan is a point. */
  private long spent(Person person) {
    List<Visit> visits = world.histories.of(person).visits();
    return visits.stream()
            .filter(v -> v.status() == Visit.Status.COMPLETED)
            .mapToLong(v -> world.baskets.of(person, v).paid())
            .sum()
        / 100;
  }

  private static String level(long points) {
    return points < 600 ? "普卡" : points < 2_000 ? "银卡" : points < 6_000 ? "金卡" : "黑金卡";
  }
}
