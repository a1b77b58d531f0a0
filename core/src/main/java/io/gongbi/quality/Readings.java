package io.gongbi.quality;

import io.gongbi.source.Mapping;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The mappings and rules that hold at this moment, set against what has landed. */
final class Readings {
  private final Supplier<List<Mapping>> mappings;
  private final Supplier<SortedMap<String, Rule>> rules;
  private final Supplier<SortedMap<String, Correction>> corrections;
  private final Standard standard;

  Readings(
      Supplier<List<Mapping>> mappings,
      Supplier<SortedMap<String, Rule>> rules,
      Supplier<SortedMap<String, Correction>> corrections,
      Standard standard) {
    this.mappings = mappings;
    this.rules = rules;
    this.corrections = corrections;
    this.standard = standard;
  }

  List<Mapping> mappings() {
    return mappings.get();
  }

  SortedMap<String, Correction> corrections() {
    return corrections.get();
  }

  /** The mapped feeds that have landed anything, with their columns as they landed. */
  List<Reading> of(Function<Sql, Table> ask, ZoneId zone) {
    return of(ask, zone, rules.get());
  }

  /** The same under other rules, which may not be in force yet. */
  List<Reading> under(SortedMap<String, Rule> rules, Function<Sql, Table> ask, ZoneId zone) {
    return of(ask, zone, rules);
  }

  private List<Reading> of(Function<Sql, Table> ask, ZoneId zone, SortedMap<String, Rule> inForce) {
    var headings = new LinkedHashMap<String, Map<String, String>>();
    ask.apply(FeedQuery.headings()).stream()
        .forEach(
            r ->
                headings
                    .computeIfAbsent(
                        r.text("source") + "/" + r.text("feed"), f -> new LinkedHashMap<>())
                    .put(r.text("name"), "c" + r.whole("place")));
    var all = mappings.get();
    var feeds = new ArrayList<Reading>();
    for (var mapping : all) {
      var columns = headings.get(mapping.id().toString());
      if (columns != null) {
        feeds.add(new Reading(mapping, standard, columns, makesHeads(mapping, all), zone, inForce));
      }
    }
    feeds.sort(Comparator.comparing(f -> f.mapping().id()));
    return feeds;
  }

  /** Lines make orders where they say more than a number, and no file of orders does. */
  private static boolean makesHeads(Mapping lines, List<Mapping> all) {
    return lines.lines().stream()
            .anyMatch(
                l ->
                    !l.field().entity().equals(Standard.ORDER_LINE)
                        && !l.field().equals(Reading.ORDER_NO))
        && all.stream()
            .noneMatch(m -> m.source().equals(lines.source()) && m.grain().equals(Standard.ORDER));
  }
}
