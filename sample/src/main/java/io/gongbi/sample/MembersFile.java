package io.gongbi.sample;

import io.gongbi.sample.Addresses.Address;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.ExcelSheet.Group;
import io.gongbi.sample.Export.Flaw;
import io.gongbi.sample.Firms.Firm;
import io.gongbi.sample.NameSlips.Pen;
import io.gongbi.sample.Places.Place;
import io.gongbi.sample.Trap.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code crm-会员.xlsx}: the cards that shop assistants and the mini program gave out. */
final class MembersFile {

  static final String NAME = "crm-会员.xlsx";
  private static final String SOURCE = "crm";
  private static final Object[] HEADER = {
    "会员卡号", "姓名", "性别", "生日", "职业", "手机号", "邮箱", "省份", "城市", "区县", "详细地址", "短信授权", "会员等级", "积分",
    "推荐人卡号", "unionid", "注册时间", "备注"
  };
  private static final List<Group> GROUPS =
      List.of(
          new Group("会员卡号", 1),
          new Group("基本信息", 4),
          new Group("联系方式", 7),
          new Group("会员信息", 5),
          new Group("备注", 1));
  private static final int LEVEL = 12;
  private static final int POINTS = 13;
  private static final int JOINED = 16;
  private static final double REFERRED = 0.11;
  private static final List<String> YOUNG =
      List.of("学生", "学生", "企业职员", "设计师", "程序员", "自由职业", "护士", "教师");
  private static final List<String> GROWN =
      List.of("企业职员", "企业职员", "教师", "医生", "公务员", "工程师", "会计", "个体经营", "销售", "全职妈妈", "设计师");
  private static final List<String> OLDER = List.of("退休", "退休", "退休", "教师", "个体经营", "企业职员");
  private static final List<String> REMARKS =
      List.of("喜欢清香型", "送礼多", "老客户", "要发票", "周末到店", "对价格敏感", "介绍了同事来");

  private final World world;
  private final Truth truth;

  MembersFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export =
        new Export(
            NAME,
            new ExcelSheet(path, "会员", "宣和生活会员资料导出 " + world.seasons.end, GROUPS, HEADER),
            truth,
            ExcelSheet.HEAD);
    try (export) {
      for (int i = 0; i < world.cards.size(); i++) {
        Person person = world.people.person(world.cards.person(i));
        truth.record(SOURCE, world.card(person), person);
        write(export, person);
        plant(person);
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
      Object[] test = new Object[HEADER.length];
      java.util.Arrays.fill(test, "");
      test[1] = "测试";
      test[LEVEL] = "普卡";
      test[POINTS] = 0L;
      test[JOINED] = row[JOINED];
      export.flawed(Flaw.NO_KEY, test);
    }
  }

  private Object[] row(Dice dice, Person person) throws IOException {
    long spent = spent(person);
    long atCounter = (long) dice.exponential(person.shops() ? 160 : 420);
    long points = spent + atCounter;
    double place = dice.next();
    Spelled name = world.slips.of(person, Pen.CLERK, 0, Handwriting.name(dice, person));
    String gender = Handwriting.gender(dice, person.female());
    String birthday = Handwriting.birthday(dice, person.birthday());
    Dice more = new Dice(world.seed, Topic.MEMBER_MORE, person.index(), 0);
    Optional<Firm> firm = world.firms.addressOnCard(person);
    Address address = firm.map(Firm::address).orElseGet(() -> world.addresses.of(person));
    Place home = address.place();
    boolean told = more.chance(0.46);
    Spelled phone = world.given.onCard(person);
    Spelled email = world.handwriting.email(person, Topic.MEMBER_ROW, 0.55);
    String card = world.card(person);
    truth.evidence(SOURCE, card, "card", Optional.of(card));
    truth.evidence(SOURCE, card, "phone", phone.means());
    truth.evidence(SOURCE, card, "email", email.means());
    truth.evidence(
        SOURCE, card, "name+birthday", Handwriting.nameAndBirthday(name, birthday, person));
    if (told) {
      truth.evidence(
          SOURCE, card, "name+address", name.means().map(n -> n + " " + address.street()));
    }
    truth.trap(SOURCE, card, person, name.trap());
    truth.trap(SOURCE, card, person, phone.trap());
    truth.trap(SOURCE, card, person, email.trap());
    if (Handwriting.isOffered(birthday)) {
      truth.trap(
          SOURCE,
          card,
          person,
          Optional.of(Trap.of(Kind.OFFERED_BIRTHDAY, person.birthday().toString())));
    }
    if (told && firm.isPresent()) {
      String door = world.addresses.of(person).street();
      truth.trap(SOURCE, card, person, Optional.of(Trap.of(Kind.OFFICE_ADDRESS, door)));
    }
    return new Object[] {
      card,
      name.text(),
      gender,
      birthday,
      occupation(more, person),
      phone.text(),
      email.text(),
      place < 0.04 ? "" : place < 0.30 ? home.province() : home.provinceFull(),
      place < 0.06 ? "" : place < 0.40 ? home.city() : home.cityFull(),
      told || more.chance(0.2) ? address.district() : "",
      told ? more.chance(0.5) ? address.full() : address.street() : "",
      consent(more),
      level(points),
      points,
      referrer(person).map(world::card).orElse(""),
      unionid(more, person),
      world.seasons.moment(person.memberSince()),
      more.chance(0.05) ? more.pick(REMARKS) : ""
    };
  }

  private String occupation(Dice dice, Person person) {
    int age = person.ageAt(world.seasons.end);
    String occupation = dice.pick(age < 25 ? YOUNG : age < 57 ? GROWN : OLDER);
    return dice.chance(0.42) ? "" : occupation;
  }

  /** Seven in ten said yes, 16 in 100 no; the others were never asked. */
  private static String consent(Dice dice) {
    double u = dice.next();
    return u < 0.72 ? "是" : u < 0.88 ? "否" : "";
  }

  /** Known to the CRM for half of those who use the mini-program. */
  private String unionid(Dice dice, Person person) throws IOException {
    if (!dice.chance(0.5) || !world.mini.uses(person)) {
      return "";
    }
    String unionid = world.mini.unionid(person);
    truth.evidence(SOURCE, world.card(person), "unionid", Optional.of(unionid));
    return unionid;
  }

  /** Somebody whose card is older; some bring many. */
  private Optional<Person> referrer(Person person) {
    Dice dice = new Dice(world.seed, Topic.MEMBER_MORE, person.index(), 3);
    int rank = world.rank(person);
    if (rank == 0 || !dice.chance(REFERRED)) {
      return Optional.empty();
    }
    int by = (int) (StrictMath.pow(dice.next(), 2.5) * rank);
    return Optional.of(world.people.person(world.cards.person(by)));
  }

  /** What only those who made the people can know. */
  private void plant(Person person) throws IOException {
    String card = world.card(person);
    truth.trap(SOURCE, card, person, world.people.likeness(person.index()).map(Likeness::trap));
    if (world.till.isStaff(person)) {
      long strangers =
          world.till.of(person, world.histories.of(person)).receipts().stream()
              .filter(r -> r.which() >= Till.STRANGER)
              .count();
      truth.staff(card, person, strangers);
    }
    if (world.households.isFamily(person.index())) {
      truth.family(world.households.head(person.index()), card, person);
    }
    Optional<Person> referrer = referrer(person);
    if (referrer.isPresent()) {
      truth.referral(card, world.card(referrer.get()));
    }
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
