package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Strangers of one city and sex with one name: 1 in 100 people on purpose, beside those whom chance
 * makes, and 15 in 100 of them with one birthday, too. Each is called like somebody with a lower
 * number.
 */
final class Namesakes {

  private static final double NAMESAKES = 0.01;
  private static final double BORN_ON_THE_DAY = 0.15;

  /** Further away nobody is sought; a small city may have no other. */
  private static final int FAR = 400;

  private static final int NOBODY = -1;

  private final long seed;
  private final IntFunction<Person> alone;

  /** Of the hundredth only; seeking is slow, and the same people are asked for again and again. */
  private final Map<Integer, Integer> found = new HashMap<>();

  Namesakes(long seed, IntFunction<Person> alone) {
    this.seed = seed;
    this.alone = alone;
  }

  /** {@code people}: as they are called in the end. */
  Optional<Likeness> of(int index, IntFunction<Person> people) {
    Dice dice = new Dice(seed, Topic.NAMESAKE, index, 0);
    if (!dice.chance(NAMESAKES)) {
      return Optional.empty();
    }
    Integer known = found.get(index);
    if (known == null) {
      known = seek(index);
      found.put(index, known);
    }
    if (known == NOBODY) {
      return Optional.empty();
    }
    Person other = people.apply(known);
    boolean onTheDay = dice.chance(BORN_ON_THE_DAY);
    Person self = alone.apply(index);
    Trap.Kind kind = onTheDay ? Trap.Kind.DOUBLE : Trap.Kind.NAMESAKE;
    return Optional.of(
        new Likeness(
            self.called(other.name(), onTheDay ? other.birthday() : self.birthday()),
            Trap.of(kind, other, other.name().full())));
  }

  private int seek(int index) {
    Person self = alone.apply(index);
    for (int i = index - 1; i >= Math.max(0, index - FAR); i--) {
      Person other = alone.apply(i);
      if (other.female() == self.female()
          && other.home().equals(self.home())
          && Households.head(seed, i) == i) {
        return i;
      }
    }
    return NOBODY;
  }
}
