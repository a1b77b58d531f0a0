package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.identity.Precision.Sureness;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the customers can be trusted that records became: how many records they have, by what
 * they can be known, who may be several people, how often a sample was right, and what judgements
 * taught. All of it is about everybody: who sees some customers only is told nothing.
 *
 * <p>Thread-safe.
 */
public final class MatchQuality {
  private static final int MOST_LARGEST = 10;
  private static final int MOST_ALARMED = 100;
  private static final int MOST_VALUES = 6;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Judgements judgements;
  private final Review review;

  public MatchQuality(Warehouse warehouse, Gate gate, Judgements judgements, Review review) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.judgements = judgements;
    this.review = review;
  }

  /** Customers of as many records as {@code least}, or more up to the next. */
  public record Size(long least, long customers, long records) {}

  public record Largest(CustomerId customer, long records) {}

  /** How many records and customers have such an identifier. */
  public record Held(IdType idType, long records, long customers) {}

  /** Of a source, or of all where it has no name. */
  public record Coverage(String source, long records, long customers, List<Held> held) {
    public Coverage {
      held = List.copyOf(held);
    }
  }

  /**
   * @param usual records that a customer may have and be nothing odd
   * @param alarms how many customers show each sign
   * @param unjudged pairs that are one customer by one shared value alone: {@code precision} says
   *     nothing of them
   */
  public record Report(
      List<Size> sizes,
      List<Largest> largest,
      List<Coverage> coverage,
      long usual,
      Map<Alarm, Long> alarms,
      Precision precision,
      long unjudged,
      Judgements.Progress progress,
      Optional<Lesson> lesson) {
    public Report {
      sizes = List.copyOf(sizes);
      largest = List.copyOf(largest);
      coverage = List.copyOf(coverage);
      alarms = Map.copyOf(alarms);
    }
  }

  /** Throws {@code identity.sees-some-only}. */
  public Report report(Viewer viewer) {
    var progress = judgements.progress(viewer);
    var view = counting();
    return new Report(
        warehouse.query(MatchQualityQuery.SIZES, view).stream()
            .map(r -> new Size(r.whole("least"), r.whole("customers"), r.whole("records")))
            .toList(),
        warehouse.query(MatchQualityQuery.largest(MOST_LARGEST), view).stream()
            .map(r -> new Largest(new CustomerId(r.whole("customer_id")), r.whole("records")))
            .toList(),
        warehouse.query(MatchQualityQuery.COVERAGE, view).stream()
            .map(MatchQuality::coverage)
            .filter(c -> c.records() > 0)
            .sorted(Comparator.comparing(Coverage::source))
            .toList(),
        warehouse.query(MatchQualityQuery.USUAL, view).only().whole("most"),
        alarms(view),
        precision(viewer),
        review.bareOnes(),
        progress,
        Lesson.last(sql -> warehouse.query(sql, view)));
  }

  /** Counts of everybody tell nothing of anybody, and masks would change them. */
  private View counting() {
    return gate.view(Viewer.system());
  }

  private static Coverage coverage(Row row) {
    var held = new ArrayList<Held>();
    for (var type : IdType.values()) {
      held.add(
          new Held(
              type,
              row.whole(type.column() + "_records"),
              row.whole(type.column() + "_customers")));
    }
    return new Coverage(row.text("source"), row.whole("records"), row.whole("customers"), held);
  }

  private Map<Alarm, Long> alarms(View view) {
    var alarms = new EnumMap<Alarm, Long>(Alarm.class);
    for (var alarm : Alarm.values()) alarms.put(alarm, 0L);
    warehouse.query(MatchQualityQuery.ALARM_COUNTS, view).stream()
        .forEach(r -> alarms.put(Alarm.find(r.text("alarm")).orElseThrow(), r.whole("customers")));
    return alarms;
  }

  private Precision precision(Viewer viewer) {
    var said = judgements.inForce();
    var strata = new EnumMap<Sureness, Precision.Stratum>(Sureness.class);
    for (var row : review.sample(viewer)) {
      var sureness = Sureness.valueOf(row.text("reason").toUpperCase(Locale.ROOT));
      var answer = Review.said(said, row).filter(Judgement::tells).map(Judgement::saysOne);
      var one =
          new Precision.Stratum(
              sureness,
              row.whole("pairs"),
              1,
              answer.filter(yes -> yes).isPresent() ? 1 : 0,
              answer.filter(yes -> !yes).isPresent() ? 1 : 0);
      strata.merge(sureness, one, Precision.Stratum::and);
    }
    return new Precision(List.copyOf(strata.values()));
  }

  /** A field of a customer and the values that its records give it. */
  public record Values(String field, List<String> values) {
    public Values {
      values = List.copyOf(values);
    }
  }

  /** A customer who may be several people, and what says so. */
  public record Alarmed(CustomerId customer, long records, List<Values> values) {
    public Alarmed {
      values = List.copyOf(values);
    }
  }

  /** Some of them; {@code of}: all that there are. */
  public record Page(long of, List<Alarmed> rows) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** Those who show a sign, of most records first. Throws {@code identity.sees-some-only}. */
  public Page alarmed(Alarm alarm, long offset, int limit, Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    var rows =
        warehouse
            .query(
                MatchQualityQuery.alarmed(
                    alarm, Math.max(0, offset), Math.clamp(limit, 1, MOST_ALARMED)),
                counting())
            .stream()
            .toList();
    if (rows.isEmpty()) return new Page(0, List.of());
    var values = values(alarm, rows.stream().map(r -> r.whole("customer_id")).toList(), viewer);
    return new Page(
        rows.getFirst().whole("of"),
        rows.stream()
            .map(
                r ->
                    new Alarmed(
                        new CustomerId(r.whole("customer_id")),
                        r.whole("records"),
                        values.getOrDefault(r.whole("customer_id"), List.of())))
            .toList());
  }

  /** As the viewer may see them: what is masked is one value where it looks like one. */
  private Map<Long, List<Values>> values(Alarm alarm, List<Long> customers, Viewer viewer) {
    if (alarm.fields().isEmpty()) return Map.of();
    var found = new HashMap<Long, Map<String, Set<String>>>();
    warehouse.query(ReviewQuery.said(customers), gate.view(viewer)).stream()
        .forEach(
            r -> {
              for (var field : alarm.fields()) {
                if (r.value(field) instanceof Value.Missing) continue;
                found
                    .computeIfAbsent(r.whole("customer_id"), _ -> new HashMap<>())
                    .computeIfAbsent(field, _ -> new LinkedHashSet<>())
                    .add(r.value(field).shown());
              }
            });
    var values = new HashMap<Long, List<Values>>();
    int odd = alarm == Alarm.TWO_IDS ? 2 : 1;
    found.forEach(
        (customer, said) ->
            values.put(
                customer,
                alarm.fields().stream()
                    .filter(f -> said.getOrDefault(f, Set.of()).size() >= odd)
                    .map(f -> new Values(f, first(said.getOrDefault(f, Set.of()))))
                    .toList()));
    return values;
  }

  private static List<String> first(Set<String> values) {
    return values.stream().limit(MOST_VALUES).toList();
  }
}
