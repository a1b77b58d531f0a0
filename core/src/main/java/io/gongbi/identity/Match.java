package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.REAL;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.identity.match.Clusters;
import io.gongbi.identity.match.Comparison;
import io.gongbi.identity.match.Model;
import io.gongbi.identity.match.NameForm;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings cores together that are one person: by names, birthdays, phones, mailboxes and doors, none
 * of which proves it alone. The member 张伟 and the buyer 张偉 with one phone are one; the member 张伟
 * and the buyer 李丽 with one phone are a household.
 */
final class Match {
  /** How each name is compared, once and for all. */
  static final TableSpec FORM =
      TableSpec.derived(
          "identity.form",
          personal("name", TEXT),
          personal("plain", TEXT),
          personal("reading", TEXT),
          personal("surname", TEXT),
          personal("given", TEXT),
          personal("hint", TEXT));

  /** What a pattern is worth, and whether a pair of it may bring two together. */
  static final TableSpec SCORE =
      TableSpec.derived(
          "identity.score", open("pattern", WHOLE), open("weight", REAL), open("joins", FLAG));

  /** Cores that are one person with others, and the least of those. */
  static final TableSpec JOINED =
      TableSpec.derived("identity.joined", open("core", WHOLE), open("first_core", WHOLE));

  /** What a crowd shares, so that it finds nobody. */
  static final TableSpec CROWDED =
      TableSpec.derived("identity.crowded", open("kind", TEXT), personal("value", TEXT));

  /** By what customers are found who are worth comparing: one row for each of their cores. */
  static final TableSpec KEY =
      TableSpec.derived(
          "identity.key", open("customer_id", WHOLE), open("kind", TEXT), personal("value", TEXT));

  /**
   * Cores that were compared and have much in common, by the least record of each, and whose the
   * first and the other are: one customer's, or two who stayed apart.
   */
  static final TableSpec PAIR =
      TableSpec.derived(
          "identity.pair",
          open("customer_id", WHOLE),
          open("other_customer", WHOLE),
          open("one_source", TEXT),
          open("one_key", TEXT),
          open("other_source", TEXT),
          open("other_key", TEXT),
          open("pattern", WHOLE),
          open("weight", REAL),
          open("joins", FLAG));

  static final List<TableSpec> TABLES =
      List.of(FORM, CROWDED, KEY, PAIR, Weights.RATE, Lesson.TABLE);

  static final List<TableSpec> SCRATCH = List.of(SCORE, JOINED);

  private static final View ALL = View.everything();
  private static final int BATCH = 100_000;

  private final Write write;

  Match(Write write) {
    this.write = write;
  }

  /** Learns from the pairs in their slot, and from what people said, what agreement is worth. */
  Lesson.Taught learn(View pairs, List<Judgement> judgements) {
    return Lesson.teach(
        counts(PairQuery.PATTERNS, pairs), counts(PairQuery.BLIND_PATTERNS, pairs), judgements);
  }

  /** Whether most of the faces in their slot can be reached by phone or mail. */
  boolean isReachable(View faces) {
    var size = write.query(PairQuery.REACHED, faces).only();
    return size.whole("reached") * 2 >= size.whole("faces");
  }

  /** From the pairs in their slot to {@link #JOINED}. */
  void run(Model model, View pairs) {
    weigh(model, counts(PairQuery.PATTERNS, pairs));
    join(pairs);
  }

  /**
   * {@code records}: those of this run. Where it is everything, names that nobody has any more go.
   */
  void learnNames(View records, boolean everything) {
    if (everything) write.replace(FORM, new Slice.Whole(), FaceQuery.USED_NAMES, ALL);
    var fresh = new ArrayList<String>();
    write.each(
        FaceQuery.NEW_NAMES,
        records,
        BATCH,
        some -> some.stream().map(r -> r.text("name")).forEach(fresh::add));
    for (int from = 0; from < fresh.size(); from += BATCH) {
      var rows = fresh.subList(from, Math.min(fresh.size(), from + BATCH)).stream().map(Match::row);
      write.append(FORM, new Table(FORM.columns(), rows.toList()));
    }
  }

  private static List<Value> row(String name) {
    var form = NameForm.of(name);
    return List.of(
        Value.of(name),
        cell(form.plain()),
        cell(form.reading().or(form::plain)),
        cell(form.surname()),
        cell(form.given()),
        cell(form.hint()));
  }

  private static Value cell(Optional<String> text) {
    return text.map(Value::of).orElse(Value.missing());
  }

  private Map<Long, Long> counts(Sql patterns, View view) {
    var counts = new HashMap<Long, Long>();
    write.query(patterns, view).stream()
        .forEach(r -> counts.put(r.whole("pattern"), r.whole("pairs")));
    return counts;
  }

  private void weigh(Model model, Map<Long, Long> counts) {
    write.clear(SCORE);
    write.append(
        SCORE,
        new Table(
            SCORE.columns(),
            counts.keySet().stream()
                .sorted()
                .map(
                    p ->
                        List.of(
                            Value.of(p),
                            Value.of(model.weight(p)),
                            Value.of(Comparison.mayJoin(p))))
                .toList()));
  }

  private void join(View pairs) {
    var clusters = new Clusters();
    write.each(
        PairQuery.WEIGHED,
        pairs,
        BATCH,
        some ->
            some.stream()
                .forEach(
                    r ->
                        clusters.pair(
                            number(r, "one"),
                            number(r, "other"),
                            r.real("weight"),
                            r.flag("joins"))));
    write.each(
        PairQuery.NAMES,
        pairs,
        BATCH,
        some ->
            some.stream()
                .forEach(
                    r -> clusters.name(number(r, "core"), r.text("plain"), r.text("reading"))));
    pin(clusters, pairs);
    write.clear(JOINED);
    var rows = new ArrayList<List<Value>>();
    clusters.each(
        (core, first) -> {
          rows.add(List.of(Value.of((long) core), Value.of((long) first)));
          if (rows.size() == BATCH) flush(rows);
        });
    flush(rows);
  }

  private void pin(Clusters clusters, View pairs) {
    var first = new HashMap<Long, Integer>();
    write.query(PairQuery.PINS, pairs).stream()
        .forEach(
            r -> {
              int core = number(r, "core");
              if (r.text("verdict").equals(Decision.Verdict.APART.name())) {
                clusters.apart(core, number(r, "decision"), number(r, "side"));
                return;
              }
              var least = first.putIfAbsent(r.whole("decision"), core);
              if (least != null) clusters.together(least, core);
            });
  }

  private static int number(Row row, String column) {
    return Math.toIntExact(row.whole(column));
  }

  private void flush(List<List<Value>> rows) {
    write.append(JOINED, new Table(JOINED.columns(), rows));
    rows.clear();
  }
}
