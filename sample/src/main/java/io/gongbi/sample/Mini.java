package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;

/**
 * Who uses the mini-program, and under which ids. An openid is the person's in this mini-program, a
 * unionid the same in everything that the company runs on WeChat.
 */
final class Mini {

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

  private final long seed;

  Mini(long seed) {
    this.seed = seed;
  }

  /** Four in ten of those who shop online, a quarter of those who only have a card. */
  boolean uses(Person person) {
    return new Dice(seed, Topic.MINI, person.index(), 0).chance(person.shops() ? 0.42 : 0.25);
  }

  String openid(Person person) {
    return "oXh5" + letters(new Dice(seed, Topic.MINI, person.index(), 1), 24);
  }

  String unionid(Person person) {
    return "u6Gb" + letters(new Dice(seed, Topic.MINI, person.index(), 2), 24);
  }

  /** Their first visit, in the two years or on the day they began. */
  long since(Person person, Seasons seasons) {
    Dice dice = new Dice(seed, Topic.MINI, person.index(), 4);
    long joined = person.shops() ? person.accounts().getFirst() : person.memberSince();
    long from = Math.max(joined, 0);
    return from
        + (long) (StrictMath.pow(dice.next(), 3) * 0.5 * (seasons.lengthInSeconds() - 1 - from));
  }

  private static String letters(Dice dice, int count) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < count; i++) {
      id.append(LETTERS.charAt(dice.below(LETTERS.length())));
    }
    return id.toString();
  }
}
