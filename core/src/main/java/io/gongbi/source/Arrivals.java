package io.gongbi.source;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import java.util.List;
import java.util.TreeMap;

/**
 * Several files landing one after the other, each being read while the one before it is stored:
 * reading is one thread's work, storing the engine's.
 */
final class Arrivals implements AutoCloseable {
  /** Who hears what becomes of each file; {@code at}: its place among them, from 0. */
  interface Log {
    /** Reading begins; may be called by the thread that read the file before. */
    void started(int at);

    void landed(int at, Landing.Batch batch);

    void refused(int at, List<Fault> faults);
  }

  private final Landing landing;
  private final List<Reading.Ask> files;
  private final boolean again;
  private final Log log;
  private final List<Progress> progress;

  private final TreeMap<Integer, Reading> begun = new TreeMap<>();
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
    var reading = begun.get(at);
    if (reading == null) {
      log.started(at);
      reading = landing.read(files.get(at), again, progress.get(at), () -> ahead(at + 1));
      begun.put(at, reading);
    }
    return reading;
  }

  private synchronized void forget(int at) {
    begun.remove(at);
  }

  private synchronized void ahead(int at) {
    if (!closed && at < files.size()) begin(at);
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
