package io.gongbi.tag;

import io.gongbi.catalog.Family;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Shape;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.condition.NormalForm;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a tag gets its value. A customer for whom the rule gives none does not have the tag. */
public sealed interface TagRule {
  /** How it is stored and sent: {@code {"type":"rule","cases":[{"value":true,"when":…}]}}. */
  List<Shape> SHAPES =
      Stream.concat(
              Conditions.SHAPES.stream(),
              Stream.of(
                  Family.of(TagRule.class)
                      .with("rule", Rule.class)
                      .with("statistic", Statistic.class)
                      .with("banded", Banded.class)
                      .with("preference", Preference.class)
                      .with("lifecycle", Lifecycle.class)
                      .with("rfm", Rfm.class)))
          .toList();

  /** The value of the first case whose condition is met. */
  record Rule(List<Case> cases) implements TagRule {
    public Rule {
      cases = List.copyOf(cases);
    }

    /** Yes for those who meet the condition. */
    public static Rule flag(Condition when) {
      return new Rule(List.of(new Case(Value.of(true), Optional.empty(), when)));
    }
  }

  /** {@code label}: what people call the value, where it is not a plain yes. */
  record Case(Value value, Optional<Label> label, Condition when) {}

  /** The measure itself: "spent in 365 days" is 1,280.50. */
  record Statistic(Measure measure) implements TagRule {}

  /**
   * The measure in bands: with cuts 500 and 2,000 and the names 低, 中, 高, somebody who spent 500 is
   * 中, since a cut belongs to the band above it; 2,000 以上 includes 2,000.
   */
  record Banded(Measure measure, List<BigDecimal> cuts, List<String> names) implements TagRule {
    public Banded {
      cuts = List.copyOf(cuts);
      names = List.copyOf(names);
    }
  }

  /**
   * What a customer prefers: the value that most of the rows have, where it is enough of a habit.
   * Of category, at least 2 rows and 40 %: of two coats and three pairs of shoes it is 鞋, with
   * three rows and 60 %; somebody with one coat has no preference yet. Rows without a value do not
   * count. Where up to three are asked for at 40 %, it is 鞋、女装: coats have two rows and 40 %.
   *
   * @param measure picks {@link Aggregate#TOP_VALUE}, which says what decides between equals
   * @param leastRows as many rows must have the value
   * @param leastPercent as many of a hundred rows that have any must have it
   * @param most as many values at most, 1 to 5, the foremost first; where nothing is said, one
   */
  record Preference(Measure measure, int leastRows, int leastPercent, Optional<Integer> most)
      implements TagRule {
    public Preference(Measure measure, int leastRows, int leastPercent) {
      this(measure, leastRows, leastPercent, Optional.empty());
    }

    /** Whether a customer may hold several values. */
    boolean isSeveral() {
      return most.orElse(1) > 1;
    }
  }

  /**
   * Where a customer stands, by how long others of the same category wait before they buy again;
   * see {@link LifecycleStage}. With gaps whose median is 30 days and whose 80th percentile is 60,
   * somebody who first bought 20 days ago is 新客, who bought on two days and last 61 days ago is
   * 流失风险, and 流失 after 120. Of what applies the later stage holds, from 流失 back to 注册未购; a first
   * purchase that is neither new nor given up is 历史不足, as is everybody while there are too few
   * gaps.
   *
   * @param newPercentile 新客 until this percentile of the gaps has passed: 50 is the median
   * @param riskPercentile 流失风险 after this one: 80
   * @param lostTimes 流失 after so many times that: 2
   * @param loyalPercent 忠诚 are so many of a hundred buyers with the most purchase days: 25
   * @param leastGaps as many gaps make a category's own lines; fewer, and those of all count
   */
  record Lifecycle(
      int newPercentile, int riskPercentile, BigDecimal lostTimes, int loyalPercent, int leastGaps)
      implements TagRule {
    public static final Lifecycle RETAIL = new Lifecycle(50, 80, new BigDecimal(2), 25, 30);
  }

  /**
   * Recency, frequency, monetary value, and the eight groups they make (Hughes, Strategic Database
   * Marketing, 1994; the eight groups as Chinese retail uses them). In the window: R days since the
   * last purchase day, F purchase days, M amount less returns. Who bought nothing in the window has
   * no group. High is 1: R when few days, F and M when much; M decides 重要 or 一般.
   *
   * @param cuts where {@code split} is CUSTOM
   * @param names what this company calls groups, by their code: 111 is 铁粉; groups that are not
   *     named here keep the name that retail uses
   */
  record Rfm(int windowDays, Split split, Optional<Cuts> cuts, Map<String, Label> names)
      implements TagRule {
    public Rfm {
      names = Map.copyOf(names);
    }

    public Rfm(int windowDays, Split split, Optional<Cuts> cuts) {
      this(windowDays, split, cuts, Map.of());
    }

    /** What a group is called here. */
    Label called(RfmGroup group) {
      return names.getOrDefault(group.code(), group.label());
    }

    /** What high means. A value on the line is high. */
    public enum Split {
      /** Not worse than the mean of the raw values. */
      MEAN,
      /**
       * Scored 1 to 5 by fifths, equal values sharing the score of the lowest of them; high is not
       * below the mean of the scores.
       */
      QUANTILE,
      /** Not worse than the cuts given. */
      CUSTOM
    }

    /** At most {@code r} days, at least {@code f} purchase days, at least {@code m} spent. */
    public record Cuts(int r, int f, BigDecimal m) {}

    public static Rfm byMean(int windowDays) {
      return new Rfm(windowDays, Split.MEAN, Optional.empty());
    }
  }

  /** The conditions that it asks, of which the traits it reads follow. */
  default List<Condition> conditions() {
    return switch (this) {
      case Rule rule -> rule.cases().stream().map(Case::when).toList();
      case Statistic _, Banded _, Preference _, Lifecycle _, Rfm _ -> List.of();
    };
  }

  /** The traits it is computed from. */
  default Set<TraitId> reads() {
    var reads = new HashSet<TraitId>();
    conditions().forEach(c -> reads.addAll(NormalForm.of(c).traits()));
    return reads;
  }

  /** Whether its answer changes when only the day turns. */
  default boolean looksAtToday() {
    return switch (this) {
      case Rule rule -> rule.conditions().stream().anyMatch(c -> NormalForm.of(c).looksAtToday());
      case Statistic statistic -> statistic.measure().looksAtToday();
      case Banded banded -> banded.measure().looksAtToday();
      case Preference preference -> preference.measure().looksAtToday();
      case Lifecycle _, Rfm _ -> true;
    };
  }

  /** Whether one customer's value depends on the others', so that all must be done at once. */
  default boolean needsEverybody() {
    return this instanceof Lifecycle
        || (this instanceof Rfm rfm && rfm.split() != Rfm.Split.CUSTOM);
  }
}
