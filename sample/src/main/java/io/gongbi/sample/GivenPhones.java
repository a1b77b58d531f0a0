package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Trap.Kind;
import java.util.Optional;

/**
 * Which number somebody left where. 4 % gave the CRM another number than their main one, 3 % the
 * shop; families gave the CRM that of their head, colleagues that of their front desk; where
 * somebody gave none, some clerk typed the number of the house, or of the tablet before them. What
 * is typed by clerks has wrong digits; to the shop people prove their number.
 */
final class GivenPhones {

  private static final double HOUSE = 0.006;
  private static final double TABLET = 0.004;
  private static final double MISTYPED_ON_A_CARD = 0.012;
  private static final double MISTYPED_AT_THE_TILL = 0.010;

  private final long seed;
  private final Phones phones;
  private final Numbers numbers;
  private final Households households;
  private final Firms firms;

  GivenPhones(long seed, Phones phones, Numbers numbers, Households households, Firms firms) {
    this.seed = seed;
    this.phones = phones;
    this.numbers = numbers;
    this.households = households;
    this.firms = firms;
  }

  /** The phone in the CRM. */
  Spelled onCard(Person person) {
    Dice dice = new Dice(seed, Topic.MEMBER_ROW, person.index(), 1);
    boolean other = dice.chance(0.04) && heads(person);
    if (leavesTheHouse(person)) {
      return Spelled.nonsense(phones.house()).with(Trap.of(Kind.HOUSE_PHONE, ""));
    }
    String own = own(person, other, person.memberSince());
    Spelled plain = Handwriting.phone(dice, own);
    if (plain.means().isEmpty()) {
      return plain;
    }
    Dice slip = new Dice(seed, Topic.PHONE_SLIP, person.index(), 0);
    Optional<Firms.Firm> firm = firms.phoneOnCard(person);
    if (firm.isPresent()) {
      return Spelled.nonsense(firm.get().phone()).with(Trap.of(Kind.OFFICE_PHONE, own));
    } else if (slip.chance(TABLET)) {
      int store = Stores.draw(slip, households.home(person)).number();
      return Spelled.nonsense(phones.tablet(store)).with(Trap.of(Kind.TABLET_PHONE, own));
    } else if (slip.chance(MISTYPED_ON_A_CARD)) {
      return mistyped(slip, own);
    }
    return marked(person, plain, other, own);
  }

  /** What WeChat knows of somebody who has only a card: their own number, nobody's typing. */
  Optional<String> ownOfMember(Person person) {
    Dice dice = new Dice(seed, Topic.MEMBER_ROW, person.index(), 1);
    String own = own(person, dice.chance(0.04), person.memberSince());
    return leavesTheHouse(person) ? Optional.empty() : Handwriting.phone(dice, own).means();
  }

  /** The phone of a shop account; both accounts of a person have the same, unless it changed. */
  Spelled inShop(Person person, int account) {
    Dice slot = new Dice(seed, Topic.USER_ROW, person.index(), 1);
    boolean other = slot.chance(0.03);
    String digits =
        other
            ? phones.of(person.index(), Phones.OTHER)
            : numbers.at(person, person.accounts().get(account));
    Dice dice = new Dice(seed, Topic.USER_ROW, person.index(), 2 + account);
    return marked(person, Handwriting.phone(dice, digits), other, digits);
  }

  /** Said across the counter at this second: who has no number on the card says none. */
  Spelled atTill(Dice dice, Person person, int receipt, long second) {
    Dice card = new Dice(seed, Topic.MEMBER_ROW, person.index(), 1);
    boolean other = card.chance(0.04) && heads(person);
    String own = own(person, other, second);
    if (leavesTheHouse(person) || Handwriting.phone(card, own).means().isEmpty()) {
      return Spelled.BLANK;
    }
    Spelled plain = Handwriting.phone(dice, own);
    Dice slip = new Dice(seed, Topic.PHONE_SLIP, person.index(), 1L + receipt);
    return plain.means().isPresent() && slip.chance(MISTYPED_AT_THE_TILL)
        ? mistyped(slip, own)
        : marked(person, plain, other, own);
  }

  private boolean leavesTheHouse(Person person) {
    return new Dice(seed, Topic.MEMBER_MORE, person.index(), 2).chance(HOUSE);
  }

  /** Whoever leaves no relative's number. */
  private boolean heads(Person person) {
    return households.head(person.index()) == person.index();
  }

  private String own(Person person, boolean other, long second) {
    int head = households.head(person.index());
    if (head != person.index()) {
      return phones.of(head, Phones.MAIN);
    }
    return other ? phones.of(head, Phones.OTHER) : numbers.at(person, second);
  }

  private static Spelled mistyped(Dice dice, String own) {
    return Spelled.nonsense(Typos.phone(dice, own)).with(Trap.of(Kind.MISTYPED_PHONE, own));
  }

  private Spelled marked(Person person, Spelled plain, boolean other, String digits) {
    if (plain.means().isEmpty()) {
      return plain;
    } else if (other) {
      String main = phones.of(person.index(), Phones.MAIN);
      return plain.with(Trap.of(Kind.OTHER_PHONE, main));
    }
    return numbers.recycled(person, digits).map(plain::with).orElse(plain);
  }
}
