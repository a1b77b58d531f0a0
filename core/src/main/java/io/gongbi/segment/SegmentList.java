package io.gongbi.segment;

import io.gongbi.catalog.Label;
import io.gongbi.condition.Vocabulary;
import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A segment as a list with chosen columns, as its viewer sees it: masked stays masked. */
public final class SegmentList {
  private static final int BATCH = 5_000;
  private static final TableName CUSTOMER = TableName.of("profile.customer");
  private static final TableName HELD = TableName.of("trait.held");

  private final Warehouse warehouse;
  private final View view;
  private final Sql rows;
  private final Sql count;
  private final List<Label> labels;

  private SegmentList(Warehouse warehouse, View view, Sql rows, Sql count, List<Label> labels) {
    this.warehouse = warehouse;
    this.view = view;
    this.rows = rows;
    this.count = count;
    this.labels = List.copyOf(labels);
  }

  static SegmentList of(
      Warehouse warehouse,
      View view,
      Sql members,
      List<String> columns,
      Vocabulary vocabulary,
      TableSpec held) {
    var customer = warehouse.spec(CUSTOMER).orElseThrow();
    var faults = new Faults();
    var chosen = new ArrayList<SegmentQuery.Chosen>();
    var labels = new ArrayList<Label>();
    labels.add(new Label("客户编号", "Customer id"));
    for (var name : columns) {
      var attribute = vocabulary.attribute(name).filter(f -> customer.find(name).isPresent());
      var trait =
          vocabulary.traits().stream()
              .filter(t -> t.id().value().equals(name) && held.find(t.id().column()).isPresent())
              .findFirst();
      if (attribute.isPresent()) {
        chosen.add(new SegmentQuery.Chosen(CUSTOMER, customer.column(name)));
        labels.add(attribute.get().label());
      } else if (trait.isPresent()) {
        chosen.add(new SegmentQuery.Chosen(HELD, held.column(trait.get().id().column())));
        labels.add(trait.get().label());
      } else {
        faults.bad("segment.unknown-column", "columns", Map.of("column", name));
      }
    }
    if (columns.isEmpty()) faults.bad("segment.no-columns", "columns", Map.of());
    faults.throwIfAny();
    return new SegmentList(
        warehouse, view, SegmentQuery.list(members, chosen), SegmentQuery.counted(members), labels);
  }

  public long size() {
    return warehouse.query(count, view).only().whole("customers");
  }

  /** The file, with its heads in a language. */
  public ListFile file(Function<Label, String> language) {
    return new ListFile(
        labels.stream().map(language).toList(),
        size(),
        some -> warehouse.each(rows, view, BATCH, batch -> some.accept(batch.rows())));
  }
}
