package io.gongbi.insight;

import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns {@code n0, n1 …} that count the events of one moment which meet any of some filters, and
 * the conditions that {@link Rivals} puts on them.
 */
final class MomentCounts {
  private final FunnelEvents events;
  private final Rivals rivals;
  private final WhereQuery where = new WhereQuery("e");
  private final Map<Set<Where>, String> names = new LinkedHashMap<>();
  private final Map<String, String> columns = new LinkedHashMap<>();

  MomentCounts(FunnelEvents events, Rivals rivals) {
    this.events = events;
    this.rivals = rivals;
  }

  /** For the text that the columns stand in. */
  WhereQuery where() {
    return where;
  }

  /** The columns that deciding about this step takes. */
  void add(int step) {
    own(step);
    rivals.claims(step).forEach(c -> column(c.filters()));
  }

  /** The column that counts the events which fill the step. */
  String own(int step) {
    return column(Set.of(events.filter(step)));
  }

  private String column(Set<Where> filters) {
    var known = names.get(filters);
    if (known != null) return known;
    var name = "n" + names.size();
    var any = events.text(where, new Where.Either(List.copyOf(filters)));
    names.put(filters, name);
    columns.put(name, "count(*) filter (where %s) as %s".formatted(any, name));
    return name;
  }

  String columns() {
    return String.join(",\n       ", columns.values());
  }

  /**
   * Whether the moment {@code r}, at which a way is with step k − 1, has an event left for step k.
   */
  String room(int step) {
    return rivals.claims(step).stream()
        .map(c -> "r.%s > %s".formatted(column(c.filters()), taken(c, step - 1)))
        .collect(Collectors.joining("\n  and "));
  }

  /** How many of the rivals stand on the moment: the last step does, others may. */
  private static String taken(Rivals.Claim claim, int now) {
    return claim.earlier().stream()
        .map(i -> i == now ? "1" : "case when l.t%s = l.t%s then 1 else 0 end".formatted(i, now))
        .collect(Collectors.joining(" + "));
  }
}
