package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.identity.Decision.Verdict;
import io.gongbi.identity.WhyNot.Reason;
import io.gongbi.identity.match.Comparison;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells why two are two. Both are looked at as they are known now, by the weights that the last run
 * went by; nothing is changed. Thread-safe.
 */
public final class WhyNots {
  /** What is not an id and can yet be shared by a crowd, by its kind. */
  private static final Map<String, String> FIELDS =
      Map.of("door", "address", "birthday", "birthday");

  private final Warehouse warehouse;
  private final Gate gate;
  private final Identities identities;
  private final Supplier<IdRules> rules;
  private final Supplier<List<Definition<Decision>>> decisions;

  public WhyNots(
      Warehouse warehouse,
      Gate gate,
      Identities identities,
      Supplier<IdRules> rules,
      Supplier<List<Definition<Decision>>> decisions) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.identities = identities;
    this.rules = rules;
    this.decisions = decisions;
  }

  /** A customer as a whole, or one record of theirs. */
  public record Side(CustomerId customer, Optional<RecordRef> record) {}

  /**
   * Throws {@code identity.no-customer} when either is not there for the viewer, {@code
   * identity.no-record} when a record is not the customer's, {@code identity.compare-self} when
   * both sides are the same.
   */
  public WhyNot of(Side one, Side other, Viewer viewer) {
    var a = seen(one, viewer);
    var b = seen(other, viewer);
    if (a.equals(b)) throw Faults.bad("identity.compare-self", "other");
    var raw = gate.view(Viewer.system());
    var cores =
        View.of("identity.core", WhyNotQuery.cores(a, b))
            .over(View.of("identity.node", WhyNotQuery.nodes(a, b)).over(raw));
    var weights = Weights.last(sql -> warehouse.query(sql, raw));
    var view = WhyNotQuery.faces(rules.get(), weights.map(Weights::reachable).orElse(true), cores);
    var compared = warehouse.query(WhyNotQuery.compared(a, b), raw).first();
    var found = warehouse.query(PairQuery.pairs(isFew(weights)), view).first();
    long pattern =
        found
            .or(() -> warehouse.query(WhyNotQuery.UNFOUND, view).first())
            .map(r -> r.whole("pattern"))
            .orElse(0L);
    var shared = ids(warehouse.query(WhyNotQuery.SHARED, view).stream());
    var tied =
        shared.stream().filter(t -> rules.get().of(t).use() == IdRules.Use.EXCLUSIVE).toList();
    var ignored = ignored(view);
    var decision = decision(a, b, viewer);
    var model = weights.map(Weights::model);
    var bits = model.map(m -> m.weight(pattern));
    var reason =
        reason(
            new Known(
                a.customer().equals(b.customer()),
                decision.isPresent(),
                !tied.isEmpty(),
                found.isPresent(),
                !ignored.isEmpty(),
                compared,
                pattern,
                bits.orElse(0.0)));
    return new WhyNot(
        a.customer(),
        b.customer(),
        reason,
        decision,
        // Of those who would not even be compared the odds of compared pairs say nothing.
        bits.filter(_ -> found.isPresent()),
        model.filter(_ -> found.isPresent()).map(m -> m.prior(pattern)),
        model.filter(_ -> found.isPresent()).map(m -> m.ifTwo(pattern).two()),
        model.map(m -> Likenesses.traits(m, pattern)).orElse(List.of()),
        tied,
        ignored);
  }

  /** Whether everybody was compared with everybody. */
  private static boolean isFew(Optional<Weights> weights) {
    return weights.map(Weights::records).filter(n -> n > Matching.DEFAULT.few()).isEmpty();
  }

  /** What the reason depends on. */
  private record Known(
      boolean isOne,
      boolean isDecided,
      boolean isTied,
      boolean isFound,
      boolean sharesIgnored,
      Optional<Row> compared,
      long pattern,
      double bits) {}

  private static Reason reason(Known known) {
    if (known.isOne()) return Reason.ONE;
    if (known.isDecided()) return Reason.DECIDED;
    if (known.isTied()) return Reason.CONTRADICTED;
    int name = Comparison.NAME.level(known.pattern());
    if (name == 1 || name == 2) return Reason.CALLED_OTHERWISE;
    if (known.compared().filter(r -> r.flag("joins") && r.real("weight") > 0).isPresent()) {
      return Reason.OTHERS_AGAINST;
    }
    if (!known.isFound()) {
      return known.sharesIgnored() ? Reason.ONLY_IGNORED : Reason.NEVER_COMPARED;
    }
    if (!Comparison.mayJoin(known.pattern())) return Reason.NO_HOLD;
    return known.bits() <= 0 ? Reason.MORE_AGAINST : Reason.OTHERS_AGAINST;
  }

  private Side seen(Side side, Viewer viewer) {
    var now = identities.current(side.customer());
    var records =
        warehouse.query(IdentityQuery.records(now), gate.view(viewer)).stream()
            .map(r -> new RecordRef(r.text("source"), r.text("record_key")))
            .toList();
    if (records.isEmpty()) {
      throw Faults.notFound("identity.no-customer", side.customer().toString());
    }
    side.record()
        .filter(r -> !records.contains(r))
        .ifPresent(
            r -> {
              throw Faults.notFound("identity.no-record", r.toString());
            });
    return new Side(now, side.record());
  }

  private static List<IdType> ids(Stream<Row> rows) {
    return rows.flatMap(r -> IdType.find(r.text("id_type")).stream()).toList();
  }

  private List<WhyNot.Ignored> ignored(View view) {
    var ignored = new ArrayList<WhyNot.Ignored>();
    warehouse.query(WhyNotQuery.GENERIC, view).stream()
        .forEach(
            r ->
                ignored.add(
                    new WhyNot.Ignored(
                        called(r.text("id_type")),
                        Optional.of(r.whole("records")),
                        Optional.of(r.whole("names")))));
    warehouse.query(WhyNotQuery.CROWDED, view).stream()
        .forEach(
            r ->
                ignored.add(
                    new WhyNot.Ignored(
                        called(r.text("kind")), Optional.empty(), Optional.empty())));
    return ignored;
  }

  private static Label called(String kind) {
    var field = new FieldKey(Standard.CUSTOMER, FIELDS.getOrDefault(kind, kind));
    return new Standard().field(field).orElseThrow().label();
  }

  /** The decision that keeps records of the one from records of the other. */
  private Optional<Definition<Decision>> decision(Side one, Side other, Viewer viewer) {
    var a = records(one, viewer);
    var b = records(other, viewer);
    return decisions.get().stream()
        .filter(d -> d.body().verdict() == Verdict.APART)
        .filter(
            d ->
                (meets(d.body().one(), a) && meets(d.body().other(), b))
                    || (meets(d.body().one(), b) && meets(d.body().other(), a)))
        .findFirst();
  }

  private static boolean meets(List<RecordRef> some, Set<RecordRef> others) {
    return some.stream().anyMatch(others::contains);
  }

  private Set<RecordRef> records(Side side, Viewer viewer) {
    if (side.record().isPresent()) return Set.of(side.record().get());
    var records = new HashSet<RecordRef>();
    warehouse.query(IdentityQuery.records(side.customer()), gate.view(viewer)).stream()
        .forEach(r -> records.add(new RecordRef(r.text("source"), r.text("record_key"))));
    return records;
  }
}
