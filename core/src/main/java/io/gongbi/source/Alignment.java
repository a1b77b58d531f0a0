package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of one file become those of its feed: {@code mapping} is what the feed means as a
 * whole, {@code names} says which columns of this file go by another name.
 *
 * <pre>
 * one.csv: 卡号 手机          feed: 卡号 → member_card, 手机 → phone, 等级 → level
 * two.csv: 手机号 卡号 等级    names of two.csv: 手机号 → 手机
 * </pre>
 *
 * The rows of one.csv have no level; nothing of either file is lost.
 */
record Alignment(Mapping mapping, Map<String, String> names) {
  Alignment {
    names = Map.copyOf(names);
  }

  /** Of a file that alone says what its feed means. */
  static Alignment of(Mapping mapping) {
    return new Alignment(mapping, Map.of());
  }

  /** By which name a column of the file goes in its feed. */
  String name(String column) {
    return names.getOrDefault(column, column);
  }

  /** A file by its name: what it was said to mean, and the columns that it has. */
  record Given(String name, Mapping mapping, List<String> columns) {}

  /**
   * Aligns files of one feed with each other and with what the feed meant before. What is said of a
   * column stands for the whole feed; a field that another column holds so far goes by that one's
   * name, unless the file has that column too: then the field has moved. Throws {@code
   * source.unlike-key} and {@code source.unlike-transform} where files of one import contradict
   * each other.
   */
  static List<Alignment> all(Optional<Mapping> held, List<Given> files) {
    var faults = new Faults();
    var lines = new ArrayList<Mapping.Line>();
    var own = new HashSet<Mapping.Line>();
    held.filter(h -> h.grain().equals(files.getFirst().mapping().grain()))
        .ifPresent(h -> lines.addAll(h.lines()));
    var names = new ArrayList<Map<String, String>>();
    Optional<List<String>> key = Optional.empty();
    for (var file : files) {
      var said = renamed(file, lines, own, faults);
      names.add(said);
      var itsKey = file.mapping().key().stream().map(c -> said.getOrDefault(c, c)).toList();
      if (key.isPresent() && !Set.copyOf(key.get()).equals(Set.copyOf(itsKey))) {
        faults.add(
            new Fault.BadQuestion(
                "source.unlike-key",
                file.name(),
                Map.of(
                    "file", file.name(),
                    "key", String.join(" + ", itsKey),
                    "other", String.join(" + ", key.get()))));
      }
      key = key.or(() -> Optional.of(itsKey));
    }
    faults.throwIfAny();
    var all = new ArrayList<Alignment>();
    for (int i = 0; i < files.size(); i++) {
      all.add(new Alignment(with(files.get(i).mapping(), lines, key.orElseThrow()), names.get(i)));
    }
    return all;
  }

  /** Adds what one file says to {@code lines}; the columns of it that go by another name. */
  private static Map<String, String> renamed(
      Given file, List<Mapping.Line> lines, Set<Mapping.Line> own, Faults faults) {
    var names = new HashMap<String, String>();
    var said = file.mapping().lines();
    for (var line : said) {
      // Another field of this column: a person has changed their mind.
      lines.removeIf(
          l ->
              l.column().equals(line.column())
                  && !own.contains(l)
                  && said.stream().noneMatch(s -> isSame(s, l)));
      var before = lines.stream().filter(l -> isSame(l, line)).findFirst();
      if (before.isEmpty()) {
        lines.add(line);
        own.add(line);
        continue;
      }
      var other = before.get();
      boolean renamed = !other.column().equals(line.column());
      boolean moved = renamed && file.columns().contains(other.column());
      if (!own.contains(other) && (moved || !renamed)) {
        // Said anew, in place of what was said before this import.
        lines.set(lines.indexOf(other), line);
        own.add(line);
        continue;
      }
      if (renamed) names.put(line.column(), other.column());
      if (!other.transform().equals(line.transform())) {
        faults.add(
            new Fault.BadQuestion(
                "source.unlike-transform",
                file.name(),
                Map.of("file", file.name(), "field", line.field().toString())));
      }
    }
    // What the file has and does not map any more, of what was mapped before this import.
    lines.removeIf(
        l ->
            !own.contains(l)
                && file.columns().contains(l.column())
                && said.stream().noneMatch(s -> isSame(s, l)));
    return names;
  }

  /** Whether two lines fill the same: of a joined field each column fills a part of its own. */
  private static boolean isSame(Mapping.Line one, Mapping.Line other) {
    return one.field().equals(other.field())
        && (!Standard.isJoined(one.field()) || one.column().equals(other.column()));
  }

  private static Mapping with(Mapping mapping, List<Mapping.Line> lines, List<String> key) {
    return new Mapping(
        mapping.source(),
        mapping.label(),
        mapping.feed(),
        mapping.grain(),
        mapping.layout(),
        key,
        lines,
        mapping.kinds(),
        mapping.zone(),
        mapping.currency());
  }

  /** Throws {@code source.column-missing} for every column that the file must have and lacks. */
  void check(Mapping own, List<String> there, String name) {
    var faults = new Faults();
    own.lines().stream()
        .map(Mapping.Line::column)
        .distinct()
        .filter(c -> !there.contains(c) && !own.mayLack(c))
        .forEach(
            c ->
                faults.bad(
                    "source.column-missing",
                    name,
                    Map.of("column", c, "found", String.join(", ", there))));
    var found = faults.found();
    if (!found.isEmpty()) throw new FaultException(found);
  }
}
