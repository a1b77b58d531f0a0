package io.gongbi.bench;

import java.sql.SQLException;

/** One side of a comparison: does its work from the beginning each time it is called. */
interface Work extends AutoCloseable {
  Checksum once(Stopwatch watch) throws Exception;

  /** For sides that keep something open between their turns. */
  @Override
  default void close() throws SQLException {}
}
