package io.gongbi.quality;

import io.gongbi.refresh.Step;
import io.gongbi.source.Mapping;
import io.gongbi.standard.Standard;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Makes clean rows of landed ones, by the mappings of their feeds, and scores what it has made.
 *
 * <p>A line of a shop's file with the phone {@code +86 138-1234-0001} and the amount {@code ¥1,299}
 * becomes an order of 1299 whose buyer has 13812340001. With the amount {@code abc} the whole row
 * goes to quarantine; with the phone {@code 138****0001} the order stays and only the phone is
 * refused, with a note.
 */
public final class Cleaning {
  private final Supplier<List<Mapping>> mappings;
  private final Supplier<SortedMap<String, Rule>> rules;
  private final Supplier<SortedMap<String, Correction>> corrections;
  private final Standard standard;
  private final Clock clock;

  /**
   * {@code mappings}, {@code rules}, {@code corrections}: all that hold, asked for anew at each
   * run.
   */
  public Cleaning(
      Supplier<List<Mapping>> mappings,
      Supplier<SortedMap<String, Rule>> rules,
      Supplier<SortedMap<String, Correction>> corrections,
      Standard standard,
      Clock clock) {
    this.mappings = mappings;
    this.rules = rules;
    this.corrections = corrections;
    this.standard = standard;
    this.clock = clock;
  }

  public List<Step> steps() {
    // What mappings and rules speak of is there before them: so asked, they know no field that is
    // not here.
    var heldRules = rules.get();
    var held = mappings.get();
    var corrected = corrections.get();
    var now = standard.now();
    var readings = new Readings(() -> held, () -> heldRules, () -> corrected, now);
    return List.of(new CleanStep(readings, now), new ScoreStep(readings, clock));
  }

  /** What cleaning goes by, for those who look before it runs. */
  Readings readings() {
    return new Readings(mappings, rules, corrections, standard);
  }
}
