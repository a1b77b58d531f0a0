package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lands files as an import does, and leaves out what follows: no log, no refresh. */
public final class TestLanding {
  private TestLanding() {}

  /** Throws the faults of a file that was refused. */
  public static Landing.Batch land(
      Landing landing, Path file, String name, Mapping mapping, boolean again, Progress progress) {
    return land(landing, List.of(new Imports.Item(file, name, mapping)), again, progress)
        .getFirst();
  }

  /** Throws the faults of those that were refused once all others have landed. */
  static List<Landing.Batch> land(
      Landing landing, List<Imports.Item> files, boolean again, Progress progress) {
    var log = new Log();
    var asks = files.stream().map(f -> Reading.Ask.of(f, Alignment.of(f.mapping()))).toList();
    var each = Collections.nCopies(files.size(), progress);
    try (var arrivals = new Arrivals(landing, asks, again, log, each)) {
      arrivals.land();
    }
    log.refused.throwIfAny();
    return List.copyOf(log.landed);
  }

  private static final class Log implements Arrivals.Log {
    private final List<Landing.Batch> landed = new ArrayList<>();
    private final Faults refused = new Faults();

    @Override
    public void started(int at) {}

    @Override
    public void landed(int at, Landing.Batch batch) {
      landed.add(batch);
    }

    @Override
    public void refused(int at, List<Fault> faults) {
      faults.forEach(refused::add);
    }
  }
}
