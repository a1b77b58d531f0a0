package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Names.Name;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Families in which people are called alike: of those who leave the phone of their family's head,
 * 12 in 100 are their twin, 20 a brother or sister, 35 a parent or child. Twins, brothers and
 * sisters share the first character of the given name where it has two: 李子轩 and 李子涵.
 */
final class Relatives {

  private static final double TWINS = 0.12;
  private static final double SIBLINGS = 0.20;
  private static final double GENERATIONS = 0.35;
  private static final int GROWN_UP = 17;

  private final long seed;
  private final LocalDate end;

  Relatives(long seed, LocalDate end) {
    this.seed = seed;
    this.end = end;
  }

  Optional<Likeness> of(Person person, int head, IntFunction<Person> people) {
    Dice dice = new Dice(seed, Topic.KIN, person.index(), 0);
    double u = dice.next();
    if (u < TWINS) {
      Person other = people.apply(head);
      return like(dice, person, other, other.birthday(), Trap.Kind.TWIN);
    } else if (u < TWINS + SIBLINGS) {
      Person other = people.apply(head);
      int days = (300 + dice.below(2_200)) * (dice.chance(0.5) ? 1 : -1);
      return like(dice, person, other, adult(other.birthday(), days), Trap.Kind.SIBLING);
    } else if (u < TWINS + SIBLINGS + GENERATIONS) {
      Person other = people.apply(head);
      LocalDate born = adult(other.birthday(), 8_000 + dice.below(3_600));
      Name name =
          new Name(other.name().surname(), Names.given(dice, person.female(), born.getYear()));
      return Optional.of(
          new Likeness(
              person.called(name, born),
              Trap.of(Trap.Kind.PARENT_OR_CHILD, other, other.name().full())));
    }
    return Optional.empty();
  }

  private static Optional<Likeness> like(
      Dice dice, Person person, Person other, LocalDate born, Trap.Kind kind) {
    String theirs = other.name().given();
    String own = theirs;
    while (own.equals(theirs) || (own.length() == 2 && own.charAt(0) == own.charAt(1))) {
      String drawn = Names.given(dice, person.female(), born.getYear());
      String last = drawn.substring(drawn.length() - 1);
      own = theirs.length() == 2 ? theirs.charAt(0) + last : last;
    }
    Name name = new Name(other.name().surname(), own);
    return Optional.of(
        new Likeness(person.called(name, born), Trap.of(kind, other, other.name().full())));
  }

  /** So many days younger; as many older, where the younger would be a child without a card. */
  private LocalDate adult(LocalDate birthday, int days) {
    LocalDate younger = birthday.plusDays(days);
    return younger.isAfter(end.minusYears(GROWN_UP)) ? birthday.minusDays(days) : younger;
  }
}
