package io.gongbi.quality;

import io.gongbi.catalog.Kind;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One decision about many cells: in a column of a feed the values that were refused for a reason
 * are read as others from now on, as by a {@link Correction} of each, and all of it is taken back
 * at once. "In the shop's orders 实付 with 元 behind it, 214 values in 1,310 rows, without".
 *
 * @param heading the column as the file calls it
 * @param reason for which the values had been refused
 */
public record Repair(
    SourceId source, String feed, String heading, String reason, List<Change> changes) {
  public Repair {
    changes = List.copyOf(changes);
  }

  /** What stood in the file, and what it is read as. */
  public record Change(String was, String becomes) {}

  static final Kind<Repair> KIND = Kind.of("repair", Repair.class, List.of());

  public FeedId id() {
    return new FeedId(source, feed);
  }

  /** As corrections of all that say so; {@code key} is the repair's own. */
  void into(SortedMap<String, Correction> corrections, String key) {
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      corrections.put(
          key + "x" + i,
          new Correction(
              source,
              feed,
              heading,
              change.was(),
              change.becomes(),
              Optional.empty(),
              Optional.empty()));
    }
  }
}
