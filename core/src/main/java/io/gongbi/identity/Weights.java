package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.REAL;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.identity.match.Comparison;
import io.gongbi.identity.match.Comparison.Kind;
import io.gongbi.identity.match.Model;
import io.gongbi.identity.match.Model.Rates;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was learnt of agreement, kept by version. The last version serves every run until there are
 * twice as many records as it was learnt from: customers that nobody touched stay who they are.
 *
 * @param records how many it was learnt from
 * @param reachable whether most people can be reached by phone or mail, which says by what they are
 *     compared
 */
record Weights(long version, Model model, long records, boolean reachable) {
  /**
   * One row a level of a comparison; one named {@code prior} with the share of pairs that are one
   * person, whose level is 1 where most people are reachable; and one for each {@link Kind} that
   * two people have in common, with the share of those.
   */
  static final TableSpec RATE =
      TableSpec.kept(
          "identity.rate",
          open("version", WHOLE),
          open("learnt_at", MOMENT),
          open("records", WHOLE),
          open("pairs", WHOLE),
          open("comparison", TEXT),
          open("level", WHOLE),
          open("one_person", REAL),
          open("alike", REAL),
          open("strangers", REAL));

  private static final String PRIOR = "prior";
  private static final String TWO = "two ";
  private static final int OUTGROWN = 2;

  private static final Sql LAST =
      Sql.of(
          """
          select r.version,
                 r.records,
                 r.pairs,
                 r.comparison,
                 r.level,
                 r.one_person,
                 r.alike,
                 r.strangers
          from {identity.rate} r
          where r.version = (select max(x.version) from {identity.rate} x)
          order by r.comparison nulls last, r.level nulls last
          """);

  private static final Sql RECORDS = Sql.of("select count(*) as records from {quality.customer} c");

  /** How many records there are. */
  static long records(Write write) {
    return write.query(RECORDS, View.everything()).only().whole("records");
  }

  /** The last version, unless there are more than twice as many records by now. */
  static Optional<Weights> standing(Write write, long records) {
    return last(sql -> write.query(sql, View.everything()))
        .filter(w -> records <= OUTGROWN * w.records());
  }

  /** The last version, unless it is of other comparisons; {@code ask} reads what was kept. */
  static Optional<Weights> last(Function<Sql, Table> ask) {
    var rows = ask.apply(LAST).stream().toList();
    var rates = new EnumMap<Comparison, List<Rates>>(Comparison.class);
    var two = new EnumMap<Kind, Double>(Kind.class);
    Row prior = null;
    for (var row : rows) {
      if (row.text("comparison").startsWith(TWO)) {
        var kind = row.text("comparison").substring(TWO.length());
        two.put(Kind.valueOf(kind), row.real("alike"));
        continue;
      }
      if (row.text("comparison").equals(PRIOR)) {
        prior = row;
        continue;
      }
      var comparison = find(row.text("comparison"));
      if (comparison.isEmpty()) return Optional.empty();
      rates
          .computeIfAbsent(comparison.get(), c -> new ArrayList<>())
          .add(new Rates(row.real("one_person"), row.real("alike"), row.real("strangers")));
    }
    if (prior == null || !isWhole(rates)) return Optional.empty();
    return Optional.of(
        new Weights(
            prior.whole("version"),
            new Model(rates, prior.real("one_person"), two, prior.whole("pairs")),
            prior.whole("records"),
            prior.whole("level") == 1));
  }

  private static Optional<Comparison> find(String name) {
    for (var comparison : Comparison.values()) {
      if (comparison.name().equals(name)) return Optional.of(comparison);
    }
    return Optional.empty();
  }

  private static boolean isWhole(Map<Comparison, List<Rates>> rates) {
    for (var comparison : Comparison.values()) {
      var of = rates.get(comparison);
      if (of == null || of.size() != comparison.levels()) return false;
    }
    return true;
  }

  /** Gives the version under which it is kept. */
  static long keep(Write write, Model model, long records, boolean reachable, Instant at) {
    long version =
        1
            + write
                .query(
                    Sql.of("select max(r.version) as version from {identity.rate} r"),
                    View.everything())
                .only()
                .wholeIfAny("version")
                .orElse(0L);
    var rows = new ArrayList<List<Value>>();
    var prior = new Rates(model.onePerson(), 0, 0);
    rows.add(row(version, at, records, model.pairs(), PRIOR, reachable ? 1 : 0, prior));
    model
        .two()
        .forEach(
            (kind, share) ->
                rows.add(
                    row(
                        version,
                        at,
                        records,
                        model.pairs(),
                        TWO + kind.name(),
                        0,
                        new Rates(0, share, 0))));
    for (var comparison : Comparison.values()) {
      var rates = model.rates(comparison);
      for (int l = 0; l < rates.size(); l++) {
        rows.add(row(version, at, records, model.pairs(), comparison.name(), l + 1, rates.get(l)));
      }
    }
    write.append(RATE, new Table(RATE.columns(), rows));
    return version;
  }

  private static List<Value> row(
      long version, Instant at, long records, long pairs, String name, int level, Rates rates) {
    return List.of(
        Value.of(version),
        Value.of(at),
        Value.of(records),
        Value.of(pairs),
        Value.of(name),
        Value.of((long) level),
        Value.of(rates.onePerson()),
        Value.of(rates.alike()),
        Value.of(rates.strangers()));
  }
}
