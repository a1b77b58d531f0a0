package io.gongbi.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of objects: every path to a value, in the order in which they first come. Either
 * found as the objects are read, or known before.
 */
final class JsonPaths {
  /** The place of a path that is none of those known before. */
  static final int UNKNOWN = -1;

  private final boolean known;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  private JsonPaths(boolean known) {
    this.known = known;
  }

  /** To be found. */
  static JsonPaths found() {
    return new JsonPaths(false);
  }

  static JsonPaths known(List<String> names) {
    var paths = new JsonPaths(true);
    names.forEach(paths::add);
    return paths;
  }

  private int add(String name) {
    places.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  int place(String name) {
    var place = places.get(name);
    if (place != null) return place;
    return known ? UNKNOWN : add(name);
  }

  int size() {
    return names.size();
  }

  /** Forgets those found since there were {@code size}: they belong to an object that is no row. */
  void forget(int size) {
    while (names.size() > size) places.remove(names.removeLast());
  }

  List<String> names() {
    return Collections.unmodifiableList(names);
  }
}
