package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.History.Target;
import io.gongbi.sample.Visit.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The past campaign 春季回归短信: a text message 60 days before the end, to people who had bought but not
 * in the 90 days before it. 30 % were held back by lot. Planted: 6 % of those held back order
 * within 30 days, 9 % of those written to. One draw u decides both outcomes of a person (u &lt;
 * 0.06 orders anyway, 0.06 ≤ u &lt; 0.09 only when written to), so the message harms nobody.
 *
 * <p>Both rates lie above the pace at which such quiet people come back in other months: the shop
 * ran its spring sale in the same weeks. Who compares April with March instead of arm with arm will
 * praise the message for the sale.
 */
final class Campaign {

  static final String NAME = "春季回归短信";
  static final int DAYS_BEFORE_END = 60;
  static final int QUIET_DAYS = 90;
  static final int WINDOW_DAYS = 30;
  static final double CONTROL_SHARE = 0.30;
  static final double CONTROL_RATE = 0.06;
  static final double TREATED_RATE = 0.09;

  /** Billed as two short messages of 0.05 元 each. */
  static final String COST = "0.10";

  /** The shop sent between ten and half past eleven. */
  static final int SEND_FROM = 10 * 3600;

  static final int SEND_UNTIL = 11 * 3600 + 1800;

  private final long seed;
  private final Seasons seasons;
  private final GivenPhones phones;
  private final long quietFrom;
  private final long sentDay;
  private final long resumed;

  Campaign(long seed, Seasons seasons, GivenPhones phones) {
    this.seed = seed;
    this.seasons = seasons;
    this.phones = phones;
    sentDay = seasons.secondOf(day(), 0);
    quietFrom = sentDay - (long) QUIET_DAYS * Seasons.DAY;
    resumed = sentDay + (WINDOW_DAYS + 1L) * Seasons.DAY;
  }

  LocalDate day() {
    return seasons.end.minusDays(DAYS_BEFORE_END);
  }

  /** From the first of the quiet days to the day after the window. */
  boolean watches(long second) {
    return second >= quietFrom && second < resumed;
  }

  /** When this person's message went out, or would have. */
  long sentAt(Person person) {
    Dice dice = new Dice(seed, Topic.RECEIPT, person.index(), 0);
    return sentDay + SEND_FROM + dice.below(SEND_UNTIL - SEND_FROM);
  }

  /** Bought before, quiet since, and with a number that can be written to. */
  boolean aimsAt(Person person, List<Visit> visits) {
    boolean bought = visits.stream().anyMatch(v -> v.bought() && v.second() < quietFrom);
    boolean quiet = visits.stream().noneMatch(v -> v.second() >= quietFrom && v.second() < sentDay);
    return bought && quiet && phones.inShop(person, 0).means().isPresent();
  }

  /**
   * The person's history with the planted outcome in place of what chance had put into the 30 days.
   * No order falls on the last, partial day, so that counting by days and by hours agree.
   */
  History befall(Person person, List<Visit> visits, boolean gone) {
    Dice dice = new Dice(seed, Topic.CAMPAIGN, person.index(), 0);
    boolean treated = !dice.chance(CONTROL_SHARE);
    double u = dice.next();
    boolean converted = u < (treated ? TREATED_RATE : CONTROL_RATE);
    int number = visits.isEmpty() ? 0 : visits.getLast().number() + 1;
    List<Visit> told = new ArrayList<>();
    visits.stream().filter(v -> v.second() < sentDay).forEach(told::add);
    if (converted) {
      told.add(new Visit(number++, inWindow(dice, person), Status.COMPLETED, true));
      if (dice.chance(0.06)) {
        told.add(new Visit(number++, inWindow(dice, person), Status.COMPLETED, true));
      }
    } else if (dice.chance(0.012)) {
      Status idle = dice.chance(0.7) ? Status.CANCELLED : Status.UNPAID;
      told.add(new Visit(number++, inWindow(dice, person), idle, true));
    }
    told.sort((a, b) -> Long.compare(a.second(), b.second()));
    visits.stream().filter(v -> v.second() >= resumed).forEach(told::add);
    return new History(told, gone, Optional.of(new Target(treated, u < CONTROL_RATE, converted)));
  }

  /**
   * Most answer within days; both arms alike, so baskets and days tell nothing about the arm. The
   * last half hour stays free: by its end the order is paid for, too.
   */
  private long inWindow(Dice dice, Person person) {
    double from = seasons.pullAt(sentAt(person) + 600);
    double until = seasons.pullAt(sentDay + (long) WINDOW_DAYS * Seasons.DAY - 1_801);
    double skew = StrictMath.pow(dice.next(), 1.5);
    return seasons.secondAt(from + skew * (until - from));
  }
}
