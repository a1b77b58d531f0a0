package io.gongbi.refresh;

import io.gongbi.catalog.Label;

/** How a long piece of work tells where it stands and hears that it should stop. */
public interface Progress {
  /** A new stretch of work begins. */
  void step(String name, Label label);

  /** Where this stretch stands; {@code total} 0 when it is not known. */
  void at(long done, long total);

  /**
   * Where the reading of files stands: so many bytes of all, and the rows that have come. May be
   * called from threads that read ahead.
   */
  default void read(long bytes, long size, long rows) {}

  /** What to do, from another thread, when a person stops the work. */
  void onCancel(Runnable stop);

  /**
   * A count worth telling so far, such as {@code landed → 541909}: it is seen while the work goes
   * on, and stays in its log whatever the end.
   */
  default void tell(String name, String amount) {}

  /** For work that nobody watches. */
  Progress NONE =
      new Progress() {
        @Override
        public void step(String name, Label label) {}

        @Override
        public void at(long done, long total) {}

        @Override
        public void onCancel(Runnable stop) {}
      };
}
