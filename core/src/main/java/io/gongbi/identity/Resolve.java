package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.ColumnType.FLAG;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives every cleaned record its customer. Records that share an account or a card are one core
 * ({@link Cores}); cores that have enough in common are one customer ({@link Match}); a customer
 * keeps the id that most of its records had. After a small landing only what lies within its {@link
 * Reach} is resolved again, by the same questions and with the same ids as if all were. What is
 * passed on are the customers touched.
 */
final class Resolve implements Step {
  /** Ids before the first one given; six digits look like an id and not like a count. */
  private static final long BEFORE_FIRST = 100_000;

  private static final String NUMBERS = "identity.numbers";

  /** The ids of each component: the one it keeps, and those it swallowed. */
  static final TableSpec CLAIM =
      TableSpec.derived(
          "identity.claim",
          open("component", ColumnType.WHOLE),
          open("customer_id", ColumnType.WHOLE),
          open("swallowed", FLAG));

  static final List<TableSpec> SCRATCH =
      Stream.of(List.of(CLAIM), Cores.SCRATCH, Approach.SCRATCH, Match.SCRATCH)
          .flatMap(List::stream)
          .toList();

  private static final View ALL = View.everything();
  private static final Slice WHOLE = new Slice.Whole();

  private final IdRules rules;
  private final Matching matching;
  private final List<Decision> decisions;
  private final List<Judgement> judgements;
  private final Clock clock;

  /** {@code decisions} and {@code judgements}: those in force, in an order that does not change. */
  Resolve(
      IdRules rules,
      Matching matching,
      List<Decision> decisions,
      List<Judgement> judgements,
      Clock clock) {
    this.rules = rules;
    this.matching = matching;
    this.decisions = List.copyOf(decisions);
    this.judgements = List.copyOf(judgements);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "identity.resolve";
  }

  @Override
  public Label label() {
    return new Label("识别同一客户", "Find records of the same customer");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(
        Dataset.of("quality.customer"),
        Dataset.of("quality.order"),
        Dataset.of("quality.touched_order"),
        Dataset.of("quality.touched_record"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(
        Dataset.of("identity.member"),
        Dataset.of("identity.evidence"),
        Dataset.of("identity.generic"),
        Dataset.of("identity.touched"),
        Dataset.of("identity.assignment"),
        Dataset.of("identity.alias"),
        Dataset.of("identity.moved"));
  }

  @Override
  public int version() {
    // Other rules and decisions are another meaning: the next run does everything.
    return 2 + ((31 * rules.stated().hashCode() + stated().hashCode()) & 0xFFFFFF);
  }

  /**
   * Equal for equal decisions on every machine. Who says of a pair what it is already asks for no
   * run; only when the model is to learn from what was said.
   */
  private String stated() {
    var moving = judgements.stream().filter(Judgement::moves).flatMap(j -> j.decision().stream());
    var stated =
        Stream.concat(decisions.stream(), moving)
            .map(d -> d.verdict().name() + d.one() + d.other())
            .collect(Collectors.joining(", "));
    int grade = Lesson.grade(Lesson.told(judgements));
    return grade == 0 ? stated : stated + " learnt " + grade;
  }

  private List<Decision> pins() {
    return Stream.concat(
            decisions.stream(), judgements.stream().flatMap(j -> j.decision().stream()))
        .toList();
  }

  /** Whether the weights in use know enough of what people said. */
  private boolean isTaught(Write write) {
    long known = Lesson.last(sql -> write.query(sql, ALL)).map(Lesson::judged).orElse(0L);
    return Lesson.grade(known) >= Lesson.grade(Lesson.told(judgements));
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    Cores.pin(write, pins());
    long records = Weights.records(write);
    var known =
        matching
            .model()
            .map(m -> new Weights(0, m, records, true))
            .or(() -> Weights.standing(write, records).filter(_ -> isTaught(write)));
    try (var reach = reach(write, delta, known)) {
      new Match(write).learnNames(reach.view(), reach.isEverything());
      try (var cores = Cores.hold(write, rules, reach);
          var faces = new Faces(write, rules, cores.view(), reach.view())) {
        match(write, delta, reach, known, records, faces);
      }
    }
    SCRATCH.forEach(write::clear);
    return delta instanceof Delta.Everything
        ? delta
        : new Delta.Customers(Sql.of("select t.customer_id from {identity.touched} t"));
  }

  private Reach reach(Write write, Delta delta, Optional<Weights> known) {
    return known
        .filter(k -> k.records() > matching.few())
        .map(k -> new Approach(write, rules, k).of(delta))
        .orElse(Reach.EVERYTHING);
  }

  private void match(
      Write write, Delta delta, Reach reach, Optional<Weights> known, long records, Faces faces) {
    var since = clock.instant();
    var match = new Match(write);
    boolean everything = reach.isEverything();
    long learntFrom = known.map(Weights::records).orElse(records);
    if (everything)
      write.replace(Match.CROWDED, WHOLE, KeyQuery.crowdedValues(learntFrom), faces.view());
    boolean reachable =
        known.map(Weights::reachable).orElseGet(() -> match.isReachable(faces.view()));
    faces.look(reachable);
    if (everything) write.replace(Match.CROWDED, WHOLE, KeyQuery.crowded(learntFrom), faces.view());
    try (var held =
        write.hold(
            PairQuery.PAIRS_HELD, PairQuery.pairs(records <= matching.few()), faces.view())) {
      var pairs = held.view().over(faces.view());
      var model =
          known
              .map(Weights::model)
              .orElseGet(
                  () -> {
                    var taught = match.learn(pairs, judgements);
                    var learnt = taught.model();
                    long version = Weights.keep(write, learnt, records, reachable, since);
                    taught.lesson().keep(write, version, since);
                    return learnt;
                  });
      match.run(model, pairs);
      try (var placed = write.hold(LinkQuery.PLACED_HELD, PairQuery.PLACED, faces.view())) {
        name(write, placed.view());
        try (var next = write.hold(MemberQuery.NEXT_HELD, MemberQuery.NEXT, placed.view())) {
          assign(write, delta, reach, since, next.view());
          var all = next.view().over(pairs);
          write.replace(Match.KEY, reach.customers(), KeyQuery.KEPT, all);
          write.replace(Match.PAIR, reach.customers(), PairQuery.KEPT, all);
          write.replace(
              Contradictions.CONTRADICTED, reach.customers(), ContradictionQuery.KEPT, all);
        }
      }
    }
  }

  /** {@code next}: whose each record is from now on. */
  private static void assign(Write write, Delta delta, Reach reach, Instant since, View next) {
    write.delete(Identities.ALIAS, Slice.rows(ClaimQuery.REVIVED, "customer_id"), ALL);
    write.update(
        Identities.ALIAS, "now_id", Map.of("now_id", "next_id"), ClaimQuery.REPOINTED, ALL);
    write.append(Identities.ALIAS, ClaimQuery.swallowed(since), ALL);
    write.replace(Identities.TOUCHED, WHOLE, moved(delta), next.over(reach.view()));
    write.replace(Identities.MEMBER, reach.customers(), MemberQuery.MEMBERS, next);
    if (delta instanceof Delta.Batches) {
      write.replace(Identities.TOUCHED, WHOLE, MemberQuery.WRITTEN, ALL);
    }
    write.append(Identities.MOVED, MemberQuery.moves(since), next);
    write.replace(
        Identities.ASSIGNMENT,
        Slice.rows(MemberQuery.REASSIGNED_KEYS, "source", "record_key"),
        MemberQuery.reassigned(since),
        next);
    write.replace(Identities.EVIDENCE, reach.customers(), MemberQuery.EVIDENCE, next);
  }

  private static Sql moved(Delta delta) {
    return switch (delta) {
      case Delta.Everything _ -> MemberQuery.NOBODY;
      case Delta.Batches _ -> MemberQuery.moved(MemberQuery.NOBODY);
      case Delta.Customers c -> MemberQuery.moved(c.ids());
    };
  }

  private static void name(Write write, View placed) {
    long last =
        Math.max(
            Math.max(BEFORE_FIRST, write.reached(NUMBERS).value()),
            write.query(ClaimQuery.LAST_ID, ALL).only().wholeIfAny("last_id").orElse(0L));
    write.replace(CLAIM, WHOLE, ClaimQuery.claims(last), placed);
    long reached =
        write.query(ClaimQuery.HIGHEST_CLAIM, ALL).only().wholeIfAny("last_id").orElse(last);
    write.mark(NUMBERS, new Position(Math.max(last, reached)));
  }
}
