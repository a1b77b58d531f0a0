package io.gongbi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The product beside its reference. They take turns, so that what else the machine does falls on
 * both; the first turns of each warm up and do not count. Every turn must come to the same answer:
 * else {@code differences} says where they part, and there is no ratio.
 */
record Comparison(Series product, Series reference, List<String> differences) {
  Comparison {
    differences = List.copyOf(differences);
  }

  /** How many times as long as the reference the product takes, by medians. */
  Optional<Double> ratio() {
    return differences.isEmpty()
        ? Optional.of(product.medianTotal() / reference.medianTotal())
        : Optional.empty();
  }

  /** The same of processor time, which other work on the machine hardly changes. */
  Optional<Double> cpuRatio() {
    return differences.isEmpty()
        ? Optional.of(product.medianCpu() / reference.medianCpu())
        : Optional.empty();
  }

  static Comparison of(Series product, Series reference) {
    var first = product.turns().getFirst().checksum();
    var differences = new TreeSet<String>();
    product.turns().forEach(t -> differences.addAll(first.differences(t.checksum())));
    reference.turns().forEach(t -> differences.addAll(first.differences(t.checksum())));
    return new Comparison(product, reference, List.copyOf(differences));
  }

  static Comparison run(String product, String reference, Arguments arguments, Rounds rounds)
      throws IOException {
    try (var one = new Side(product, arguments);
        var other = new Side(reference, arguments)) {
      var ours = new ArrayList<Turn>();
      var theirs = new ArrayList<Turn>();
      for (int i = 0; i < rounds.all(); i++) {
        var a = one.turn();
        var b = other.turn();
        if (rounds.counts(i)) {
          ours.add(a);
          theirs.add(b);
        }
      }
      return of(new Series("product", ours), new Series("by hand", theirs));
    }
  }
}
