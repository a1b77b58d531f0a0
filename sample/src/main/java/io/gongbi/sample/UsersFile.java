package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Export.Flaw;
import io.gongbi.sample.NameSlips.Pen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** {@code shop-用户.csv}: the accounts of the online shop. */
final class UsersFile {

  static final String NAME = "shop-用户.csv";
  private static final String SOURCE = "shop";
  private static final Object[] HEADER = {"用户ID", "昵称", "姓名", "手机", "邮箱", "会员卡号", "注册时间"};
  private static final int NICKNAME = 1;
  private static final int CARD = 5;

  private final World world;
  private final Truth truth;
  private long pairs;
  private long pairsSharing;

  UsersFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export = new Export(NAME, new CsvSheet(path, true, HEADER), truth);
    try (export) {
      for (int i = 0; i < world.accounts.size(); i++) {
        Person person = world.people.person(world.accounts.person(i));
        int account = world.accounts.which(i);
        truth.record(SOURCE, world.user(person, account), person);
        write(export, person, account);
      }
    }
    return new Written.File(path, export.rows());
  }

  private void write(Export export, Person person, int account) throws IOException {
    Dice dice = new Dice(world.seed, Topic.USER_ROW, person.index(), 10 + account);
    Object[] row = row(dice, person, account);
    double u = dice.next();
    if (u < 0.002) {
      export.twice(row);
    } else if (u < 0.004) {
      Object[] was = row.clone();
      was[NICKNAME] = "微信用户" + dice.below(10_000);
      was[CARD] = "";
      export.thenNewer(was, row);
    } else {
      export.row(row);
    }
    if (dice.chance(0.0003)) {
      export.flawed(Flaw.NO_KEY, "", "test", "", "", "", "", row[6]);
    }
  }

  private Object[] row(Dice dice, Person person, int account) throws IOException {
    Spelled phone = world.given.inShop(person, account);
    Spelled email =
        account == 0 ? world.handwriting.email(person, Topic.USER_ROW, 0.72) : Spelled.BLANK;
    Spelled card = account == 0 && person.member() ? card(dice, person) : Spelled.BLANK;
    if (account == 0 && person.member()) {
      count(person, phone, email, card);
    }
    Spelled name = world.slips.of(person, Pen.OWNER, account, Handwriting.name(dice, person));
    String user = world.user(person, account);
    truth.evidence(SOURCE, user, "phone", phone.means());
    truth.evidence(SOURCE, user, "email", email.means());
    truth.evidence(SOURCE, user, "card", card.means());
    String nickname = Nicknames.draw(dice, person);
    if (dice.chance(0.26)) {
      name = Spelled.BLANK;
    }
    truth.trap(SOURCE, user, person, phone.trap());
    truth.trap(SOURCE, user, person, email.trap());
    truth.trap(SOURCE, user, person, name.trap());
    if (account == 0) {
      truth.trap(SOURCE, user, person, world.people.likeness(person.index()).map(Likeness::trap));
    }
    return new Object[] {
      user,
      nickname,
      name.text(),
      phone.text(),
      email.text(),
      card.text(),
      Handwriting.moment(dice, world.seasons.moment(person.accounts().get(account)), 0.04)
    };
  }

  /** A bit over half have bound their card to the account. */
  private Spelled card(Dice dice, Person person) {
    String card = world.card(person);
    double u = dice.next();
    if (u < 0.55) {
      return Spelled.legible(card, card);
    } else if (u < 0.556) {
      return Spelled.legible(card.toLowerCase(Locale.ROOT), card);
    } else if (u < 0.560) {
      return Spelled.legible(card + " ", card);
    }
    return u < 0.562 ? Spelled.nonsense("无") : Spelled.BLANK;
  }

  private void count(Person person, Spelled phone, Spelled email, Spelled card) {
    pairs++;
    boolean shares =
        card.means().isPresent()
            || same(phone, world.given.onCard(person))
            || same(email, world.handwriting.email(person, Topic.MEMBER_ROW, 0.55));
    pairsSharing += shares ? 1 : 0;
  }

  private static boolean same(Spelled a, Spelled b) {
    Optional<String> means = a.means();
    return means.isPresent() && means.equals(b.means());
  }

  /**
   * How much of the identity an exact match on normalised identifiers can find from the two lists
   * alone; the phones on orders join some of the rest.
   */
  String people() {
    return String.format(
        Locale.ROOT,
        """
        {
          "people": %d,
          "cards": %d,
          "accounts": %d,
          "peopleWithCardAndAccount": %d,
          "ofTheseSharingCardPhoneOrEmail": %d
        }
        """,
        world.customers,
        world.cards.size(),
        world.accounts.size(),
        pairs,
        pairsSharing);
  }
}
