package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Goods.Category;
import io.gongbi.sample.Names.Name;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes any person from the seed, alone: nobody is kept in memory. 60 % are both in the CRM and in
 * the shop, 17 % only in the CRM, 23 % only in the shop; two thirds are women, most born 1975–2002.
 */
final class People {

  private static final double BOTH = 0.60;
  private static final double MEMBER_ONLY = 0.17;
  private static final double SECOND_ACCOUNT = 0.015;
  private static final int SHOP_YEARS = 4;
  private static final int CARD_YEARS = 6;

  private final long seed;
  private final Seasons seasons;
  private final Relatives relatives;
  private final Namesakes namesakes;

  People(long seed, Seasons seasons) {
    this.seed = seed;
    this.seasons = seasons;
    relatives = new Relatives(seed, seasons.end);
    namesakes = new Namesakes(seed, this::alone);
  }

  Person person(int index) {
    return likeness(index).map(Likeness::person).orElseGet(() -> alone(index));
  }

  /** Whom somebody is like by name, and by what; most are like nobody on purpose. */
  Optional<Likeness> likeness(int index) {
    int head = Households.head(seed, index);
    if (head != index) {
      return relatives.of(alone(index), head, this::person);
    }
    return namesakes.of(index, this::person);
  }

  /** As if there were nobody else. */
  private Person alone(int index) {
    Dice dice = new Dice(seed, Topic.PERSON, index, 0);
    boolean female = dice.chance(0.66);
    LocalDate birthday = birthday(dice);
    Name name =
        Names.perhapsRarer(
            new Dice(seed, Topic.SURNAME, index, 0), Names.draw(dice, female, birthday.getYear()));
    double where = dice.next();
    boolean member = where < BOTH + MEMBER_ONLY;
    boolean shops = where < BOTH || where >= BOTH + MEMBER_ONLY;
    List<Long> accounts = new ArrayList<>();
    if (shops) {
      accounts.add(since(dice, SHOP_YEARS, 0.34));
      if (dice.chance(SECOND_ACCOUNT)) {
        long later = accounts.getFirst() + 20L * Seasons.DAY;
        long room = seasons.lengthInSeconds() - later;
        if (room > Seasons.DAY) {
          accounts.add(later + (long) (dice.next() * (room - 1)));
        }
      }
    }
    return new Person(
        index,
        name,
        female,
        birthday,
        Places.draw(dice),
        member,
        member ? since(dice, CARD_YEARS, 0.55) : 0,
        accounts,
        favourites(dice, female, birthday.getYear()));
  }

  private LocalDate birthday(Dice dice) {
    double year = seasons.end.getYear() - 36.5 + 11.5 * dice.gaussian();
    int bounded =
        (int) Math.clamp(year, seasons.end.getYear() - 76.0, seasons.end.getYear() - 17.0);
    return LocalDate.of(bounded, 1, 1).plusDays(dice.below(365));
  }

  /** A moment of joining: this share before the window, the rest in it, more on days that sell. */
  private long since(Dice dice, int years, double before) {
    if (dice.chance(before)) {
      LocalDate opened = seasons.end.minusYears(years);
      int days = (int) ChronoUnit.DAYS.between(opened, seasons.start);
      double growing = StrictMath.sqrt(dice.next());
      return seasons.secondOf(
          opened.plusDays((int) (growing * days)), seasons.secondOfDay(dice.next()));
    }
    return seasons.secondAt(StrictMath.pow(dice.next(), 0.85) * seasons.totalPull());
  }

  private static List<Category> favourites(Dice dice, boolean female, int birthYear) {
    double older = Math.clamp((1995 - birthYear) / 25.0, -0.5, 1.2);
    Supplier<Category> draw = () -> dice.weighted(Goods.CATEGORIES, c -> taste(c, female, older));
    return List.of(draw.get(), draw.get(), draw.get());
  }

  /** What women and men reach for, and how it shifts with age. */
  private static double taste(Category category, boolean female, double older) {
    return switch (category) {
      case TEA -> (female ? 1.1 : 2.0) * (1 + 0.9 * older);
      case TEAWARE -> (female ? 0.9 : 1.6) * (1 + 0.6 * older);
      case SCENT -> (female ? 1.5 : 0.7) * (1 - 0.5 * older);
      case STUDY -> (female ? 0.8 : 1.5) * (1 - 0.3 * older);
      case KITCHEN -> female ? 1.3 : 0.9;
      case TEXTILE -> female ? 1.4 : 0.8;
      case STORAGE -> female ? 1.4 : 0.7;
      case DECOR -> female ? 1.2 : 0.7;
    };
  }
}
