package io.gongbi.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who becomes one, and who stays apart. */
final class ClustersTest {
  private final Clusters clusters = new Clusters();

  private void pairs(double... triples) {
    record Weighed(int one, int other, double weight) {}
    var all = new ArrayList<Weighed>();
    for (int i = 0; i < triples.length; i += 3) {
      all.add(new Weighed((int) triples[i], (int) triples[i + 1], triples[i + 2]));
    }
    all.sort(
        Comparator.comparing(Weighed::weight)
            .reversed()
            .thenComparing(Weighed::one)
            .thenComparing(Weighed::other));
    all.forEach(w -> clusters.pair(w.one, w.other, w.weight, true));
  }

  private List<List<Integer>> made() {
    var by = new TreeMap<Integer, TreeSet<Integer>>();
    clusters.each((one, first) -> by.computeIfAbsent(first, f -> new TreeSet<>()).add(one));
    return by.values().stream().map(List::copyOf).toList();
  }

  @Test
  void pairsOfPositiveWeight_chain() {
    pairs(1, 2, 9, 2, 3, 4, 7, 8, 2, 8, 9, -1);
    assertThat(made()).containsExactly(List.of(1, 2, 3), List.of(7, 8));
  }

  @Test
  void chain_ends_whereItsEndsSpeakAgainstEachOther() {
    // 3 looks like 2, and 1 like 2, but 1 and 3 are two people: −8 outweighs 4.
    pairs(1, 2, 9, 2, 3, 4, 1, 3, -8);
    assertThat(made()).containsExactly(List.of(1, 2));
  }

  @Test
  void oneMistake_doesNotOutvoteTheRest() {
    // −50 counts as −10, so that two witnesses of 6 are enough.
    pairs(1, 2, 9, 1, 3, 6, 2, 3, 6, 3, 4, 5.5, 1, 4, 5.5, 2, 4, -50);
    assertThat(made()).containsExactly(List.of(1, 2, 3, 4));
  }

  @Test
  void whoHasNoName_bringsNobodyAlong() {
    clusters.name(1, "王伟", "wangwei");
    clusters.name(3, "李丽", "lili");
    // 2 has no name: it goes with whom it has more in common with.
    pairs(1, 2, 3, 2, 3, 2);
    assertThat(made()).containsExactly(List.of(1, 2));
  }

  @Test
  void names_fit_byReadingOrByOneSlipInThree() {
    clusters.name(1, "王伟", "wangwei");
    clusters.name(2, "王玮", "wangwei");
    clusters.name(3, "欧阳末", "ouyangmo");
    clusters.name(4, "欧阳未", "ouyangwei");
    clusters.name(5, "李末", "limo");
    clusters.name(6, "李未", "liwei");
    pairs(1, 2, 5, 3, 4, 5, 5, 6, 5);
    assertThat(made()).containsExactly(List.of(1, 2), List.of(3, 4));
  }

  @Test
  void pairThatMayNotJoin_stillSpeaksForOthers() {
    clusters.pair(1, 2, 9, true);
    clusters.pair(1, 3, 5, false);
    assertThat(made()).containsExactly(List.of(1, 2));
  }
}
