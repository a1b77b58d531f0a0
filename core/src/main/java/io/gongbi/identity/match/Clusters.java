package io.gongbi.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes people of weighed pairs, the strongest first. Two clusters become one only where all that
 * is known between them speaks for it: the sum of the weights across, each held within a bound so
 * that one mistake cannot outvote the rest (after Bansal, Blum and Chawla, "Correlation
 * Clustering", 2004), and only where a name of one fits a name of the other. A chain of look-alikes
 * therefore ends where its ends no longer look alike, and somebody without a name, once with 王伟,
 * brings no 李丽 along. The answer does not depend on the order of rows: pairs of one weight are
 * taken by their numbers.
 *
 * <p>Not thread-safe.
 */
public final class Clusters {
  /** More certain than this nobody is of a single pair. */
  private static final float BOUND = 10;

  /** Who was never compared has little in common. */
  private static final float UNKNOWN = -0.25f;

  private int[] left = new int[16];
  private int[] right = new int[16];
  private float[] weights = new float[16];
  private boolean[] joins = new boolean[16];
  private int pairs;
  private final Map<Integer, Name> names = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> sides = new HashMap<>();
  private final List<int[]> decided = new ArrayList<>();

  /** A name as it is written and as it is read. */
  private record Name(String plain, String reading) {
    boolean fits(Name other) {
      return plain.equals(other.plain)
          || reading.equals(other.reading)
          || (Math.min(plain.length(), other.plain.length()) >= 3 && isOneSlip(plain, other.plain));
    }

    /** Whether one character more, less or other makes one of the other. */
    private static boolean isOneSlip(String a, String b) {
      if (a.length() < b.length()) return isOneSlip(b, a);
      if (a.length() - b.length() > 1) return false;
      int same = 0;
      while (same < b.length() && a.charAt(same) == b.charAt(same)) same++;
      return a.length() == b.length()
          ? a.substring(Math.min(same + 1, a.length()))
              .equals(b.substring(Math.min(same + 1, b.length())))
          : a.substring(same + 1).equals(b.substring(same));
    }
  }

  /**
   * Pairs come strongest first.
   *
   * @param joins whether the pair may bring anybody together, or only counts where others would
   */
  public void pair(int one, int other, double weight, boolean joins) {
    if (pairs == left.length) grow();
    left[pairs] = one;
    right[pairs] = other;
    weights[pairs] = (float) Math.clamp(weight, -BOUND, BOUND);
    this.joins[pairs++] = joins && weight > 0;
  }

  private void grow() {
    int more = pairs * 2;
    left = Arrays.copyOf(left, more);
    right = Arrays.copyOf(right, more);
    weights = Arrays.copyOf(weights, more);
    joins = Arrays.copyOf(joins, more);
  }

  /** What somebody of a pair is called, where that can speak against others. */
  public void name(int one, String plain, String reading) {
    names.put(one, new Name(plain, reading));
  }

  /** Who is on different sides of a decision is never one. */
  public void apart(int one, int decision, int side) {
    sides.computeIfAbsent(one, _ -> new HashMap<>()).put(decision, side);
  }

  /** These are one, whatever they have in common. */
  public void together(int one, int other) {
    decided.add(new int[] {one, other});
  }

  /** Takes somebody, and the least of their cluster. */
  public interface Taker {
    void take(int one, int first);
  }

  /** Everybody of a cluster of two or more. */
  public void each(Taker taker) {
    var work = new Work();
    for (var two : decided) work.decide(two[0], two[1]);
    for (int p = 0; p < pairs; p++) {
      if (joins[p]) work.join(p);
    }
    work.each(taker);
  }

  private final class Work {
    /** The numbers of who stands in any pair, in their order; a place in it is a node. */
    private final int[] nodes;

    private final int[] cluster;
    private final List<int[]> members = new ArrayList<>();
    private final List<List<Name>> called = new ArrayList<>();
    private final List<Map<Integer, Integer>> sided = new ArrayList<>();

    /** The pairs of each node: from {@code begins[n]} to {@code begins[n + 1]}. */
    private final int[] begins;

    private final int[] others;
    private final float[] worth;

    Work() {
      nodes =
          IntStream.concat(
                  IntStream.concat(
                      Arrays.stream(left, 0, pairs), Arrays.stream(right, 0, pairs)),
                  decided.stream().flatMapToInt(Arrays::stream))
              .sorted()
              .distinct()
              .toArray();
      cluster = new int[nodes.length];
      for (int n = 0; n < nodes.length; n++) {
        cluster[n] = n;
        members.add(new int[] {n});
        var name = names.get(nodes[n]);
        called.add(name == null ? List.of() : List.of(name));
        sided.add(sides.getOrDefault(nodes[n], Map.of()));
      }
      begins = new int[nodes.length + 1];
      others = new int[2 * pairs];
      worth = new float[2 * pairs];
      var ends = new int[][] {new int[pairs], new int[pairs]};
      for (int p = 0; p < pairs; p++) {
        ends[0][p] = place(left[p]);
        ends[1][p] = place(right[p]);
        begins[ends[0][p] + 1]++;
        begins[ends[1][p] + 1]++;
      }
      for (int n = 0; n < nodes.length; n++) begins[n + 1] += begins[n];
      var next = begins.clone();
      for (int p = 0; p < pairs; p++) {
        put(next[ends[0][p]]++, ends[1][p], p);
        put(next[ends[1][p]]++, ends[0][p], p);
      }
    }

    private int place(int number) {
      return Arrays.binarySearch(nodes, number);
    }

    private void put(int at, int other, int pair) {
      others[at] = other;
      worth[at] = weights[pair];
    }

    void join(int pair) {
      int a = cluster[place(left[pair])];
      int b = cluster[place(right[pair])];
      if (a != b && sidesFit(a, b) && namesFit(a, b) && isWorth(a, b)) unite(a, b);
    }

    /** By a person: only another decision stands against it. */
    void decide(int one, int other) {
      int a = cluster[place(one)];
      int b = cluster[place(other)];
      if (a != b && sidesFit(a, b)) unite(a, b);
    }

    private boolean sidesFit(int a, int b) {
      var ofB = sided.get(b);
      return sided.get(a).entrySet().stream()
          .allMatch(e -> ofB.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    }

    private void unite(int a, int b) {
      int into = members.get(a).length >= members.get(b).length ? a : b;
      int from = into == a ? b : a;
      var all =
          Arrays.copyOf(members.get(into), members.get(into).length + members.get(from).length);
      int end = members.get(into).length;
      for (int node : members.get(from)) {
        cluster[node] = into;
        all[end++] = node;
      }
      members.set(into, all);
      members.set(from, new int[0]);
      var both = new ArrayList<>(called.get(into));
      called.get(from).stream().filter(n -> !both.contains(n)).forEach(both::add);
      called.set(into, both);
      called.set(from, List.of());
      var decisions = new HashMap<>(sided.get(into));
      decisions.putAll(sided.get(from));
      sided.set(into, Map.copyOf(decisions));
      sided.set(from, Map.of());
    }

    private boolean namesFit(int a, int b) {
      var ofA = called.get(a);
      var ofB = called.get(b);
      return ofA.isEmpty()
          || ofB.isEmpty()
          || ofA.stream().anyMatch(x -> ofB.stream().anyMatch(x::fits));
    }

    private boolean isWorth(int a, int b) {
      int few = members.get(a).length <= members.get(b).length ? a : b;
      int many = few == a ? b : a;
      long unknown = (long) members.get(a).length * members.get(b).length;
      if (unknown == 1) return true;
      float sum = 0;
      for (int node : members.get(few)) {
        for (int at = begins[node]; at < begins[node + 1]; at++) {
          if (cluster[others[at]] != many) continue;
          sum += worth[at];
          unknown--;
        }
      }
      return sum + unknown * UNKNOWN > 0;
    }

    void each(Taker taker) {
      for (int n = 0; n < nodes.length; n++) {
        var all = members.get(cluster[n]);
        if (all.length < 2) continue;
        int first = Integer.MAX_VALUE;
        for (int node : all) first = Math.min(first, nodes[node]);
        taker.take(nodes[n], first);
      }
    }
  }
}
