package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code wechat-小程序用户.csv}: who has opened the mini-program. Eight in ten have a unionid, a bit
 * over half have let it see their phone; of the others nobody knows who they are elsewhere.
 */
final class MiniUsersFile {

  static final String NAME = "wechat-小程序用户.csv";
  private static final Object[] HEADER = {"openid", "unionid", "昵称", "手机号", "授权时间"};

  private final World world;
  private final Truth truth;

  MiniUsersFile(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Export export = new Export(NAME, new CsvSheet(path, true, HEADER), truth);
    try (export) {
      for (int i = 0; i < world.customers; i++) {
        Person person = world.people.person(i);
        if (world.mini.uses(person)) {
          write(export, person);
        }
      }
    }
    return new Written.File(path, export.rows());
  }

  private void write(Export export, Person person) throws IOException {
    Dice dice = new Dice(world.seed, Topic.MINI, person.index(), 3);
    String openid = world.mini.openid(person);
    truth.record("wechat", openid, person);
    Optional<String> phone = Optional.empty();
    if (dice.chance(0.55)) {
      phone =
          person.shops() ? world.given.inShop(person, 0).means() : world.given.ownOfMember(person);
    }
    truth.trap("wechat", openid, person, phone.flatMap(p -> world.numbers.recycled(person, p)));
    Optional<String> unionid =
        dice.chance(0.8) ? Optional.of(world.mini.unionid(person)) : Optional.empty();
    truth.evidence("wechat", openid, "unionid", unionid);
    truth.evidence("wechat", openid, "phone", phone);
    Object[] row = {
      openid,
      unionid.orElse(""),
      Nicknames.draw(dice, person),
      // WeChat gives the number away without blanks or signs.
      phone.orElse(""),
      Handwriting.plain(world.seasons.moment(world.mini.since(person, world.seasons)))
    };
    if (dice.chance(0.002)) {
      export.twice(row);
    } else {
      export.row(row);
    }
  }
}
