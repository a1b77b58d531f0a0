package io.gongbi.sample;

import java.util.Arrays;

/**
 * The order in which things happened, which decides numbers and the rows' order: cards and accounts
 * by joining, orders by placing. Moment, person and which of the person's are packed into one long,
 * so a million people with their orders fit into some 40 MB.
 */
final class Index {

  private static final int PERSON_BITS = 20;
  private static final int WHICH_BITS = 10;

  /** Moments may lie years before the window. */
  private static final long EPOCH = 10L * 366 * Seasons.DAY;

  private long[] entries = new long[1 << 12];
  private int size;

  void add(long second, int person, int which) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size + (size >> 1));
    }
    entries[size++] = ((second + EPOCH) << PERSON_BITS | person) << WHICH_BITS | which;
  }

  void sort() {
    entries = Arrays.copyOf(entries, size);
    Arrays.sort(entries);
  }

  int size() {
    return size;
  }

  long second(int position) {
    return (entries[position] >>> (WHICH_BITS + PERSON_BITS)) - EPOCH;
  }

  int person(int position) {
    return (int) (entries[position] >>> WHICH_BITS) & ((1 << PERSON_BITS) - 1);
  }

  int which(int position) {
    return (int) entries[position] & ((1 << WHICH_BITS) - 1);
  }

  /** Where each person's first or second entry stands; −1 for people without. */
  int[] positions(int people, int which) {
    int[] positions = new int[people];
    Arrays.fill(positions, -1);
    for (int i = 0; i < size; i++) {
      if (which(i) == which) {
        positions[person(i)] = i;
      }
    }
    return positions;
  }
}
