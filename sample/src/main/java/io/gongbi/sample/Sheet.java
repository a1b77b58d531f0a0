package io.gongbi.sample;

import java.io.Closeable;
import java.io.IOException;

/** A file of rows that is written from top to bottom and never held in memory. */
interface Sheet extends Closeable {

  /** Cells are text, or LocalDateTime and Long where the format knows dates and numbers. */
  void row(Object... cells) throws IOException;
}
