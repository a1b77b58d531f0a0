package io.gongbi.warehouse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happened and what follows from it. Open family: DuckDB here, other engines in modules of
 * their own; each passes {@code WarehouseContract} and {@code WriteContract}. Thread-safe; of two
 * writes that share a concept the second waits for the first.
 */
public interface Warehouse extends AutoCloseable {
  Table query(Sql sql, View view);

  /** Streams an answer too large to hold, {@code batch} rows at a time. */
  void each(Sql sql, View view, int batch, Consumer<Table> consumer);

  /** One transaction that may write the tables of these concepts. */
  Write write(Set<String> concepts);

  /** How far a reader had got in the last committed write that said so. */
  Position reached(String reader);

  /** Tables that were made anew because their declaration changed, and are not rebuilt yet. */
  Set<TableName> stale();

  /** The declaration of a table that stands here, whether declared in code or made by a write. */
  Optional<TableSpec> spec(TableName table);

  List<TableSpec> specs();

  Dialect dialect();

  @Override
  void close();
}
