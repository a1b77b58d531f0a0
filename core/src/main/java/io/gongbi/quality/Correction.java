package io.gongbi.quality;

import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import java.util.Optional;

/**
 * A decision that a cell of landed rows is wrong, and what it should be. It is laid over the rows
 * at each run while they still say {@code was}; what landed is never rewritten.
 *
 * <p>"In the shop's orders, 实付 {@code 12,o0} is {@code 12.00}": one decision for all rows that say
 * so, for one alone when {@code spot} names its file and line, or for one record in whatever file
 * it comes when {@code key} names it: order A7 comes with {@code 12,o0} again next week, and is
 * mended again.
 *
 * @param heading the column as the file calls it
 * @param was what stands in the file; empty for an empty cell, which only a spot or a key may name
 * @param becomes what it is read as; empty for nothing
 * @param key of a record, as its row says it in the file; not with a spot
 */
public record Correction(
    SourceId source,
    String feed,
    String heading,
    String was,
    String becomes,
    Optional<Spot> spot,
    Optional<String> key) {
  /** One line of the files of this name. */
  public record Spot(String file, long line) {}

  public Correction {
    if (spot.isPresent() && key.isPresent())
      throw new IllegalArgumentException("one line, or one record wherever it comes");
  }

  /** Whether it is of all rows that say so. */
  boolean isOfAll() {
    return spot.isEmpty() && key.isEmpty();
  }

  public FeedId id() {
    return new FeedId(source, feed);
  }
}
