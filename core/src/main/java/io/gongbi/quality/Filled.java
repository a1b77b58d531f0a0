package io.gongbi.quality;

import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.TableSpec;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns the feeds of a company fill, of the tables that are made to take whatever a file
 * may tell: most of them tell a third of it.
 */
final class Filled {
  private final List<Reading> feeds;

  Filled(List<Reading> feeds) {
    this.feeds = List.copyOf(feeds);
  }

  /** Whether any feed tells of such deeds, and of whom. */
  boolean tellsOf(EntityName deed) {
    return feeds.stream().anyMatch(f -> f.is(deed) && !f.identifiers().isEmpty());
  }

  Set<String> byDeeds(EntityName deed) {
    return by(f -> f.is(deed), f -> new CleaningQuery(f).ofDeeds());
  }

  Set<String> bySightings() {
    return by(Reading::namesCustomers, f -> new CleaningQuery(f).ofSightings());
  }

  Set<String> byHeads() {
    return by(Reading::makesHeads, f -> new HeadQuery(f).ofHeads());
  }

  private Set<String> by(Predicate<Reading> such, Function<Reading, Set<String>> filled) {
    return feeds.stream()
        .filter(such)
        .flatMap(f -> filled.apply(f).stream())
        .collect(Collectors.toSet());
  }

  /** What a question fills: columns of the table's {@code own}, and those of {@code cells}. */
  static Set<String> columns(List<String> own, Stream<String> cells) {
    return Stream.concat(own.stream(), cells).collect(Collectors.toSet());
  }

  /** Columns that no feed fills; of a table that none writes into, or that is always full, none. */
  Set<String> unfilled(TableSpec table) {
    var filled = by(table);
    return filled.isEmpty()
        ? Set.of()
        : table.columns().stream()
            .map(Column::name)
            .filter(c -> !filled.contains(c))
            .collect(Collectors.toSet());
  }

  private Set<String> by(TableSpec table) {
    if (table.name().equals(CleanTables.SIGHTING.name())) return bySightings();
    if (table.name().equals(CleanTables.HEAD.name())) return byHeads();
    return Standard.DEEDS.stream()
        .filter(d -> CleanTables.ofDeed(d).name().equals(table.name()))
        .findFirst()
        .map(this::byDeeds)
        .orElse(Set.of());
  }
}
