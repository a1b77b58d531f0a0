package io.gongbi.delivery;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Follows the ledger into the warehouse; the cursor is committed with the rows. */
final class MirrorStep implements Step {
  static final String READER = "delivery.entry";
  private static final int CHUNK = 50_000;

  /** Rows that a later position of the same entry has overtaken. */
  private static final Sql OVERTAKEN =
      Sql.of(
          """
          select o.number,
                 o.position
          from (
            select e.number,
                   e.position,
                   max(e.position) over (partition by e.number) as newest
            from {delivery.entry} e
          ) o
          where o.position < o.newest
          """);

  private final Feed<LedgerEntry> entries;

  MirrorStep(Feed<LedgerEntry> entries) {
    this.entries = entries;
  }

  @Override
  public String name() {
    return "delivery.entry";
  }

  @Override
  public Label label() {
    return new Label("汇总触达记录", "Collect sends and receipts");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of();
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("delivery.entry"));
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  @Override
  public boolean hasNews(Write write, AsOf asOf) {
    return write.reached(READER).compareTo(entries.end()) < 0;
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    var at = write.reached(READER);
    if (delta instanceof Delta.Everything) {
      write.clear(Deliveries.ENTRY);
      at = Position.START;
    }
    for (var chunk = entries.after(at, CHUNK); !chunk.isEmpty(); chunk = entries.after(at, CHUNK)) {
      write.append(Deliveries.ENTRY, table(chunk));
      at = chunk.getLast().position();
    }
    write.delete(Deliveries.ENTRY, Slice.rows(OVERTAKEN, "number", "position"), View.everything());
    write.mark(READER, at);
    return delta;
  }

  private static Table table(List<Feed.Entry<LedgerEntry>> chunk) {
    var rows = new ArrayList<List<Value>>(chunk.size());
    for (var change : chunk) {
      var entry = change.body();
      rows.add(
          List.of(
              Value.of(entry.number()),
              Value.of(change.position().value()),
              Value.of(entry.origin()),
              Value.of(entry.customer().value()),
              Value.of(entry.arm()),
              Value.of(entry.channel()),
              Value.of(entry.state().name()),
              entry.reason().map(Value::of).orElse(Value.missing()),
              Value.of(entry.enteredAt()),
              entry.sentAt().map(Value::of).orElse(Value.missing()),
              entry.deliveredAt().map(Value::of).orElse(Value.missing()),
              entry.optedOutAt().map(Value::of).orElse(Value.missing()),
              Value.of(entry.parts())));
    }
    return new Table(Deliveries.ENTRY.columns(), rows);
  }
}
