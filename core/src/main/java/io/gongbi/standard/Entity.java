package io.gongbi.standard;

import io.gongbi.catalog.Label;
import java.util.List;
import java.util.Optional;

/**
 * A kind of thing that companies keep rows about. {@code parents} are the entities whose fields a
 * row of this one may carry as well: a line of a sales export often names its order and its buyer.
 */
public record Entity(EntityName name, Label label, List<EntityName> parents, List<Field> fields) {
  public Entity {
    parents = List.copyOf(parents);
    fields = List.copyOf(fields);
  }

  public Optional<Field> field(String column) {
    return fields.stream().filter(f -> f.key().column().equals(column)).findFirst();
  }
}
