package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.util.Optional;

/**
 * Which mobile number is somebody's own, and when. Of 100 pairs of people whose records would allow
 * it, 4 have one number one after the other: who gives it up has another from that day on; the
 * operator keeps it for 90 days at least, then a stranger gets it. Of each pair one has a record
 * from before, the other one from after.
 */
final class Numbers {

  private static final double HANDED_ON = 0.04;

  /** Person 17 of a block is paired with person 117. */
  private static final int APART = 100;

  private static final long DAY = Seasons.DAY;
  private static final long KEPT = 90 * DAY;
  private static final long USED_AT_LEAST = 30 * DAY;

  private final long seed;
  private final int customers;
  private final Seasons seasons;
  private final Phones phones;
  private final People people;

  /** One number, two people, and the seconds between which it was nobody's. */
  private record Handover(int giver, int taker, long givenUp, long taken) {}

  Numbers(long seed, int customers, Seasons seasons, Phones phones, People people) {
    this.seed = seed;
    this.customers = customers;
    this.seasons = seasons;
    this.phones = phones;
    this.people = people;
  }

  /** The number that was theirs at this second. */
  String at(Person person, long second) {
    Optional<Handover> handover = handover(person);
    if (handover.isEmpty()) {
      return phones.of(person.index(), Phones.MAIN);
    }
    Handover it = handover.get();
    if (it.giver() == person.index()) {
      return phones.of(it.giver(), second < it.givenUp() ? Phones.MAIN : Phones.NEXT);
    }
    return phones.of(second < it.taken() ? it.taker() : it.giver(), Phones.MAIN);
  }

  /** That others have had this number of theirs before them, or have it now. */
  Optional<Trap> recycled(Person person, String number) {
    return handover(person)
        .filter(it -> it.taker() < customers && number.equals(phones.of(it.giver(), Phones.MAIN)))
        .map(
            it -> {
              boolean gave = it.giver() == person.index();
              Person other = people.person(gave ? it.taker() : it.giver());
              String when =
                  gave ? "until " + seasons.day(it.givenUp()) : "since " + seasons.day(it.taken());
              return Trap.of(Trap.Kind.RECYCLED_PHONE, other, when);
            });
  }

  private Optional<Handover> handover(Person person) {
    int index = person.index();
    boolean gives = index / APART % 2 == 0;
    int giver = gives ? index : index - APART;
    Dice dice = new Dice(seed, Topic.HANDOVER, giver, 0);
    if (!dice.chance(HANDED_ON)) {
      return Optional.empty();
    }
    int taker = giver + APART;
    if (Households.isFamily(seed, giver) || Households.isFamily(seed, taker)) {
      return Optional.empty();
    }
    long from = (gives ? person : people.person(giver)).firstSeen() + USED_AT_LEAST;
    long until = (gives ? people.person(taker) : person).lastJoined() - KEPT;
    if (from >= until) {
      return Optional.empty();
    }
    long givenUp = from + (long) (dice.next() * (until - from));
    long taken = givenUp + KEPT + (long) (dice.next() * (until - givenUp));
    return Optional.of(new Handover(giver, taker, givenUp, taken));
  }
}
