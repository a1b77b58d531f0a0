package io.gongbi.source;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several files landing one after the other. Reading a file is one thread's work and storing it the
 * engine's, so while one is stored those after it are read: two at a time, as nothing is stored yet
 * while the first is read. A workbook or a Parquet file takes memory by its contents and is only
 * read ahead by itself.
 */
final class Arrivals implements AutoCloseable {
  /** Who hears what becomes of each file; {@code at}: its place among them, from 0. */
  interface Log {
    /** Reading begins; may be called by the thread that read the file before. */
    void started(int at);

    void landed(int at, Landing.Batch batch);

    void refused(int at, List<Fault> faults);
  }

  private static final int AT_ONCE = 2;

  /** Of each that is not stored yet a part or two stand on the disk a second time. */
  private static final int NOT_STORED = 12;

  private final Landing landing;
  private final List<Reading.Ask> files;
  private final boolean again;
  private final Log log;
  private final List<Progress> progress;

  /** Those that are not stored yet. */
  private final TreeMap<Integer, Reading> begun = new TreeMap<>();

  /** Those of them that are not read to their end. */
  private final Set<Integer> reading = new HashSet<>();

  private int next;
  private boolean closed;

  /** {@code progress}: of each file. */
  Arrivals(
      Landing landing, List<Reading.Ask> files, boolean again, Log log, List<Progress> progress) {
    this.landing = landing;
    this.files = List.copyOf(files);
    this.again = again;
    this.log = log;
    this.progress = List.copyOf(progress);
  }

  /** Lands them all. A file that is refused costs itself and no other. */
  void land() {
    for (int at = 0; at < files.size(); at++) {
      try (var reading = begin(at)) {
        log.landed(at, landing.store(reading, again, storing(at)));
      } catch (FaultException e) {
        log.refused(at, e.faults());
      } finally {
        forget(at);
      }
    }
  }

  /** What is told while the next file is read already, is of that. */
  private Progress storing(int at) {
    return at == files.size() - 1 ? progress.get(at) : new OnlyStopped(progress.get(at));
  }

  private record OnlyStopped(Progress progress) implements Progress {
    @Override
    public void step(String name, Label label) {}

    @Override
    public void at(long done, long total) {}

    @Override
    public void onCancel(Runnable stop) {
      progress.onCancel(stop);
    }
  }

  private synchronized Reading begin(int at) {
    while (next <= at) begin();
    more();
    return Objects.requireNonNull(begun.get(at));
  }

  private synchronized void forget(int at) {
    begun.remove(at);
    wasRead(at);
  }

  private synchronized void wasRead(int at) {
    reading.remove(at);
    more();
  }

  private void more() {
    while (!closed
        && next < files.size()
        && begun.size() < NOT_STORED
        && landing.hasRoomFor(2 * NOT_STORED)
        && (reading.isEmpty() || (reading.size() < AT_ONCE && streams(files.get(next))))) begin();
  }

  private void begin() {
    int at = next++;
    reading.add(at);
    log.started(at);
    begun.put(at, landing.read(files.get(at), again, progress.get(at), () -> wasRead(at)));
  }

  /** Whether reading it takes the same little memory however long it is. */
  private static boolean streams(Reading.Ask file) {
    return switch (file.mapping().layout().format()) {
      case CSV, JSON -> true;
      case XLSX, PARQUET -> false;
    };
  }

  @Override
  public void close() {
    List<Reading> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(begun.values());
    }
    left.forEach(Reading::close);
  }
}
