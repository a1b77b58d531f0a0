package io.gongbi.quality;

import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import java.util.Optional;

/**
 * A decision that a cell of landed rows is wrong, and what it should be. It is laid over the rows
 * at each run while they still say {@code was}; what landed is never rewritten.
 *
 * <p>"In the shop's orders, 实付 {@code 12,o0} is {@code 12.00}": one decision for all rows that say
 * so, or for one alone when {@code spot} names its file and line.
 *
 * @param heading the column as the file calls it
 * @param was what stands in the file; empty for an empty cell, which only a spot may name
 * @param becomes what it is read as; empty for nothing
 */
public record Correction(
    SourceId source, String feed, String heading, String was, String becomes, Optional<Spot> spot) {
  /** One line of the files of this name. */
  public record Spot(String file, long line) {}

  public FeedId id() {
    return new FeedId(source, feed);
  }
}
