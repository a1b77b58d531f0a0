package io.gongbi.quality;

import io.gongbi.catalog.Family;
import io.gongbi.catalog.Shape;
import java.util.List;
import java.util.Map;

/** What a repair makes of the values that were refused. */
public sealed interface Mend {
  /** All of them the same: 未知 and ？？ are 其他. Nothing typed empties the cells. */
  record All(String becomes) implements Mend {}

  /** Wherever a text stands in them: 2026／03／01 by ／ → - is 2026-03-01. */
  record Replace(String find, String with) implements Mend {}

  /** Some of them, each by itself; those that are not named stay. */
  record Each(Map<String, String> becomes) implements Mend {
    public Each {
      becomes = Map.copyOf(becomes);
    }
  }

  List<Shape> SHAPES =
      List.of(
          Family.of(Mend.class)
              .with("all", All.class)
              .with("replace", Replace.class)
              .with("each", Each.class));

  /** What a value becomes; itself where nothing is done to it. */
  default String of(String value) {
    return switch (this) {
      case All all -> all.becomes().strip();
      case Replace replace -> value.replace(replace.find(), replace.with());
      case Each each -> each.becomes().getOrDefault(value, value).strip();
    };
  }
}
