package io.gongbi.sample;

import io.gongbi.sample.Addresses.Address;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Firms.Firm;
import io.gongbi.sample.NameSlips.Pen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * To whom a parcel goes, as the platform still tells its shop: 31 in 100 behind a privacy number
 * with an extension (虚拟号), good for one parcel, 15 in 100 with stars, the others in full. Most go
 * home; some to the buyer's firm, some to a friend.
 */
final class Receivers {

  private static final double PRIVATE = 0.31;
  private static final double STARRED = 0.15;
  private static final List<String> PRIVACY_PREFIXES = List.of("170", "171", "165", "167");

  private final long seed;
  private final Addresses addresses;
  private final Numbers numbers;
  private final Firms firms;
  private final Friends friends;
  private final NameSlips slips;

  /**
   * The three cells of a receiver.
   *
   * @param street what tells the door, behind {@code address}
   * @param full neither starred nor behind a privacy number
   * @param firm where the parcel goes to the buyer's firm
   * @param friend where it is for somebody else, who is a customer too
   */
  record Receiver(
      Spelled name,
      String phone,
      String address,
      String street,
      boolean full,
      Optional<Firm> firm,
      Optional<Person> friend) {

    /** With the name and the number in full; an address without its end stays so. */
    Receiver inTheOpen(Person person, String number) {
      String own = person.name().full();
      return new Receiver(Spelled.legible(own, own), number, address, street, full, firm, friend);
    }
  }

  Receivers(
      long seed,
      Addresses addresses,
      Numbers numbers,
      Firms firms,
      Friends friends,
      NameSlips slips) {
    this.seed = seed;
    this.addresses = addresses;
    this.numbers = numbers;
    this.firms = firms;
    this.friends = friends;
    this.slips = slips;
  }

  Receiver of(Person person, Visit visit, Basket basket) {
    Optional<Person> friend = friends.receiving(person, visit);
    return friend.isPresent() ? toFriend(person, visit, friend.get()) : own(person, visit, basket);
  }

  /** As it would be, were it no present. */
  Receiver own(Person person, Visit visit, Basket basket) {
    Optional<Firm> firm = firms.receiving(person, visit);
    Address address = firm.map(Firm::address).orElseGet(() -> addresses.of(person));
    Dice dice = new Dice(seed, Topic.RECEIVER, person.index(), visit.number());
    String full = person.name().full();
    Spelled name = slips.of(person, Pen.PARCEL, visit.number(), Spelled.legible(full, full));
    return told(dice, person, name, basket.receiverPhone(), address, firm, Optional.empty());
  }

  private Receiver toFriend(Person person, Visit visit, Person friend) {
    Dice dice = new Dice(seed, Topic.RECEIVER, person.index(), visit.number());
    String full = friend.name().full();
    return told(
        dice,
        friend,
        Spelled.legible(full, full),
        numbers.at(friend, visit.second()),
        addresses.of(friend),
        Optional.empty(),
        Optional.of(friend));
  }

  private static Receiver told(
      Dice dice,
      Person to,
      Spelled name,
      String phone,
      Address address,
      Optional<Firm> firm,
      Optional<Person> friend) {
    double u = dice.next();
    if (u >= PRIVATE + STARRED) {
      return new Receiver(name, phone, address.full(), address.street(), true, firm, friend);
    }
    String number =
        u < PRIVATE ? privacyNumber(dice) : phone.substring(0, 3) + "****" + phone.substring(7);
    Spelled stars = Spelled.nonsense(starred(to.name().full()));
    return new Receiver(stars, number, shortened(address), "", false, firm, friend);
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
