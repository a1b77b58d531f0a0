package io.gongbi.sample;

import java.util.List;

/**
 * Gives each person numbers that nobody else has, without a table: a Feistel network turns (person,
 * slot) into one of 4 × 10⁹ mobile numbers, each at most once. The numbers are invented; one that
 * exists is chance, so the demo must never be connected to a real SMS gateway.
 */
final class Phones {

  static final int MAIN = 0;

  /** A second number, newer or older than the main one. */
  static final int OTHER = 1;

  /** Somebody else, at whose door a present arrives. */
  static final int GIFT = 2;

  /** The number after one that was given up. */
  static final int NEXT = 3;

  private static final int SLOTS = 4;

  /** Numbers of nobody: customers, and strangers at the tills, are numbered lower. */
  private static final int HOUSE = 1_099_999;

  private static final int TABLETS = 20_000_000;
  private static final int FRONT_DESKS = 21_000_000;
  private static final List<String> PREFIXES =
      List.of(
          "130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "150", "151", "152",
          "153", "155", "156", "157", "158", "159", "166", "173", "175", "176", "177", "178", "180",
          "181", "182", "183", "184", "185", "186", "187", "188", "189", "191", "193", "195", "198",
          "199");
  private static final long NUMBERS = PREFIXES.size() * 100_000_000L;

  private final long seed;

  Phones(long seed) {
    this.seed = seed;
  }

  String of(int person, int slot) {
    long number = (long) person * SLOTS + slot;
    do {
      number = scramble(number, seed);
    } while (number >= NUMBERS);
    return PREFIXES.get((int) (number / 100_000_000L))
        + String.valueOf(100_000_000L + number % 100_000_000L).substring(1);
  }

  /** A good number, on the cards of many. */
  String house() {
    return of(HOUSE, MAIN);
  }

  /** Of the tablet on which a shop takes members in. */
  String tablet(int store) {
    return of(TABLETS + store, MAIN);
  }

  String frontDesk(int firm) {
    return of(FRONT_DESKS + firm, MAIN);
  }

  /** A number no two people share, of nine or ten digits, as QQ gives them out. */
  String qq(int person) {
    return String.valueOf(310_000_000L + scramble(person, seed ^ 0x5151L));
  }

  /** A bijection of the 32-bit numbers. */
  private static long scramble(long value, long key) {
    long left = value >>> 16;
    long right = value & 0xFFFF;
    for (int round = 1; round <= 4; round++) {
      long mixed = (right + key + round * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
      long next = left ^ ((mixed ^ (mixed >>> 29)) >>> 17 & 0xFFFF);
      left = right;
      right = next;
    }
    return left << 16 | right;
  }
}
