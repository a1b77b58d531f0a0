package io.gongbi.segment;

import io.gongbi.catalog.Label;
import io.gongbi.condition.Vocabulary;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;

/**
 * A segment as a list with chosen columns, as its viewer sees it: masked stays masked, and no cell
 * is a formula. Streamed, so its length costs no memory.
 */
public final class SegmentList {
  /** Excel's own limit, without the header. */
  private static final long MOST_XLSX = 1_048_575;

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

  /** UTF-8 with a mark, so that Excel reads Chinese. */
  public void writeCsv(OutputStream out, Function<Label, String> language) {
    try {
      var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      writer.write('\uFEFF');
      writeRow(writer, labels.stream().map(language).map(SegmentList::quoted).toList());
      warehouse.each(rows, view, BATCH, batch -> writeRows(writer, batch));
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRows(Writer writer, Table batch) {
    try {
      for (var row : batch.rows()) {
        writeRow(writer, row.stream().map(SegmentList::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRow(Writer writer, List<String> cells) throws IOException {
    writer.write(String.join(",", cells));
    writer.write("\r\n");
  }

  /** Text that begins like a formula gets a mark before it; numbers are numbers. */
  private static String cell(Value value) {
    return switch (value) {
      case Value.Text t ->
          quoted(t.value().matches("(?s)[=+\\-@\\t\\r].*") ? "'" + t.value() : t.value());
      default -> quoted(value.shown());
    };
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** Throws {@code segment.too-long-for-excel} before anything is written. */
  public void writeXlsx(OutputStream out, Function<Label, String> language) {
    long size = size();
    if (size > MOST_XLSX) {
      throw new FaultException(
          new Fault.TooLarge(
              "segment.too-long-for-excel",
              "format",
              Map.of("rows", Long.toString(size), "most", Long.toString(MOST_XLSX))));
    }
    try (var workbook = new Workbook(out, "Gongbi", "1.0")) {
      var sheet = workbook.newWorksheet("customers");
      for (int i = 0; i < labels.size(); i++) sheet.value(0, i, language.apply(labels.get(i)));
      var at = new int[] {1};
      warehouse.each(
          rows,
          view,
          BATCH,
          batch -> {
            for (var row : batch.rows()) {
              for (int i = 0; i < row.size(); i++) {
                switch (row.get(i)) {
                  case Value.Whole w -> sheet.value(at[0], i, w.value());
                  case Value.Decimal d -> sheet.value(at[0], i, d.value());
                  case Value.Real r -> sheet.value(at[0], i, r.value());
                  case Value.Missing m -> {}
                  default -> sheet.value(at[0], i, row.get(i).shown());
                }
              }
              at[0]++;
            }
            try {
              sheet.flush();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
