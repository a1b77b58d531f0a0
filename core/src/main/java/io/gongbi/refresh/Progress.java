package io.gongbi.refresh;

import io.gongbi.catalog.Label;

/** How a long piece of work tells where it stands and hears that it should stop. */
public interface Progress {
  /** A new stretch of work begins. */
  void step(String name, Label label);

  /** Where this stretch stands; {@code total} 0 when it is not known. */
  void at(long done, long total);

  /** What to do, from another thread, when a person stops the work. */
  void onCancel(Runnable stop);

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
