package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.util.Optional;

/**
 * Presents between customers: 15 in 1,000 parcels go to a friend of the buyer who is a customer
 * too, and no relative. Everybody has one friend; none of them goes out in the weeks in which the
 * campaign is watched.
 */
final class Friends {

  private static final double PRESENTS = 0.015;

  /** Nobody's family reaches further. */
  private static final int NEXT_DOOR = 4;

  private static final int AROUND = 300;

  private final long seed;
  private final People people;

  Friends(long seed, People people) {
    this.seed = seed;
    this.people = people;
  }

  Optional<Person> receiving(Person person, Visit visit) {
    int others = Math.min(AROUND, person.index() - NEXT_DOOR);
    if (visit.inCampaign()
        || others <= 0
        || !new Dice(seed, Topic.FRIEND, person.index(), 1L + visit.number()).chance(PRESENTS)) {
      return Optional.empty();
    }
    int apart = NEXT_DOOR + new Dice(seed, Topic.FRIEND, person.index(), 0).below(others);
    return Optional.of(people.person(person.index() - apart));
  }
}
