package io.gongbi.quality;

import io.gongbi.source.FeedId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How good the data is, by feed and field, the worst first. Everything is a share between 0 and 1,
 * shown as points out of 100, and every mean is plain: nothing weighs more than anything else, and
 * what could not be measured takes no part.
 *
 * <ul>
 *   <li>A field scores the mean of its dimensions.
 *   <li>A feed's dimension is the mean of it over the fields; the feed scores the mean of its
 *       dimensions, timeliness among them.
 *   <li>The whole scores the mean of the feeds.
 * </ul>
 *
 * <p>Example: of 200 clean members 150 have a phone (completeness 0.75); files gave 160, of which
 * 10 could not be read (validity 0.9375); of the 150 no two are the same (1). The phone scores
 * 0.896.
 *
 * <p>The score says what files can be relied on for. Beside it stand two others of the same kind:
 * of the rows as they came, and of what cleaning has left. Of the same phones 160 of 220 rows said
 * something (0.727), 150 of 160 could be read (0.9375) and no two were the same: 0.888 before; and
 * 0.75, 1 and 1 after, which is 0.917.
 *
 * @param before what the whole scored as it came
 * @param after what cleaning has made of it
 * @param trend what the whole scored, the oldest first; the last is {@code score} itself
 */
public record Scorecard(
    Optional<Double> score,
    Optional<Double> before,
    Optional<Double> after,
    List<Point> trend,
    List<OfFeed> feeds) {
  /** Up to so many days before the as-of day the newest row counts as recent. */
  private static final long RECENT_DAYS = 7;

  /** So many days later still it counts for nothing. */
  private static final double DAYS_TO_NOTHING = 100;

  public Scorecard {
    trend = List.copyOf(trend);
    feeds = List.copyOf(feeds);
  }

  /** What something scored when it was measured. */
  public record Point(Instant measuredAt, double score) {}

  /**
   * What was counted of one field.
   *
   * @param rows that stand: clean or in quarantine, without lines that are no rows
   * @param clean of them
   * @param given cells of {@code rows} that say something
   * @param kept values in clean rows, those that cleaning took from elsewhere included
   * @param refused values that were given and could not be read
   * @param told values that no two rows should share; empty where they may
   * @param repeated those of {@code told} that only repeat another
   * @param ruled rows that rules of the company look at for this field; empty where none does
   * @param broken those of {@code ruled} that break one
   * @param brokenClean those of {@code broken} that are clean all the same, as a reminder leaves
   *     them; empty where that was not counted yet
   */
  public record Counts(
      long rows,
      long clean,
      long given,
      long kept,
      long refused,
      Optional<Long> told,
      long repeated,
      Optional<Long> ruled,
      long broken,
      Optional<Long> brokenClean) {
    public Map<Dimension, Double> dimensions() {
      var measured = new EnumMap<Dimension, Double>(Dimension.class);
      put(measured, Dimension.COMPLETENESS, kept, clean);
      put(measured, Dimension.VALIDITY, given - refused, given);
      told.ifPresent(n -> put(measured, Dimension.UNIQUENESS, n - repeated, n));
      ruled.ifPresent(n -> put(measured, Dimension.CONSISTENCY, n - broken, n));
      return measured;
    }

    /** The same of the rows as they came. */
    public Map<Dimension, Double> before() {
      var measured = dimensions();
      measured.remove(Dimension.COMPLETENESS);
      put(measured, Dimension.COMPLETENESS, given, rows);
      return measured;
    }

    /**
     * The same of what cleaning has left: what could not be read is gone, and so are rows that only
     * repeat a key. Numbers of people that two records share stay.
     */
    public Map<Dimension, Double> after() {
      var measured = new EnumMap<Dimension, Double>(Dimension.class);
      put(measured, Dimension.COMPLETENESS, kept, clean);
      put(measured, Dimension.VALIDITY, kept, kept);
      told.ifPresent(n -> put(measured, Dimension.UNIQUENESS, Math.min(n - repeated, kept), kept));
      if (ruled.isPresent())
        brokenClean.ifPresent(n -> put(measured, Dimension.CONSISTENCY, clean - n, clean));
      return measured;
    }

    /** How many rows or values a share is of; 0 for what was not measured. */
    long of(Dimension dimension) {
      return switch (dimension) {
        case COMPLETENESS -> clean;
        case VALIDITY -> given;
        case UNIQUENESS -> told.orElse(0L);
        case CONSISTENCY -> ruled.orElse(0L);
        case TIMELINESS -> 0;
      };
    }

    private static void put(
        Map<Dimension, Double> measured, Dimension dimension, long good, long of) {
      if (of > 0) measured.put(dimension, Math.max(0, (double) good / of));
    }

    /** Of the rows as they landed, those in which something stands. */
    public Optional<Double> givenShare() {
      return rows == 0 ? Optional.empty() : Optional.of((double) given / rows);
    }

    Optional<Double> score() {
      return mean(dimensions().values());
    }
  }

  /** Why values of a field were refused: {@code severity} as in {@link Quality.Reason}. */
  public record Found(String reason, String severity, long rows) {}

  /**
   * @param field {@code customer.phone}
   * @param before its dimensions as it came, and {@code after} what cleaning made of them
   * @param trend the oldest first; the last is {@code score} itself
   * @param reasons most frequent first
   */
  public record OfField(
      String field,
      Optional<Double> score,
      Map<Dimension, Double> dimensions,
      Cleaned before,
      Cleaned after,
      Counts counts,
      List<Point> trend,
      List<Found> reasons) {
    public OfField {
      dimensions = Map.copyOf(dimensions);
      trend = List.copyOf(trend);
      reasons = List.copyOf(reasons);
    }
  }

  /** What a feed or field is worth on one side of cleaning: the mean of its dimensions. */
  public record Cleaned(Optional<Double> score, Map<Dimension, Double> dimensions) {
    public Cleaned {
      dimensions = Map.copyOf(dimensions);
    }

    static Cleaned of(Map<Dimension, Double> dimensions) {
      return new Cleaned(mean(dimensions.values()), dimensions);
    }
  }

  /**
   * @param newestAt the moment of its newest row; empty when its rows have none
   * @param daysOld how many days before the as-of day that is; 0 for later ones
   * @param landedAt when its newest file came
   * @param trend the oldest first; the last is {@code score} itself
   */
  public record OfFeed(
      FeedId feed,
      String grain,
      Optional<Double> score,
      Map<Dimension, Double> dimensions,
      Cleaned before,
      Cleaned after,
      Optional<Instant> newestAt,
      Optional<Long> daysOld,
      Optional<Instant> landedAt,
      List<Point> trend,
      List<OfField> fields) {
    public OfFeed {
      dimensions = Map.copyOf(dimensions);
      trend = List.copyOf(trend);
      fields = List.copyOf(fields);
    }
  }

  /** How many days before the as-of day the newest row is; never less than none. */
  static long daysOld(LocalDate newest, LocalDate asOf) {
    return Math.max(0, ChronoUnit.DAYS.between(newest, asOf));
  }

  /** Eight days old: 0.99. */
  static double timeliness(long daysOld) {
    return Math.clamp(1 - (daysOld - RECENT_DAYS) / DAYS_TO_NOTHING, 0, 1);
  }

  /** The dimensions of a feed. */
  static Map<Dimension, Double> ofFeed(Collection<Counts> fields, Optional<Long> daysOld) {
    return ofFeed(fields, daysOld, Counts::dimensions);
  }

  /** The same, of its fields on one side of cleaning. */
  static Map<Dimension, Double> ofFeed(
      Collection<Counts> fields,
      Optional<Long> daysOld,
      Function<Counts, Map<Dimension, Double>> of) {
    var measured = new EnumMap<Dimension, Double>(Dimension.class);
    var each = fields.stream().map(of).toList();
    for (var dimension : Dimension.values()) {
      mean(each.stream().map(d -> d.get(dimension)).filter(Objects::nonNull).toList())
          .ifPresent(m -> measured.put(dimension, m));
    }
    daysOld.ifPresent(days -> measured.put(Dimension.TIMELINESS, timeliness(days)));
    return measured;
  }

  /** Nothing of nothing. */
  static Optional<Double> mean(Collection<Double> of) {
    OptionalDouble mean = of.stream().mapToDouble(Double::doubleValue).average();
    return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
  }

  /** The worst first; what could not be scored at the end. */
  static <T> List<T> worstFirst(
      List<T> all, Function<T, Optional<Double>> score, Function<T, String> name) {
    return all.stream()
        .sorted(Comparator.comparing((T t) -> score.apply(t).orElse(2.0)).thenComparing(name))
        .toList();
  }
}
