package io.gongbi.refresh;

/** Where a long piece of work stands. Told often; shown to whoever waits. */
public interface Progress {
  /** {@code total} 0: not known. */
  void at(long done, long total);

  Progress NONE = (done, total) -> {};
}
