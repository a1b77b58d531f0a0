package io.gongbi.quality;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.UserId;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.FieldKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rows that lack a value, given to somebody who is to fill it in (补录): "the 37 members of the
 * shop's file without a phone that Zhang typed, to Zhang, by 20 March". It is done once none of the
 * rows lacks it any more, whoever filled it in.
 *
 * @param heading the column that is to be filled, as the file calls it
 * @param typist who typed the rows, as they say it themselves
 * @param rows as they landed
 */
public record Completion(
    SourceId source,
    String feed,
    FieldKey field,
    String heading,
    UserId who,
    Optional<String> typist,
    LocalDate due,
    String note,
    List<Spot> rows) {
  public Completion {
    rows = List.copyOf(rows);
  }

  /** A landed row. */
  public record Spot(long batch, long line) {}

  static final Kind<Completion> KIND = Kind.of("completion", Completion.class, List.of());

  public FeedId id() {
    return new FeedId(source, feed);
  }
}
