/**
 * The default engine: one DuckDB file in the data folder. The only place of the warehouse that
 * knows JDBC. Start at {@link io.gongbi.warehouse.duckdb.DuckDbWarehouse}.
 */
@NullMarked
package io.gongbi.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
