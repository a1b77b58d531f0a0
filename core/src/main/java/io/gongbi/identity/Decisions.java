package io.gongbi.identity;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.identity.Decision.Verdict;
import io.gongbi.refresh.Recount;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people decided about who is who: made, listed, taken back. Each change begins a run that
 * recognises everybody anew; what was decided holds through every later one. Thread-safe.
 */
public final class Decisions {
  public static final Kind<Decision> KIND = Kind.of("decision", Decision.class, List.of());

  private static final int LONGEST = 200;
  private static final Label AGAIN =
      new Label("按人工决定重新识别客户", "Recognise customers by what people decided");

  private final Definitions definitions;
  private final Authorship authors;
  private final Warehouse warehouse;
  private final Gate gate;
  private final Recount recount;

  public Decisions(
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

  /** Those in force, the oldest first. */
  public List<Decision> inForce() {
    return definitions.all(KIND).stream()
        .sorted(Comparator.comparing(d -> d.id().key()))
        .map(Definition::body)
        .toList();
  }

  /** The newest first. Throws {@code identity.sees-some-only}. */
  public List<Definition<Decision>> standing(Viewer viewer) {
    mustSeeAll(viewer);
    return definitions.all(KIND).reversed();
  }

  /**
   * Some records of a customer are somebody else's, and stay so. Throws {@code
   * identity.no-customer}, {@code identity.split-none} where none or all of the customer's records
   * are named, {@code identity.split-stale} where one is not the customer's any more, {@code
   * identity.note}, {@code identity.sees-some-only}.
   */
  public Definition<Decision> split(
      CustomerId customer, List<RecordRef> off, String note, Viewer by) {
    allow(by);
    var rest = new ArrayList<>(records(customer, by));
    var leaving = new HashSet<>(off);
    for (var record : leaving) {
      if (!rest.contains(record)) {
        throw new FaultException(
            new Fault.Conflict(
                "identity.split-stale", "records", Map.of("record", record.toString())));
      }
    }
    rest.removeAll(leaving);
    if (leaving.isEmpty() || rest.isEmpty()) {
      throw new FaultException(new Fault.BadQuestion("identity.split-none", "records", Map.of()));
    }
    return decide(
        new Decision(Verdict.APART, sorted(leaving), rest, told(note)),
        Label.typed("≠ " + customer),
        by);
  }

  /**
   * Two customers are one, and stay so. Throws {@code identity.no-customer}, {@code
   * identity.merge-self}, {@code identity.note}, {@code identity.sees-some-only}.
   */
  public Definition<Decision> merge(CustomerId one, CustomerId other, String note, Viewer by) {
    allow(by);
    if (one.equals(other)) {
      throw new FaultException(new Fault.BadQuestion("identity.merge-self", "other", Map.of()));
    }
    return decide(
        new Decision(Verdict.TOGETHER, records(one, by), records(other, by), told(note)),
        Label.typed(one + " = " + other),
        by);
  }

  /** As if it had never been decided. Throws {@code identity.sees-some-only}. */
  public void undo(DefinitionId decision, Viewer by) {
    allow(by);
    authors.delete(by, KIND, decision);
    recount.begin(by.user(), AGAIN);
  }

  private Definition<Decision> decide(Decision decision, Label label, Viewer by) {
    var added = authors.add(by, KIND, "d", label, decision);
    recount.begin(by.user(), AGAIN);
    return added;
  }

  private List<RecordRef> records(CustomerId customer, Viewer by) {
    var records =
        warehouse.query(IdentityQuery.records(customer), gate.view(by)).stream()
            .map(r -> new RecordRef(r.text("source"), r.text("record_key")))
            .toList();
    if (records.isEmpty()) throw Faults.notFound("identity.no-customer", customer.toString());
    return records;
  }

  private static List<RecordRef> sorted(Set<RecordRef> records) {
    return records.stream()
        .sorted(Comparator.comparing(RecordRef::source).thenComparing(RecordRef::recordKey))
        .toList();
  }

  private static String told(String note) {
    var told = note.strip();
    if (told.length() > LONGEST) {
      throw new FaultException(
          new Fault.BadQuestion(
              "identity.note", "note", Map.of("most", Integer.toString(LONGEST))));
    }
    return told;
  }

  /** Who may say who is who. */
  static void allow(Viewer by) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
  }

  /** Who sees only some customers cannot say who else a record may be. */
  static void mustSeeAll(Viewer viewer) {
    viewer.mustSeeEverybody("identity.sees-some-only");
  }
}
