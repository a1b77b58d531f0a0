package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.identity.match.Comparison;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Warehouse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The pairs of records that people are asked about, the most useful first: those of which the model
 * is in doubt, and those that look like one person and were kept apart, by a name or by what else
 * is known of their customers. What rests on one shared value alone is counted apart. And of pairs
 * that are one customer a sample, which says how often that is right.
 *
 * <p>Thread-safe.
 */
public final class Review {
  private static final int MOST = 50;

  /** So many pairs of each stratum are drawn to be judged. */
  static final int OF_EACH = 30;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Supplier<IdRules> rules;
  private final Judgements judgements;

  public Review(Warehouse warehouse, Gate gate, Supplier<IdRules> rules, Judgements judgements) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.rules = rules;
    this.judgements = judgements;
  }

  /** Why somebody is asked about a pair. */
  public enum Reason {
    /** The chances are nearer to even than 9 to 1. */
    UNSURE,
    /** It looks like one person, and is two customers. */
    APART,
    /** It was drawn blindly from the pairs that are one customer. */
    SAMPLE,
    /** Nothing but one shared value can be compared: whoever looks knows no more than before. */
    BARE;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the two say of a field.
   *
   * @param telling whether it tells who somebody is, as a name does and a level does not
   * @param agreement as far as it can be told
   */
  public record Field(
      String name,
      ColumnType type,
      boolean telling,
      List<Told> one,
      List<Told> other,
      Agreement agreement) {
    public Field {
      one = List.copyOf(one);
      other = List.copyOf(other);
    }
  }

  public enum Agreement {
    SAME,
    NEAR,
    DIFFERENT,
    UNKNOWN
  }

  /** A value, and which sources say so. */
  public record Told(String value, List<String> sources) {
    public Told {
      sources = List.copyOf(sources);
    }
  }

  /**
   * One of the two.
   *
   * @param customerRecords how many records its customer has
   * @param records it and those that an account or a card ties to it
   */
  public record Side(
      RecordRef record, CustomerId customer, long customerRecords, List<RecordRef> records) {
    public Side {
      records = List.copyOf(records);
    }
  }

  /** Two records beside each other, and what speaks for and against their being one person. */
  public record Pair(
      Side one, Side other, Reason reason, Why.Likeness likeness, List<Field> fields) {
    public Pair {
      fields = List.copyOf(fields);
    }

    public boolean areOne() {
      return one.customer().equals(other.customer());
    }
  }

  /** How many pairs wait for a judgement, by why they do. */
  public Map<Reason, Long> due(Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    var due = new EnumMap<Reason, Long>(Reason.class);
    for (var reason : Reason.values()) due.put(reason, 0L);
    var said = judgements.inForce();
    warehouse.query(ReviewQuery.counts(said), gate.view(viewer)).stream()
        .forEach(r -> due.put(reason(r), r.whole("pairs")));
    due.put(Reason.SAMPLE, (long) undecided(said, viewer).size());
    return due;
  }

  /**
   * Pairs that rest on one value in common and on nothing else: not asked one by one, but as one
   * question of the settings, whether such a value shall be enough. 17,000 of the pairs of a shop
   * may be members and orders without a name that share a phone.
   *
   * @param shares what they share
   * @param areOne whether that made them one customer, or the value has several names
   * @param example the customer of most such pairs
   */
  public record Bare(
      Label shares, boolean areOne, long pairs, long customers, CustomerId example) {}

  /** By what they share, those that are one first. Throws {@code identity.sees-some-only}. */
  public List<Bare> bare(Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    return warehouse.query(ReviewQuery.bare(judgements.inForce()), gate.view(viewer)).stream()
        .map(
            r ->
                new Bare(
                    shared(r.whole("pattern")),
                    r.flag("is_one"),
                    r.whole("pairs"),
                    r.whole("customers"),
                    new CustomerId(r.whole("example"))))
        .toList();
  }

  private static Label shared(long pattern) {
    return Arrays.stream(Comparison.values())
        .filter(c -> c.level(pattern) > 0)
        .map(c -> c.found(c.level(pattern)))
        .findFirst()
        .orElseThrow();
  }

  /** How many pairs are one customer though nobody can judge them: no sample is drawn of those. */
  long bareOnes() {
    return warehouse.query(ReviewQuery.BARE_ONES, gate.view(Viewer.system())).only().whole("pairs");
  }

  /** The next to be judged, of one sort or of those that are in doubt. */
  public List<Pair> next(Optional<Reason> reason, int limit, Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    int most = Math.clamp(limit, 1, MOST);
    var said = judgements.inForce();
    if (reason.filter(r -> r == Reason.SAMPLE).isPresent()) {
      var drawn = undecided(said, viewer);
      return pairs(drawn.subList(0, Math.min(most, drawn.size())), _ -> Reason.SAMPLE, viewer);
    }
    var sql = ReviewQuery.next(said, reason.map(Reason::word).orElse(""), most);
    return pairs(warehouse.query(sql, gate.view(viewer)).stream().toList(), Review::reason, viewer);
  }

  private static Reason reason(Row row) {
    return Reason.valueOf(row.text("reason").toUpperCase(Locale.ROOT));
  }

  /** The sample, in the order in which it was drawn. */
  List<Row> sample(Viewer viewer) {
    // Learnt anew, customers are others, and so is who is drawn.
    long version = weights().map(Weights::version).orElse(0L);
    return warehouse
        .query(ReviewQuery.sample("drawn " + version + " ", OF_EACH), gate.view(viewer))
        .stream()
        .toList();
  }

  private List<Row> undecided(List<Judgement> said, Viewer viewer) {
    return sample(viewer).stream().filter(r -> said(said, r).isEmpty()).toList();
  }

  static Optional<Judgement> said(List<Judgement> said, Row row) {
    var one = one(row);
    var other = other(row);
    return said.stream().filter(j -> j.isOf(one, other)).findFirst();
  }

  private Optional<Weights> weights() {
    return Weights.last(sql -> warehouse.query(sql, gate.view(Viewer.system())));
  }

  private List<Pair> pairs(List<Row> rows, Function<Row, Reason> reason, Viewer viewer) {
    var model = weights();
    if (model.isEmpty()) return List.of();
    var likenesses = new Likenesses(model.get().model());
    var sides =
        Sides.of(
            rows.stream()
                .flatMap(r -> Stream.of(r.whole("customer_id"), r.whole("other_customer")))
                .distinct()
                .toList(),
            rules.get(),
            warehouse,
            gate,
            viewer);
    return rows.stream()
        .map(
            r -> {
              var one =
                  sides.side(one(r), new CustomerId(r.whole("customer_id")), r.whole("records"));
              var other =
                  sides.side(
                      other(r),
                      new CustomerId(r.whole("other_customer")),
                      r.whole("other_records"));
              return new Pair(
                  one,
                  other,
                  reason.apply(r),
                  likenesses.likeness(one.record(), other.record(), r),
                  sides.fields(one, other, r.whole("pattern")));
            })
        .toList();
  }

  private static RecordRef one(Row row) {
    return new RecordRef(row.text("one_source"), row.text("one_key"));
  }

  private static RecordRef other(Row row) {
    return new RecordRef(row.text("other_source"), row.text("other_key"));
  }
}
