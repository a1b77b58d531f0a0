package io.gongbi.insight;

import io.gongbi.condition.Conditions;
import io.gongbi.fault.Faults;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metric;
import io.gongbi.metric.Metrics;
import io.gongbi.standard.CompanyField;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.trait.Trait;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rows and customers may be told apart by, and where it is found. */
record Splits(Conditions conditions, Traits traits) {
  private static final FieldKey CATEGORY = FieldKey.of("item.category");
  private static final FieldKey CATEGORY_2 = FieldKey.of("item.category_2");
  private static final FieldKey CATEGORY_3 = FieldKey.of("item.category_3");
  private static final FieldKey PRODUCT = FieldKey.of("item.product_name");
  private static final FieldKey CHANNEL = FieldKey.of("order.channel");
  private static final FieldKey SHOP = FieldKey.of("order.shop");

  /** Of what a metric counts. */
  private static final Set<FieldKey> OF_ROWS =
      Set.of(CHANNEL, SHOP, CATEGORY, CATEGORY_2, CATEGORY_3, PRODUCT);

  /** Of the earliest event of a funnel. */
  private static final Set<FieldKey> OF_START =
      Set.of(
          FieldKey.of("event.channel"),
          FieldKey.of("event.category"),
          FieldKey.of("event.category_2"),
          FieldKey.of("event.category_3"),
          FieldKey.of("event.topic"));

  /** Throws {@code insight.divider} for what was not found sound. */
  Splitter splitter(Split split) {
    var row = split.field().filter(f -> !f.entity().equals(Standard.CUSTOMER));
    return row.map(f -> new Splitter("o", f.column(), false))
        .orElseGet(() -> Splitter.of(divider(split)));
  }

  /** A trait or a field of customers. */
  Divider divider(Split split) {
    var trait = split.trait().flatMap(traits::find);
    if (trait.isPresent()) return Divider.of(trait.get(), traits.held());
    return split
        .field()
        .flatMap(this::attribute)
        .map(field -> Divider.of(field, conditions.ground().customer()))
        .orElseThrow(() -> Faults.bad("insight.divider", "trait"));
  }

  private Optional<Field> attribute(FieldKey key) {
    return key.entity().equals(Standard.CUSTOMER)
        ? conditions.vocabulary().attribute(key.column())
        : Optional.empty();
  }

  void check(Split split, String place, Faults faults) {
    if (split.trait().isPresent() == split.field().isPresent())
      faults.bad("insight.divider", place + "trait", Map.of());
    split
        .trait()
        .filter(trait -> traits.find(trait).isEmpty())
        .ifPresent(
            trait ->
                faults.bad(
                    "insight.unknown-trait", place + "trait", Map.of("trait", trait.value())));
    split
        .field()
        .filter(field -> attribute(field).isEmpty())
        .ifPresent(f -> unknown(f, place, faults));
  }

  /** The parts of a trend or a funnel make up the whole, so nobody may be in two of them. */
  private void mustPartOnce(Split split, String place, Faults faults) {
    split
        .trait()
        .flatMap(traits::find)
        .filter(Trait::isSeveral)
        .ifPresent(
            trait ->
                faults.bad(
                    "insight.split-several", place + "trait", Map.of("trait", trait.id().value())));
  }

  private static void unknown(FieldKey field, String place, Faults faults) {
    faults.bad("insight.unknown-field", place + "field", Map.of("field", field.toString()));
  }

  /** The same of a metric, whose rows may be told apart too. */
  void check(Split split, Metric metric, String place, Faults faults) {
    var field = split.field().filter(f -> !f.entity().equals(Standard.CUSTOMER));
    if (field.isEmpty()) {
      check(split, place, faults);
      mustPartOnce(split, place, faults);
      return;
    }
    if (split.trait().isPresent()) faults.bad("insight.divider", place + "trait", Map.of());
    boolean added = isAdded(field.get());
    if (!added && !OF_ROWS.contains(field.get())) unknown(field.get(), place, faults);
    if (!fits(field.get(), metric))
      faults.bad("insight.split-metric", place + "field", Map.of("field", field.get().toString()));
  }

  /** What customers do knows of no shop, and orders without lines of no category. */
  private static boolean fits(FieldKey field, Metric metric) {
    if (isOfGoods(field) && metric.equals(Metrics.ITEMS_PER_ORDER)) return false;
    boolean anywhere = Set.of(CHANNEL, CATEGORY, CATEGORY_2, CATEGORY_3, PRODUCT).contains(field);
    boolean ofEvents = field.entity().equals(Measure.EVENT);
    return anywhere || metric.of().equals(Measure.EVENT) == ofEvents;
  }

  /** Goods have it, the orders that they are of have not. */
  static boolean isOfGoods(FieldKey field) {
    return field.entity().equals(Measure.ITEM);
  }

  /** Words or a choice that a company added to what is counted; of numbers each is a part. */
  private boolean isAdded(FieldKey field) {
    return CompanyField.isOne(field.column())
        && conditions
            .counted(field.entity())
            .flatMap(c -> c.field(field.column()))
            .filter(f -> f.type() == ColumnType.TEXT)
            .isPresent();
  }

  /** The same of a funnel, whose starts may be told apart too. */
  void checkOfStart(Split split, String place, Faults faults) {
    if (split.field().filter(OF_START::contains).isPresent() && split.trait().isEmpty()) return;
    check(split, place, faults);
    mustPartOnce(split, place, faults);
  }
}
