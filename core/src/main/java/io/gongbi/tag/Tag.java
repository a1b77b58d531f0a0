package io.gongbi.tag;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.trait.TraitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a tag is, apart from its name: 沉睡客户, in the category life cycle, means "bought before, but
 * not in the last 90 days", and is computed by that rule.
 *
 * @param category where it stands in the library, from the root down, apart by {@code /}: {@code
 *     behaviour/复购/大促} lies under 购买行为. The first is one of {@link #CATEGORIES} or a word of the
 *     company's own, the others are its own
 * @param meaning the definition in words, for people who only use the tag
 */
public record Tag(String category, Label meaning, TagRule rule) {
  /** Categories of the tags that come with the product. */
  public static final Map<String, Label> CATEGORIES =
      Map.of(
          "fact", new Label("基础信息", "Facts"),
          "behaviour", new Label("购买行为", "Behaviour"),
          "lifecycle", new Label("生命周期", "Life cycle"),
          "preference", new Label("购买偏好", "Preferences"),
          "value", new Label("客户价值", "Customer value"));

  /** Between two steps of a category. */
  private static final String BETWEEN = "/";

  public static final Kind<Tag> KIND =
      Kind.of("tag", Tag.class, TagRule.SHAPES)
          .naming(
              tag ->
                  tag.rule().reads().stream().map(TraitId::definition).collect(Collectors.toSet()));

  public Tag {
    category = String.join(BETWEEN, steps(category));
    if (category.isEmpty()) throw new IllegalArgumentException("a tag has a category");
  }

  /**
   * The steps of a path, without blanks around them and without empty ones. One of ours is the same
   * by its name in either language: 购买行为/复购 is {@code behaviour/复购}, and no second 购买行为.
   */
  static List<String> steps(String category) {
    var steps =
        Arrays.stream(category.split(BETWEEN))
            .map(String::strip)
            .filter(step -> !step.isEmpty())
            .collect(Collectors.toCollection(ArrayList::new));
    if (!steps.isEmpty()) steps.set(0, ours(steps.getFirst()));
    return List.copyOf(steps);
  }

  private static String ours(String first) {
    return CATEGORIES.entrySet().stream()
        .filter(one -> one.getValue().zh().equals(first) || one.getValue().en().equals(first))
        .map(Map.Entry::getKey)
        .findAny()
        .orElse(first);
  }

  /** What people call the categories on the way, from the root down. */
  public List<Label> categoryPath() {
    var steps = steps(category);
    return IntStream.range(0, steps.size())
        .mapToObj(
            i ->
                i == 0
                    ? CATEGORIES.getOrDefault(steps.get(i), Label.typed(steps.get(i)))
                    : Label.typed(steps.get(i)))
        .toList();
  }

  /** What people call the category. */
  public Label categoryLabel() {
    return categoryPath().stream()
        .reduce((a, b) -> new Label(a.zh() + " / " + b.zh(), a.en() + " / " + b.en()))
        .orElseThrow();
  }

  /** The same where its category, or one above it, is called otherwise; empty where it is not. */
  Optional<Tag> moved(String from, String to) {
    var above = steps(from);
    var steps = steps(category);
    if (above.isEmpty() || steps.size() < above.size()) return Optional.empty();
    if (!steps.subList(0, above.size()).equals(above)) return Optional.empty();
    var now = new ArrayList<>(steps(to));
    now.addAll(steps.subList(above.size(), steps.size()));
    return Optional.of(inCategory(String.join(BETWEEN, now)));
  }

  Tag inCategory(String other) {
    return new Tag(other, meaning, rule);
  }

  /** A tag whose only value is yes. */
  public static Tag flag(String category, Label meaning, Condition when) {
    return new Tag(category, meaning, TagRule.Rule.flag(when));
  }
}
