package io.gongbi.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a side is told when its process starts: {@code data=/sets scratch=/tmp/x}. */
record Arguments(Map<String, String> values) {
  static Arguments of(String... given) {
    var values = new LinkedHashMap<String, String>();
    for (var text : given) {
      int at = text.indexOf('=');
      if (at > 0) values.put(text.substring(0, at), text.substring(at + 1));
    }
    return new Arguments(values);
  }

  Arguments with(String name, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new Arguments(more);
  }

  String text(String name) {
    return Objects.requireNonNull(values.get(name), () -> "no " + name + " in " + values);
  }

  Path path(String name) {
    return Path.of(text(name));
  }

  List<String> written() {
    return values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }
}
