package io.gongbi.identity;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.Judgement.Answer;
import io.gongbi.refresh.Recount;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Warehouse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people said of pairs in doubt: one by one, quickly, so that nothing is recognised anew after
 * each. What they said is followed by whichever run comes next, or when they ask for one. {@link
 * Decisions} are the slower sort, each with a run of its own. Thread-safe.
 */
public final class Judgements {
  private static final String PREFIX = "j";
  private static final Label FOLLOWED =
      new Label("按复核结果重新识别客户", "Recognise customers by what was judged");

  private final Definitions definitions;
  private final Authorship authors;
  private final Warehouse warehouse;
  private final Gate gate;
  private final Recount recount;

  public Judgements(
      Definitions definitions,
      Authorship authors,
      Warehouse warehouse,
      Gate gate,
      Recount recount) {
    this.definitions = definitions;
    this.authors = authors;
    this.warehouse = warehouse;
    this.gate = gate;
    this.recount = recount;
  }

  /** Those in force, in an order that does not change. */
  public List<Judgement> inForce() {
    return all().map(Definition::body).toList();
  }

  private Stream<Definition<Judgement>> all() {
    return definitions.all(Judgement.KIND).stream().sorted(Comparator.comparing(j -> j.id().key()));
  }

  /** The newest first. Throws {@code identity.sees-some-only}. */
  public List<Definition<Judgement>> standing(Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    return definitions.all(Judgement.KIND).stream()
        .sorted(
            Comparator.comparing((Definition<Judgement> j) -> j.changedAt())
                .thenComparing(j -> j.id().key())
                .reversed())
        .toList();
  }

  /**
   * Of a pair that was compared; who judges it again says something else from then on. Throws
   * {@code identity.pair-gone} where the two are no pair any more, {@code identity.sees-some-only}.
   */
  public Definition<Judgement> judge(RecordRef one, RecordRef other, Answer answer, Viewer by) {
    Decisions.allow(by);
    var pair =
        warehouse
            .query(ReviewQuery.pair(one, other), gate.view(by))
            .first()
            .orElseThrow(
                () -> new FaultException(new Fault.Conflict("identity.pair-gone", "", Map.of())));
    var customer = new CustomerId(pair.whole("customer_id"));
    var otherCustomer = new CustomerId(pair.whole("other_customer"));
    var said =
        new Judgement(one, other, answer, pair.whole("pattern"), customer.equals(otherCustomer));
    var label = label(answer, customer, otherCustomer, one, other);
    var before = all().filter(j -> j.body().isOf(one, other)).findFirst();
    return before
        .map(
            b ->
                authors.save(by, Judgement.KIND, b.withOwner(by.user()).withBody(said).with(label)))
        .orElseGet(() -> authors.add(by, Judgement.KIND, PREFIX, label, said));
  }

  /** By customers where there are two; within one, by its records. */
  private static Label label(
      Answer answer,
      CustomerId customer,
      CustomerId otherCustomer,
      RecordRef one,
      RecordRef other) {
    var sign =
        switch (answer) {
          case SAME -> " = ";
          case DIFFERENT -> " ≠ ";
          case UNSURE -> " ? ";
        };
    return Label.typed(
        customer.equals(otherCustomer) ? one + sign + other : customer + sign + otherCustomer);
  }

  /** As if it had never been said. Throws {@code identity.sees-some-only}. */
  public void undo(DefinitionId judgement, Viewer by) {
    Decisions.allow(by);
    authors.delete(by, Judgement.KIND, judgement);
  }

  /** Begins a run that follows what was said. Throws {@code identity.sees-some-only}. */
  public void follow(Viewer by) {
    Decisions.allow(by);
    recount.begin(by.user(), FOLLOWED);
  }

  /**
   * How far people have come.
   *
   * @param judged pairs of which they said anything
   * @param unsure those of which they could not say
   * @param waiting those where the customers are not yet what was said
   */
  public record Progress(long judged, long same, long different, long unsure, long waiting) {}

  /** Throws {@code identity.sees-some-only}. */
  public Progress progress(Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    var said = inForce();
    return new Progress(
        said.size(),
        count(said, Answer.SAME),
        count(said, Answer.DIFFERENT),
        count(said, Answer.UNSURE),
        waiting(said));
  }

  private static long count(List<Judgement> said, Answer answer) {
    return said.stream().filter(j -> j.answer() == answer).count();
  }

  /** Records that are gone wait for nothing. */
  private long waiting(List<Judgement> said) {
    var telling = said.stream().filter(Judgement::tells).toList();
    var now = new HashMap<RecordRef, Long>();
    for (var sql :
        ReviewQuery.customersOf(
            telling.stream().flatMap(j -> Stream.of(j.one(), j.other())).distinct().toList())) {
      warehouse.query(sql, gate.view(Viewer.system())).stream()
          .forEach(
              r ->
                  now.put(
                      new RecordRef(r.text("source"), r.text("record_key")),
                      r.whole("customer_id")));
    }
    return telling.stream()
        .filter(
            j -> {
              var one = Optional.ofNullable(now.get(j.one()));
              var other = Optional.ofNullable(now.get(j.other()));
              return one.isPresent() && other.isPresent() && one.equals(other) != j.saysOne();
            })
        .count();
  }
}
