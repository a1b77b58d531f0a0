package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Visit.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When each person orders: Poisson purchases whose rate differs between people by a gamma
 * distribution, ended after any purchase by a dropout whose chance differs by a beta distribution
 * (BG/NBD: Fader, Hardie, Lee, "Counting your customers the easy way", Marketing Science 2005),
 * with a heavier loss after the very first order, as shops see it. Time is counted in {@link
 * Seasons}' pulls.
 */
final class Histories {

  private static final int MOST_VISITS = 900;
  private static final double BUYS_AFTER_JOINING = 0.80;
  private static final double STILL_BUYS = 0.40;
  private static final double LOST_AFTER_FIRST = 0.64;

  private final long seed;
  private final Seasons seasons;
  private final Campaign campaign;

  Histories(long seed, Seasons seasons, Campaign campaign) {
    this.seed = seed;
    this.seasons = seasons;
    this.campaign = campaign;
  }

  History of(Person person) {
    if (!person.shops()) {
      return new History(List.of(), false, Optional.empty());
    }
    List<Visit> visits = new ArrayList<>();
    boolean gone = live(person, visits);
    if (campaign.aimsAt(person, visits)) {
      return campaign.befall(person, visits, gone);
    }
    return new History(visits, gone, Optional.empty());
  }

  /** Fills the visits; true when the person has dropped out by the end. */
  private boolean live(Person person, List<Visit> visits) {
    Dice dice = new Dice(seed, Topic.HISTORY, person.index(), 0);
    long joined = person.accounts().getFirst();
    boolean fresh = joined >= 0;
    if (!dice.chance(fresh ? BUYS_AFTER_JOINING : STILL_BUYS)) {
      return false;
    }
    double gap = 66 / (0.12 + dice.gamma(1.0));
    double drop = dice.beta(0.9, 4.4);
    double at;
    if (fresh) {
      double wait = dice.chance(0.6) ? dice.exponential(0.02) : dice.exponential(9);
      at = seasons.pullAt(joined) + wait;
    } else {
      at = dice.exponential(Math.max(gap, 60));
    }
    boolean first = fresh;
    while (at < seasons.totalPull() && visits.size() < MOST_VISITS) {
      long second = Math.max(seasons.secondAt(at), fresh ? joined + 60 : 0);
      if (second >= seasons.lengthInSeconds()) {
        break;
      }
      int number = visits.size();
      visits.add(new Visit(number, second, status(person, number, second), false));
      if (dice.chance(first ? LOST_AFTER_FIRST : drop)) {
        return true;
      }
      first = false;
      at += dice.exponential(gap);
    }
    return false;
  }

  private Status status(Person person, int number, long second) {
    Dice dice = new Dice(seed, Topic.STATUS, person.index(), number);
    double u = dice.next();
    double days = (seasons.lengthInSeconds() - second) / (double) Seasons.DAY;
    if (u < 0.042) {
      return Status.CANCELLED;
    }
    if (u < 0.050 || (days < 0.05 && dice.chance(0.3))) {
      return Status.UNPAID;
    }
    if (u < 0.088 && days > 2) {
      return Status.REFUNDED;
    }
    return days < 4 + 8 * dice.next() ? Status.PAID : Status.COMPLETED;
  }
}
