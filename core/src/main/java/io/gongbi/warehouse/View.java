package io.gongbi.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in each table's slot for one reading. Views stack: rights over a past day over only
 * the changed customers. Inside a stand-in its own layer no longer applies, so a stand-in may
 * select from the table that it stands in for.
 */
public final class View {
  private static final View EVERYTHING = new View(List.of());

  private final List<Map<TableName, Sql>> layers;

  private View(List<Map<TableName, Sql>> layers) {
    this.layers = layers.stream().map(Map::copyOf).toList();
  }

  /** All rows, nothing masked. Steps read like this, people never do: a test holds that. */
  public static View everything() {
    return EVERYTHING;
  }

  public static View of(Map<TableName, Sql> standIns) {
    return new View(List.of(standIns));
  }

  public static View of(String table, Sql standIn) {
    return of(Map.of(TableName.of(table), standIn));
  }

  /** This view on top of {@code lower}: its stand-ins read what {@code lower} shows. */
  public View over(View lower) {
    var all = new ArrayList<>(layers);
    all.addAll(lower.layers);
    return new View(all);
  }

  Optional<Sql> standIn(TableName table) {
    return layers.stream().filter(l -> l.containsKey(table)).findFirst().map(l -> l.get(table));
  }

  View below(TableName table) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).containsKey(table)) return new View(layers.subList(i + 1, layers.size()));
    }
    return this;
  }
}
