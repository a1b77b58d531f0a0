package io.gongbi.source;

import io.gongbi.catalog.Label;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the files of one feed mean: which entity a row is ({@code grain}), which columns name the
 * record ({@code key}), and which field of the standard each column is. Kept as a definition, and
 * as the file that {@code ./gongbi import} takes.
 *
 * <p>With a key, a newer row of the same key supersedes the older one, and exact repeats within one
 * file are merged. Without one, the file is the unit: a newer file of the same name replaces its
 * rows, and identical lines stay distinct. A till's export of 3 equal lines is 3 sales.
 *
 * <p>{@code kinds} sorts order lines: the first rule that holds says what a line is ({@code
 * postage} when {@code order_line.product_code = POST}).
 */
public record Mapping(
    SourceId source,
    Label label,
    String feed,
    EntityName grain,
    Layout layout,
    List<String> key,
    List<Line> lines,
    List<KindRule> kinds,
    Optional<ZoneId> zone,
    Optional<String> currency) {

  /** One column of the file is one field of the standard. */
  public record Line(String column, FieldKey field, List<Transform> transform) {
    public Line {
      transform = List.copyOf(transform);
    }

    public static Line of(String column, String field, Transform... transform) {
      return new Line(column, FieldKey.of(field), List.of(transform));
    }
  }

  /** Lines for which {@code when} holds are of this kind. */
  public record KindRule(String kind, Where when) {}

  public Mapping {
    key = List.copyOf(key);
    lines = List.copyOf(lines);
    kinds = List.copyOf(kinds);
  }

  /** The same under a name for the source. */
  public Mapping called(Label name) {
    return new Mapping(source, name, feed, grain, layout, key, lines, kinds, zone, currency);
  }

  public FeedId id() {
    return new FeedId(source, feed);
  }

  public boolean keyed() {
    return !key.isEmpty();
  }

  /**
   * Whether a file of this feed may come without a column: objects leave out what they have no
   * value for, so a file of JSON without a single {@code keyword} lacks nothing. A key may not be
   * lacking.
   */
  boolean mayLack(String column) {
    return layout.format() == Layout.Format.JSON && !key.contains(column);
  }

  /** The column that is a field, if one is. */
  public Optional<Line> line(FieldKey field) {
    return lines.stream().filter(l -> l.field().equals(field)).findFirst();
  }
}
