package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Identifiers that contradict each other. At most one member card a customer is allowed, and crm/1
 * with card A and shop/2 with card B hold one openid: whichever is trusted less, the openid or the
 * card, brings nobody together. Values are followed one after the other, the most trusted type
 * first; one that would bring somebody more values of a type than they may have, of a type trusted
 * no less than its own, is cut: it ties none of its records.
 */
final class Contradictions {
  /** Values that tie nobody because a more trusted one speaks against it. */
  static final TableSpec CUT =
      TableSpec.derived(
          "identity.cut",
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("first_node", WHOLE));

  /** The same after a run: who holds them, one row for each customer. */
  static final TableSpec CONTRADICTED =
      TableSpec.derived(
          "identity.contradicted",
          open("customer_id", WHOLE),
          open("scope", TEXT),
          open("id_type", TEXT),
          personal("id_value", TEXT));

  private final Write write;
  private final IdRules rules;

  Contradictions(Write write, IdRules rules) {
    this.write = write;
    this.rules = rules;
  }

  /** {@code ids} with every identifier in its slot; {@link Cores#PART} says what is connected. */
  void cut(View ids) {
    try (var placed = write.hold(LinkQuery.PLACED_HELD, LinkQuery.PLACED, View.everything())) {
      var view = placed.view().over(ids);
      var held = new HashMap<Integer, Set<Held>>();
      write.query(ContradictionQuery.held(rules), view).stream()
          .forEach(
              r ->
                  held.computeIfAbsent(Math.toIntExact(r.whole("node")), n -> new HashSet<>())
                      .add(new Held(type(r.text("id_type")), r.text("scope"), r.text("id_value"))));
      if (held.isEmpty()) return;
      var nodes = new TreeMap<Named, List<Integer>>();
      write.query(ContradictionQuery.ties(rules), view).stream()
          .forEach(
              r ->
                  nodes
                      .computeIfAbsent(
                          new Named(
                              rules.trust().indexOf(type(r.text("id_type"))),
                              r.whole("records_sharing"),
                              r.text("id_value"),
                              Math.toIntExact(r.whole("first_node"))),
                          n -> new ArrayList<>())
                      .add(Math.toIntExact(r.whole("node"))));
      keep(cut(nodes, held));
    }
    write.replace(Cores.LINK, new Slice.Whole(), ContradictionQuery.LINKS, View.everything());
  }

  private void keep(List<Named> cut) {
    write.append(
        CUT,
        new Table(
            CUT.columns(),
            cut.stream()
                .map(
                    n ->
                        List.of(
                            Value.of(rules.trust().get(n.trust()).column()),
                            Value.of(n.value()),
                            Value.of((long) n.firstNode())))
                .toList()));
  }

  private static IdType type(String column) {
    return IdType.find(column).orElseThrow();
  }

  private record Held(IdType type, String scope, String value) {}

  /**
   * A value that ties records, in the order in which values are followed: the most trusted type
   * first, of one type what most records hold.
   */
  private record Named(int trust, long records, String value, int firstNode)
      implements Comparable<Named> {
    private static final Comparator<Named> ORDER =
        Comparator.comparingInt(Named::trust)
            .thenComparing(Named::records, Comparator.reverseOrder())
            .thenComparing(Named::value)
            .thenComparingInt(Named::firstNode);

    @Override
    public int compareTo(Named other) {
      return ORDER.compare(this, other);
    }
  }

  private List<Named> cut(SortedMap<Named, List<Integer>> nodes, Map<Integer, Set<Held>> held) {
    var cut = new ArrayList<Named>();
    var groups = new HashMap<Integer, Group>();
    nodes.forEach(
        (named, holders) -> {
          var parts =
              holders.stream()
                  .map(n -> groups.computeIfAbsent(n, x -> Group.of(x, held)))
                  .collect(Collectors.toSet());
          if (parts.size() < 2) return;
          var all = Group.of(parts);
          if (isTooMuch(named.trust(), all, parts)) {
            cut.add(named);
          } else {
            all.nodes().forEach(n -> groups.put(n, all));
          }
        });
    return cut;
  }

  private boolean isTooMuch(int trust, Group all, Set<Group> parts) {
    return rules.counted().stream()
        .filter(t -> rules.trust().indexOf(t) <= trust)
        .anyMatch(
            t -> {
              long of = all.count(t);
              return of > rules.of(t).values().orElseThrow()
                  && parts.stream().allMatch(p -> p.count(t) < of);
            });
  }

  /** Records that are one person as far as values were followed. */
  private record Group(Set<Integer> nodes, Set<Held> held) {
    Group {
      nodes = Set.copyOf(nodes);
      held = Set.copyOf(held);
    }

    static Group of(int node, Map<Integer, Set<Held>> held) {
      return new Group(Set.of(node), held.getOrDefault(node, Set.of()));
    }

    static Group of(Set<Group> parts) {
      return new Group(
          parts.stream().flatMap(p -> p.nodes().stream()).collect(Collectors.toSet()),
          parts.stream().flatMap(p -> p.held().stream()).collect(Collectors.toSet()));
    }

    long count(IdType type) {
      return held.stream().filter(h -> h.type() == type).count();
    }
  }
}
