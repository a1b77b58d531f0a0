package io.gongbi.source;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known already about a source, put before what is guessed: the orders of July are mapped
 * as a person corrected those of June. Columns that June did not have are still offered.
 */
public final class KnownMapping {
  private KnownMapping() {}

  /** {@code columns}: those of the file. The suggestion itself, when nothing like it is known. */
  public static Mapping applied(Mapping suggested, List<String> columns, List<Mapping> inUse) {
    return inUse.stream()
        .filter(m -> m.source().equals(suggested.source()) && m.grain().equals(suggested.grain()))
        .max(Comparator.comparingLong(m -> common(m, columns)))
        .filter(m -> isAlone(m) || 2 * common(m, columns) > m.lines().size())
        .map(m -> applied(suggested, columns, m))
        .orElse(suggested);
  }

  private static long common(Mapping mapping, List<String> columns) {
    return mapping.lines().stream().filter(l -> columns.contains(l.column())).count();
  }

  /** Of these entities a source has one feed, so a file can be of no other. */
  private static boolean isAlone(Mapping mapping) {
    return List.of(Standard.CUSTOMER, Standard.ORDER, Standard.ORDER_LINE)
        .contains(mapping.grain());
  }

  private static Mapping applied(Mapping suggested, List<String> columns, Mapping held) {
    var byField =
        held.lines().stream().collect(Collectors.toMap(Mapping.Line::field, Function.identity()));
    var lines = new ArrayList<Mapping.Line>();
    var fields = new HashSet<FieldKey>();
    held.lines().stream()
        .filter(l -> columns.contains(l.column()))
        .forEach(
            l -> {
              lines.add(l);
              fields.add(l.field());
            });
    for (var line : suggested.lines()) {
      boolean free = lines.stream().noneMatch(l -> l.column().equals(line.column()));
      if (!free || !fields.add(line.field())) continue;
      // Called otherwise this time, and written as ever.
      lines.add(
          Optional.ofNullable(byField.get(line.field()))
              .map(l -> new Mapping.Line(line.column(), line.field(), l.transform()))
              .orElse(line));
    }
    return new Mapping(
        suggested.source(),
        held.label(),
        held.feed(),
        held.grain(),
        suggested.layout(),
        columns.containsAll(held.key()) ? held.key() : suggested.key(),
        lines,
        held.kinds(),
        held.zone(),
        held.currency());
  }
}
