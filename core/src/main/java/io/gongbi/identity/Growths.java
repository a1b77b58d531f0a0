package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.fault.Faults;
import io.gongbi.identity.Decision.Verdict;
import io.gongbi.identity.Growth.Arrival;
import io.gongbi.identity.Growth.Event;
import io.gongbi.identity.Growth.Hold;
import io.gongbi.identity.Growth.Link;
import io.gongbi.identity.Growth.What;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells how a customer came to be, record by record and change by change. Thread-safe. */
public final class Growths {
  private static final int AT_ONCE = 500;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Identities identities;
  private final Supplier<IdRules> rules;
  private final Supplier<List<Definition<Decision>>> decisions;

  public Growths(
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

  /**
   * Throws {@code identity.no-customer} when nobody of this id, former ids included, is there for
   * the viewer.
   */
  public Growth of(CustomerId customer, Viewer viewer) {
    var now = identities.current(customer);
    var seen = warehouse.query(IdentityQuery.records(now), gate.view(viewer)).size();
    if (seen == 0) throw Faults.notFound("identity.no-customer", customer.toString());
    // Values are not told, and masks would tie what is not tied.
    var raw = gate.view(Viewer.system());
    var rows = warehouse.query(GrowthQuery.records(now), raw).stream().toList();
    var moves = warehouse.query(GrowthQuery.moves(now), raw).stream().toList();
    var formers = new LinkedHashMap<Long, Instant>();
    warehouse.query(GrowthQuery.formers(now), raw).stream()
        .forEach(r -> formers.put(r.whole("customer_id"), r.moment("since")));
    var before = new HashMap<RecordRef, CustomerId>();
    moves.stream()
        .filter(r -> r.whole("becomes") == now.value())
        .forEach(r -> before.put(ref(r), new CustomerId(r.whole("was"))));
    var arrivals =
        rows.stream()
            .map(
                r ->
                    new Arrival(
                        ref(r), r.momentIfAny("seen_at"), Optional.ofNullable(before.get(ref(r)))))
            .toList();
    var said = viewer.seesEverybody() ? said(arrivals) : List.<Definition<Decision>>of();
    return new Growth(
        now, arrivals, links(now, arrivals, raw), events(now, moves, formers, viewer), said);
  }

  private static RecordRef ref(Row row) {
    return new RecordRef(row.text("source"), row.text("record_key"));
  }

  /** Those of which some record is the customer's. */
  private List<Definition<Decision>> said(List<Arrival> arrivals) {
    var own = new HashSet<RecordRef>();
    arrivals.forEach(a -> own.add(a.record()));
    return decisions.get().stream()
        .filter(
            d ->
                d.body().one().stream().anyMatch(own::contains)
                    || d.body().other().stream().anyMatch(own::contains))
        .sorted(Comparator.comparing(d -> d.changedAt()))
        .toList();
  }

  /** The strongest links first, each that connects what was not connected yet. */
  private List<Link> links(CustomerId now, List<Arrival> arrivals, View raw) {
    var found = new ArrayList<Link>();
    var shared = new ArrayList<Link>();
    var first = new HashMap<List<String>, RecordRef>();
    for (var row : warehouse.query(IdentityQuery.evidence(now), raw).stream().toList()) {
      var type = IdType.find(row.text("id_type")).orElseThrow();
      var scope = type.isOfItsSource() ? row.text("source") : "";
      var holder = first.putIfAbsent(List.of(type.column(), row.text("id_value"), scope), ref(row));
      if (holder == null) continue;
      boolean ties = rules.get().of(type).use() == IdRules.Use.EXCLUSIVE;
      (ties ? found : shared)
          .add(
              new Link(
                  holder,
                  ref(row),
                  ties ? Hold.TIED : Hold.SHARED,
                  Optional.of(type),
                  Optional.empty()));
    }
    warehouse.query(GrowthQuery.pairs(now), raw).stream()
        .forEach(
            r ->
                found.add(
                    new Link(
                        new RecordRef(r.text("one_source"), r.text("one_key")),
                        new RecordRef(r.text("other_source"), r.text("other_key")),
                        Hold.ALIKE,
                        Optional.empty(),
                        Optional.of(r.real("weight")))));
    for (var decision : decisions.get()) {
      if (decision.body().verdict() != Verdict.TOGETHER) continue;
      found.add(
          new Link(
              decision.body().one().getFirst(),
              decision.body().other().getFirst(),
              Hold.DECIDED,
              Optional.empty(),
              Optional.empty()));
    }
    found.addAll(shared);
    return spanning(found, arrivals);
  }

  private static List<Link> spanning(List<Link> links, List<Arrival> arrivals) {
    var part = new HashMap<RecordRef, Set<RecordRef>>();
    for (var arrival : arrivals) {
      part.put(arrival.record(), new HashSet<>(Set.of(arrival.record())));
    }
    var kept = new ArrayList<Link>();
    for (var link : links) {
      var one = part.get(link.one());
      var other = part.get(link.other());
      // Of a decision, records that are gone or somebody else's by now.
      if (one == null || other == null || one.equals(other)) continue;
      one.addAll(other);
      other.forEach(r -> part.put(r, one));
      kept.add(link);
    }
    return kept;
  }

  private record Hands(Instant at, long was, long becomes) {}

  private List<Event> events(
      CustomerId now, List<Row> moves, Map<Long, Instant> formers, Viewer viewer) {
    var hands = new LinkedHashMap<Hands, List<RecordRef>>();
    for (var row : moves) {
      var at = new Hands(row.moment("since"), row.whole("was"), row.whole("becomes"));
      hands.computeIfAbsent(at, _ -> new ArrayList<>()).add(ref(row));
    }
    var told = new HashSet<Long>();
    var events = new ArrayList<Event>();
    var sight =
        sight(
            hands.keySet().stream()
                .flatMap(h -> List.of(h.was(), h.becomes()).stream())
                .distinct()
                .toList(),
            viewer);
    hands.forEach(
        (h, records) -> {
          boolean came = h.becomes() == now.value() || formers.containsKey(h.becomes());
          long other = came ? h.was() : h.becomes();
          boolean former = formers.containsKey(other);
          if (came && former) told.add(other);
          events.add(
              new Event(
                  h.at(),
                  !came ? What.LEFT : former ? What.SWALLOWED : What.CAME,
                  Optional.of(other)
                      .filter(id -> former || sight.contains(id))
                      .map(CustomerId::new),
                  records));
        });
    formers.forEach(
        (id, since) -> {
          if (told.contains(id)) return;
          events.add(new Event(since, What.SWALLOWED, Optional.of(new CustomerId(id)), List.of()));
        });
    events.sort(Comparator.comparing(Event::happenedAt));
    return events;
  }

  /** Those whom the viewer may see. */
  private Set<Long> sight(List<Long> customers, Viewer viewer) {
    var sight = new HashSet<Long>();
    for (int from = 0; from < customers.size(); from += AT_ONCE) {
      var some = customers.subList(from, Math.min(customers.size(), from + AT_ONCE));
      warehouse.query(GrowthQuery.among(some), gate.view(viewer)).stream()
          .forEach(r -> sight.add(r.whole("customer_id")));
    }
    return sight;
  }
}
