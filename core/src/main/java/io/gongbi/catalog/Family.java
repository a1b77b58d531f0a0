package io.gongbi.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A closed family in JSON: every member is an object whose {@code type} is the name given here. The
 * names are promises to what is stored; classes may be renamed, names may not.
 *
 * <pre>{@code
 * Family.of(Window.class).with("lastDays", Window.LastDays.class).with("ever", Window.Ever.class)
 * }</pre>
 *
 * writes {@code new LastDays(90)} as {@code {"type":"lastDays","days":90}}.
 */
public record Family<T>(Class<T> type, Map<String, Class<? extends T>> names) implements Shape {
  public Family {
    if (!type.isSealed()) throw new IllegalArgumentException("not a closed family: " + type);
    names = Map.copyOf(names);
  }

  public static <T> Family<T> of(Class<T> type) {
    return new Family<>(type, Map.of());
  }

  public Family<T> with(String name, Class<? extends T> member) {
    if (!name.matches("[a-z][a-zA-Z0-9]*") || !member.isRecord())
      throw new IllegalArgumentException("cannot call " + member + " " + name);
    var all = new LinkedHashMap<>(names);
    if (all.put(name, member) != null || names.containsValue(member))
      throw new IllegalArgumentException("named twice: " + name + ", " + member);
    return new Family<>(type, all);
  }
}
