package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Goods.Category;
import io.gongbi.sample.Names.Name;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

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

  /** What women and men reach for: one weight a category, in the order of the categories. */
  private static final double[] WOMEN = {1.1, 0.9, 1.5, 0.8, 1.3, 1.4, 1.4, 1.2};

  private static final double[] MEN = {2.0, 1.6, 0.7, 1.5, 0.9, 0.8, 0.7, 0.7};

  private final long seed;
  private final Seasons seasons;

  People(long seed, Seasons seasons) {
    this.seed = seed;
    this.seasons = seasons;
  }

  Person person(int index) {
    Dice dice = new Dice(seed, Topic.PERSON, index, 0);
    boolean female = dice.chance(0.66);
    LocalDate birthday = birthday(dice);
    Name name = Names.draw(dice, female, birthday.getYear());
    double where = dice.next();
    boolean member = where < BOTH + MEMBER_ONLY;
    boolean shops = where < BOTH || where >= BOTH + MEMBER_ONLY;
    List<Long> accounts = new ArrayList<>();
    if (shops) {
      accounts.add(since(dice, SHOP_YEARS, 0.38));
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
    return seasons.secondAt(dice.next() * seasons.totalPull());
  }

  private static List<Category> favourites(Dice dice, boolean female, int birthYear) {
    double[] weights = (female ? WOMEN : MEN).clone();
    double older = Math.clamp((1995 - birthYear) / 25.0, -0.5, 1.2);
    weights[Category.TEA.ordinal()] *= 1 + 0.9 * older;
    weights[Category.TEAWARE.ordinal()] *= 1 + 0.6 * older;
    weights[Category.SCENT.ordinal()] *= 1 - 0.5 * older;
    weights[Category.STUDY.ordinal()] *= 1 - 0.3 * older;
    double[] totals = Dice.runningTotals(weights);
    Category[] all = Category.values();
    return List.of(
        all[dice.weighted(totals)], all[dice.weighted(totals)], all[dice.weighted(totals)]);
  }
}
