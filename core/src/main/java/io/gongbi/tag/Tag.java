package io.gongbi.tag;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.trait.TraitId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a tag is, apart from its name: 沉睡客户, in the category life cycle, means "bought before, but
 * not in the last 90 days", and is computed by that rule.
 *
 * @param category one of {@link #CATEGORIES}, or a word of the company's own
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

  public static final Kind<Tag> KIND =
      Kind.of("tag", Tag.class, TagRule.SHAPES)
          .naming(
              tag ->
                  tag.rule().reads().stream().map(TraitId::definition).collect(Collectors.toSet()));

  public Tag {
    if (category.isBlank()) throw new IllegalArgumentException("a tag has a category");
  }

  /** What people call the category. */
  public Label categoryLabel() {
    return CATEGORIES.getOrDefault(category, Label.typed(category));
  }

  /** A tag whose only value is yes. */
  public static Tag flag(String category, Label meaning, Condition when) {
    return new Tag(category, meaning, TagRule.Rule.flag(when));
  }
}
