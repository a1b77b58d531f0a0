package io.gongbi.condition;

import io.gongbi.catalog.Label;
import io.gongbi.metric.Aggregate;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.trait.Trait;
import java.util.List;
import java.util.Optional;

/**
 * What a condition may speak of, with the words for it: the fields of a customer, what customers do
 * and the fields of that, and traits. A builder draws its menus from it, {@code why} its sentences.
 */
public record Vocabulary(List<Field> attributes, List<Counted> behaviours, List<Trait> traits) {
  /** Rows that can be counted a customer, such as orders. */
  public record Counted(
      EntityName entity, Label label, List<Field> fields, List<Aggregate> aggregates) {
    public Counted {
      fields = List.copyOf(fields);
      aggregates = List.copyOf(aggregates);
    }

    public Optional<Field> field(String column) {
      return named(fields, column);
    }
  }

  public Vocabulary {
    attributes = List.copyOf(attributes);
    behaviours = List.copyOf(behaviours);
    traits = List.copyOf(traits);
  }

  public Optional<Field> attribute(String column) {
    return named(attributes, column);
  }

  public Optional<Counted> behaviour(EntityName entity) {
    return behaviours.stream().filter(b -> b.entity().equals(entity)).findFirst();
  }

  /** A field of customers, or of what they do. */
  public Optional<Field> field(FieldKey key) {
    return key.entity().equals(Standard.CUSTOMER)
        ? attribute(key.column())
        : behaviour(key.entity()).flatMap(b -> b.field(key.column()));
  }

  private static Optional<Field> named(List<Field> fields, String column) {
    return fields.stream().filter(f -> f.key().column().equals(column)).findFirst();
  }
}
