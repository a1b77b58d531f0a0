/**
 * Reads Parquet files for {@code source}. The reader is DuckDB's, in a store of its own that lives
 * in memory for as long as one file is read, may see that file and nothing else, and knows nothing
 * of the warehouse: what is in a file does not depend on where its rows will be kept. Start at
 * {@link io.gongbi.source.parquet.ParquetReader}.
 */
@NullMarked
package io.gongbi.source.parquet;

import org.jspecify.annotations.NullMarked;
