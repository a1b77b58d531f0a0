package io.gongbi.tag;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The categories that tags stand in, as they are written. Whoever writes {@code ＶＩＰ／ 老 客} where
 * there is {@code vip/老 客} means that one: two shelves that differ in letters' height, in width or
 * in blanks alone would never be told apart.
 */
final class Shelves {
  private final List<List<String>> known;

  Shelves(Collection<String> categories) {
    known = categories.stream().distinct().map(Tag::steps).toList();
  }

  /** The same category as it is written here already, as far as there is any of it. */
  String asWritten(String category) {
    var written = new ArrayList<String>();
    for (var step : Tag.steps(category.replace('／', '/'))) {
      var neat = step.replaceAll("[\\s\\u3000]+", " ").strip();
      if (!neat.isEmpty()) written.add(among(written, neat));
    }
    return String.join("/", written);
  }

  private String among(List<String> above, String step) {
    int level = above.size();
    var here =
        known.stream()
            .filter(steps -> steps.size() > level && steps.subList(0, level).equals(above))
            .map(steps -> steps.get(level))
            .toList();
    if (here.contains(step)) return step;
    return here.stream().filter(one -> folded(one).equals(folded(step))).findFirst().orElse(step);
  }

  private static String folded(String step) {
    return Normalizer.normalize(step, Normalizer.Form.NFKC)
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
