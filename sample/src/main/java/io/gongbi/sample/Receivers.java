package io.gongbi.sample;

import io.gongbi.sample.Addresses.Address;
import io.gongbi.sample.Dice.Topic;
import java.util.List;
import java.util.Locale;

/**
 * To whom a parcel goes, as the platform still tells its shop: 31 in 100 behind a privacy number
 * with an extension (虚拟号), good for one parcel, 15 in 100 with stars, the others in full.
 */
final class Receivers {

  private static final double PRIVATE = 0.31;
  private static final double STARRED = 0.15;
  private static final List<String> PRIVACY_PREFIXES = List.of("170", "171", "165", "167");

  private final long seed;
  private final Addresses addresses;

  /** The three cells of a receiver. */
  record Receiver(String name, String phone, String address) {}

  Receivers(long seed, Addresses addresses) {
    this.seed = seed;
    this.addresses = addresses;
  }

  Receiver of(Person person, Visit visit, Basket basket) {
    Dice dice = new Dice(seed, Topic.RECEIVER, person.index(), visit.number());
    Address address = addresses.of(person);
    String name = person.name().full();
    String phone = basket.receiverPhone();
    double u = dice.next();
    if (u < PRIVATE) {
      return new Receiver(starred(name), privacyNumber(dice), shortened(address));
    } else if (u < PRIVATE + STARRED) {
      String stars = phone.substring(0, 3) + "****" + phone.substring(7);
      return new Receiver(starred(name), stars, shortened(address));
    }
    return new Receiver(name, phone, address.full());
  }

  private static String privacyNumber(Dice dice) {
    return String.format(
        Locale.ROOT,
        "%s%08d-%04d",
        dice.pick(PRIVACY_PREFIXES),
        dice.below(100_000_000),
        dice.below(10_000));
  }

  /** 张志强 is 张**, 王芳 is 王*. */
  private static String starred(String name) {
    return name.charAt(0) + "*".repeat(name.length() - 1);
  }

  private static String shortened(Address address) {
    String full = address.full();
    return full.substring(0, full.length() - address.street().length()) + "****";
  }
}
