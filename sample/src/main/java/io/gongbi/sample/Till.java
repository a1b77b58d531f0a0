package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who stands at the counters, and when: holders of cards, colleagues of theirs whose card is swiped
 * for strangers, and walk-ins whom nobody asks. About a third of the company's sales.
 *
 * <p>Nobody comes after their buying has ended, and nobody whom the past campaign aimed at comes
 * between its quiet days and the end of its window: the planted effect stays readable.
 */
final class Till {

  /** Stands for somebody without a card, of whom nothing is known. */
  static final int WALK_IN = (1 << 20) - 1;

  /** Walk-ins are made from numbers that no customer has. */
  private static final int STRANGERS = 1_100_000;

  /** Receipts of the person's own from 0, what they brought back from here. */
  static final int BACK = 256;

  /** And strangers' purchases on a colleague's card from here. */
  static final int STRANGER = 512;

  private static final int MOST_VISITS = 250;
  private static final double COMES_AT_ALL = 0.62;
  private static final double COMES_BESIDE_THE_SHOP = 0.30;
  private static final double WALKS_IN = 0.23;

  private final long seed;
  private final Seasons seasons;
  private final Campaign campaign;
  private final People people;

  /** One receipt; {@code which} tells apart what is the person's own. */
  record Receipt(long second, int which) {}

  /** All receipts on one person's card, and whether they have stopped coming. */
  record Card(List<Receipt> receipts, boolean gone) {
    Card {
      receipts = List.copyOf(receipts);
    }
  }

  Till(long seed, Seasons seasons, Campaign campaign, People people) {
    this.seed = seed;
    this.seasons = seasons;
    this.campaign = campaign;
    this.people = people;
  }

  /** A few dozen of 20,000: their cards lie beside the till. */
  boolean isStaff(Person person) {
    return person.member()
        && person.memberSince() < seasons.lengthInSeconds() / 2
        && new Dice(seed, Topic.STAFF, person.index(), 0).chance(0.0027);
  }

  /** Whoever stands before the till: of a stranger, a person who is in no other file. */
  Person before(int person, int which, int position) {
    return person == WALK_IN || which >= STRANGER
        ? people.person(STRANGERS + position)
        : people.person(person);
  }

  /** Seconds at which somebody without a card paid, at most one for each customer. */
  Optional<Long> walkIn(int person) {
    Dice dice = new Dice(seed, Topic.TILL, person, 1);
    return dice.chance(WALKS_IN)
        ? Optional.of(open(dice, seasons.secondAt(dice.next() * seasons.totalPull())))
        : Optional.empty();
  }

  Card of(Person person, History history) {
    if (!person.member()) {
      return new Card(List.of(), false);
    }
    List<Receipt> receipts = new ArrayList<>();
    boolean staff = isStaff(person);
    boolean gone = own(person, history, receipts) && !staff;
    if (staff) {
      strangers(person, history, receipts);
    }
    return new Card(receipts, gone);
  }

  private boolean own(Person person, History history, List<Receipt> receipts) {
    Dice dice = new Dice(seed, Topic.TILL, person.index(), 0);
    boolean only = !person.shops();
    double nearness = Stores.nearness(person.home());
    if (!dice.chance(
        only ? COMES_AT_ALL + 0.3 * nearness : COMES_BESIDE_THE_SHOP + 0.3 * nearness)) {
      return false;
    }
    double gap = (only ? 220 : 420) / (0.25 + dice.gamma(1.2)) / (0.5 + 0.5 * nearness);
    double drop = only ? dice.beta(1.1, 2.6) : 0;
    double at = Math.max(0, seasons.pullAt(Math.max(0, person.memberSince())));
    // A card is opened at the counter, with something in the hand.
    at += person.memberSince() >= 0 && only ? 0.001 : dice.exponential(gap);
    long last = history.gone() ? history.visits().getLast().second() : Long.MAX_VALUE;
    while (at < seasons.totalPull() && receipts.size() < MOST_VISITS) {
      long second = open(dice, seasons.secondAt(at));
      at += dice.exponential(gap);
      if (second > last) {
        break;
      }
      if (second < person.memberSince()
          || (history.target().isPresent() && campaign.watches(second))) {
        continue;
      }
      int number = receipts.size();
      receipts.add(new Receipt(second, number));
      if (dice.chance(drop)) {
        return true;
      }
    }
    back(dice, history, receipts, last);
    return false;
  }

  /** 3 in 100 bring something back within two weeks. */
  private void back(Dice dice, History history, List<Receipt> receipts, long last) {
    for (Receipt receipt : List.copyOf(receipts)) {
      if (dice.chance(0.03)) {
        long later = receipt.second() + (1 + dice.below(13)) * (long) Seasons.DAY;
        boolean watched = history.target().isPresent() && campaign.watches(later);
        if (later < seasons.lengthInSeconds() && later <= last && !watched) {
          receipts.add(new Receipt(later, BACK + receipt.which()));
        }
      }
    }
  }

  private void strangers(Person person, History history, List<Receipt> receipts) {
    Dice dice = new Dice(seed, Topic.STAFF, person.index(), 1);
    int count = 24 + dice.below(56);
    double from = seasons.pullAt(Math.max(0, person.memberSince()));
    for (int i = 0; i < count; i++) {
      double at = from + dice.next() * (seasons.totalPull() - from);
      long second = open(dice, seasons.secondAt(at));
      if (history.target().isEmpty() || !campaign.watches(second)) {
        receipts.add(new Receipt(second, STRANGER + i));
      }
    }
  }

  /** The same day, between ten and half past nine, most after work. */
  private static long open(Dice dice, long second) {
    double late = 1 - StrictMath.pow(1 - dice.next(), 1.3);
    return Math.floorDiv(second, Seasons.DAY) * Seasons.DAY + 10 * 3600 + (long) (late * 41_400);
  }
}
