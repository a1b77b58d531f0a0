package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables that an ordered insert of no rows went to. Such an insert makes DuckDB 2.0.0 store a later
 * large one of the same transaction with the statistics of nothing: every comparison with its
 * columns then finds nothing. A row put in between and taken out again keeps them true. It also has
 * the commit write all rows of the table into the log, so it is done only where it is needed.
 */
final class Hollow {
  private final Statements statements;
  private final Dialect dialect;

  /** By their name in the engine: one may be hollow while the one that it replaces is not. */
  private final Set<String> tables = new HashSet<>();

  Hollow(Statements statements, Dialect dialect) {
    this.statements = statements;
    this.dialect = dialect;
  }

  /** What to do before rows go to {@code physical}, a table of {@code table}'s columns. */
  void wake(TableSpec table, String physical) {
    if (!tables.remove(physical)) return;
    statements.run("insert into " + physical + " default values");
    statements.run(
        "delete from "
            + physical
            + table.columns().stream()
                .map(c -> c.name() + " is null")
                .collect(Collectors.joining(" and ", " where ", "")));
  }

  /** Says what an insert came to. */
  void inserted(String physical, Sql rows, View view, long written) {
    if (written == 0 && ordered(rows, view)) tables.add(physical);
  }

  /** Whether the engine may have to keep an order; sure of a question that has none in it. */
  private boolean ordered(Sql rows, View view) {
    return rows.bind(view, dialect).text().toLowerCase(Locale.ROOT).contains("order by");
  }

  void renamed(String from, String to) {
    if (tables.remove(from)) tables.add(to);
    else tables.remove(to);
  }

  void made(String physical) {
    tables.remove(physical);
  }
}
