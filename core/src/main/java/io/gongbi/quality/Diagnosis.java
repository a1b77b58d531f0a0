package io.gongbi.quality;

import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a person should know of the data of one source, or of all: what came, what was wrong with
 * it, what was done about it, and what to do next. "Of the shop 12 files with 50,636 orders; 312
 * could not be used, most of them for their amount (12,o0); 41 values were read otherwise by hand;
 * 81 points as it came, 94 after cleaning."
 *
 * @param source empty for all
 * @param score what files can be relied on for; {@code before} as they came, {@code after} what
 *     cleaning has made of them
 * @param next what is most worth doing, the most first
 */
public record Diagnosis(
    Optional<SourceId> source,
    LocalDate asOf,
    Optional<Double> score,
    Optional<Double> before,
    Optional<Double> after,
    List<OfFeed> feeds,
    List<Advice> next) {
  public Diagnosis {
    feeds = List.copyOf(feeds);
    next = List.copyOf(next);
  }

  /** Files that came of a feed. */
  public record Came(long files, Optional<Instant> first, Optional<Instant> last) {}

  /**
   * What was done with the rows of a feed beside sorting them.
   *
   * @param dropped values that could not be read, in rows that stayed
   * @param corrections decisions of people about single cells or values, {@code repairs} about many
   * @param dismissed rows in quarantine that people have set aside
   * @param rules of the company's own that look at these rows
   */
  public record Done(long dropped, long corrections, long repairs, long dismissed, long rules) {}

  public record OfFeed(
      Scorecard.OfFeed score, Came came, Quality.Counts counts, Done done, List<Trouble> troubles) {
    public OfFeed {
      troubles = List.copyOf(troubles);
    }

    public FeedId feed() {
      return score.feed();
    }
  }

  /**
   * What was wrong, and how often; {@code field} is empty for what is about the row. The examples
   * are those that occur most often, masked for whom may not see them.
   */
  public record Trouble(
      Optional<String> field, String reason, String severity, long found, List<Example> examples) {
    public Trouble {
      examples = List.copyOf(examples);
    }

    boolean isOut() {
      return severity.equals("quarantine");
    }
  }

  /** A value that stands in {@code rows} rows, for instance in this line; empty for none. */
  public record Example(Optional<String> value, long rows, String file, long line) {}

  /** What to do next, about {@code rows} rows, days or points. */
  public record Advice(
      What what, FeedId feed, Optional<String> field, Optional<String> reason, long rows) {
    public enum What {
      /** Values of a field keep rows out, and could be repaired here. */
      REPAIR,
      /** Lines were no rows, or whole rows could not be told apart: the source must export anew. */
      EXPORT_ANEW,
      /**
       * Values of a field could not be read and were dropped: it is to be mended where it comes
       * from.
       */
      MEND_AT_SOURCE,
      /** Values were masked or lent by a platform, which nobody at the source can mend. */
      MASKED,
      /** Most rows have nothing in a field. */
      FILL,
      /** The newest row is old: {@code rows} days. */
      IMPORT
    }
  }
}
