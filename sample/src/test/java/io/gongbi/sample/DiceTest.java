package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.sample.Dice.Topic;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DiceTest {

  private static double mean(ToDoubleFunction<Dice> draw) {
    Dice dice = new Dice(5, Topic.PERSON, 0, 0);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += draw.applyAsDouble(dice);
    }
    return sum / 100_000;
  }

  @Test
  void draws_haveTheirMeans() {
    assertThat(mean(Dice::next)).isBetween(0.495, 0.505);
    assertThat(mean(d -> d.exponential(7))).isBetween(6.85, 7.15);
    assertThat(mean(Dice::gaussian)).isBetween(-0.02, 0.02);
    assertThat(mean(d -> d.gamma(0.6))).isBetween(0.58, 0.62);
    assertThat(mean(d -> d.gamma(3))).isBetween(2.95, 3.05);
    assertThat(mean(d -> d.beta(1, 4))).isBetween(0.195, 0.205);
    assertThat(mean(d -> d.weighted(Dice.runningTotals(1, 0, 3)))).isBetween(1.48, 1.52);
  }

  /** Neighbours and topics must not move together. */
  @Test
  void streams_differ_byPersonTopicAndNumber() {
    Set<Double> first = new HashSet<>();
    for (int who = 0; who < 1_000; who++) {
      for (Topic topic : Topic.values()) {
        first.add(new Dice(1, topic, who, 0).next());
        first.add(new Dice(1, topic, who, 1).next());
      }
    }
    assertThat(first).hasSize(1_000 * Topic.values().length * 2);
  }
}
