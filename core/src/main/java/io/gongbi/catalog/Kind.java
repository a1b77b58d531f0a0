package io.gongbi.catalog;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A sort of thing that people define, as its concept tells the catalog: what it is called, how it
 * is written, which other definitions it names, and how what was stored by older versions is read.
 *
 * <p>Example: {@code tag} defines {@code Kind.of("tag", TagRule.class, TagRule.SHAPES)}; the tag
 * VIP is then {@code tag/vip}. When a later version renames {@code days} to {@code withinDays}, it
 * adds {@code new Upcast.Renamed("recency", "days", "withinDays")}, and what was stored before is
 * still read.
 */
public record Kind<T>(
    String name,
    Class<T> type,
    List<Shape> shapes,
    Function<T, Set<DefinitionId>> references,
    List<Upcast> upcasts) {
  public Kind {
    shapes = List.copyOf(shapes);
    upcasts = List.copyOf(upcasts);
  }

  /** A kind whose definitions name no others. */
  public static <T> Kind<T> of(String name, Class<T> type, List<? extends Shape> shapes) {
    return new Kind<>(name, type, List.copyOf(shapes), _ -> Set.of(), List.of());
  }

  public Kind<T> naming(Function<T, Set<DefinitionId>> references) {
    return new Kind<>(name, type, shapes, references, upcasts);
  }

  /** In the order in which the changes were made; never shorten or reorder this list. */
  public Kind<T> changed(Upcast... upcasts) {
    return new Kind<>(name, type, shapes, references, List.of(upcasts));
  }

  public DefinitionId id(String key) {
    return new DefinitionId(name, key);
  }
}
