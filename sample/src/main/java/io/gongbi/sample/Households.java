package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Places.Place;

/**
 * Families that left one phone for all their cards: 2–4 people under one roof, each a customer of
 * their own. People are taken in fours; of 3 in 100 fours the first two, three or four are a
 * family, and its head is the first of them.
 */
final class Households {

  private static final int FOUR = 4;
  private static final double FAMILIES = 0.03;

  private final long seed;
  private final People people;

  Households(long seed, People people) {
    this.seed = seed;
    this.people = people;
  }

  /** Whose phone this person leaves; their own, for most. */
  int head(int person) {
    return head(seed, person);
  }

  static int head(long seed, int person) {
    int four = person / FOUR;
    Dice dice = new Dice(seed, Topic.FAMILY, four, 0);
    if (!dice.chance(FAMILIES)) {
      return person;
    }
    int size = 2 + dice.below(3);
    return person % FOUR < size ? four * FOUR : person;
  }

  /** Whether others share this person's phone. */
  boolean isFamily(int person) {
    return isFamily(seed, person);
  }

  static boolean isFamily(long seed, int person) {
    return head(seed, person) != person || head(seed, person + 1) == person;
  }

  Place home(Person person) {
    int head = head(person.index());
    return head == person.index() ? person.home() : people.person(head).home();
  }
}
