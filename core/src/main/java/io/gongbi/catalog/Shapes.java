package io.gongbi.catalog;

import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JavaType;

/** The shapes of several concepts together, checked to be complete. */
final class Shapes {
  private static final List<Shape> OWN =
      List.of(Written.of(DefinitionId.class, DefinitionId::of), Written.lower(ColumnType.class));

  private final Map<Class<?>, Family<?>> families = new HashMap<>();
  private final Map<Class<?>, Written<?>> written = new HashMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();

  Shapes(Collection<? extends Shape> shapes) {
    for (var shape : OWN) add(shape);
    for (var shape : shapes) add(shape);
    for (var family : families.values()) checkComplete(family);
  }

  private void add(Shape shape) {
    switch (shape) {
      case Written<?> w -> written.put(w.type(), w);
      case Family<?> f -> {
        var before = families.put(f.type(), f);
        if (before != null && !before.equals(f))
          throw new IllegalArgumentException("two shapes of " + f.type());
        f.names().forEach(this::name);
      }
    }
  }

  private void name(String name, Class<?> member) {
    var before = names.put(member, name);
    if (before != null && !before.equals(name))
      throw new IllegalArgumentException(member + " is " + before + " and " + name);
  }

  /** A member added to a family later must be given its name before anything is stored. */
  private static void checkComplete(Family<?> family) {
    var unnamed = new ArrayList<>(members(family.type()));
    unnamed.removeAll(family.names().values());
    if (!unnamed.isEmpty())
      throw new IllegalArgumentException(family.type() + " does not name " + unnamed);
  }

  private static List<Class<?>> members(Class<?> type) {
    var found = new ArrayList<Class<?>>();
    for (Class<?> member : type.getPermittedSubclasses()) {
      if (member.isSealed()) found.addAll(members(member));
      else found.add(member);
    }
    return found;
  }

  /** Everything that can occur inside this type has a form, now rather than when somebody saves. */
  void checkReaches(Class<?> type) {
    check(RecordReader.type(type), new HashSet<>());
  }

  private void check(JavaType type, Set<JavaType> seen) {
    if (!seen.add(type)) return;
    Class<?> raw = type.getRawClass();
    if (raw == Value.class || written.containsKey(raw)) return;
    var family = family(raw);
    if (family.isPresent()) {
      family.get().names().values().forEach(m -> check(RecordReader.type(m), seen));
    } else if (raw.isRecord()) {
      for (var component : raw.getRecordComponents())
        check(RecordReader.componentType(component, type), seen);
    } else if (needsShape(raw)) {
      throw new IllegalArgumentException("no shape tells how " + raw + " is written");
    } else {
      for (int i = 0; i < type.containedTypeCount(); i++)
        check(type.containedTypeOrUnknown(i), seen);
    }
  }

  /** ZoneId is sealed too, but Jackson knows how it is written. */
  static boolean needsShape(Class<?> type) {
    return type == Object.class || (type.isSealed() && !type.getName().startsWith("java."));
  }

  Optional<Family<?>> family(Class<?> type) {
    return Optional.ofNullable(families.get(type));
  }

  Optional<Written<?>> written(Class<?> type) {
    return Optional.ofNullable(written.get(type));
  }

  /** What a member of a family is called. */
  Optional<String> name(Class<?> type) {
    return Optional.ofNullable(names.get(type));
  }

  /** A typed id: a record around one value, which JSON leaves out. */
  static boolean isBare(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getName().equals("value");
  }
}
