package io.gongbi.identity;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Which nodes hang together. Union-find over plain arrays: union by size, finding with path halving
 * (Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", 1984). The answer does
 * not depend on the order in which edges come.
 */
final class Components {
  private final int[] parent;
  private final int[] size;

  Components(int nodes) {
    parent = new int[nodes];
    size = new int[nodes];
    Arrays.setAll(parent, IntUnaryOperator.identity());
    Arrays.fill(size, 1);
  }

  private int find(int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int one, int other) {
    int a = find(one);
    int b = find(other);
    if (a == b) return;
    int large = size[a] >= size[b] ? a : b;
    int small = large == a ? b : a;
    parent[small] = large;
    size[large] += size[small];
  }

  /** Takes a node, and the least node of its component. */
  interface Taker {
    void take(int node, int first);
  }

  /** Every node of a component of two or more, in the order of nodes. */
  void each(Taker taker) {
    int[] first = new int[parent.length];
    Arrays.fill(first, -1);
    for (int node = 0; node < parent.length; node++) {
      int root = find(node);
      if (first[root] < 0) first[root] = node;
      if (size[root] > 1) taker.take(node, first[root]);
    }
  }
}
