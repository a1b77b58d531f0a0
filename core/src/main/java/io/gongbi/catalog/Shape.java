package io.gongbi.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How a type is written as JSON where its plain form, an object with the record's components, will
 * not do. A concept lists the shapes of its types once; what is stored and what travels over HTTP
 * then look the same.
 */
public sealed interface Shape permits Family, Written {
  Class<?> type();

  /** The shapes of what a concept is made of, and its own. */
  @SafeVarargs
  static List<Shape> all(Collection<? extends Shape>... parts) {
    var all = new ArrayList<Shape>();
    for (var part : parts) all.addAll(part);
    return List.copyOf(all);
  }
}
