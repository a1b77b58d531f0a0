package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Run;
import io.gongbi.source.Imports;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Files come in as somebody imports them, and everything that follows is brought up to date. */
final class Arrival {
  private Arrival() {}

  /** Tells apart the landing, each concept of the refresh, and its commit. */
  static void of(Gongbi gongbi, List<Imports.Item> items, Stopwatch watch) {
    var report = new AtomicReference<Refresher.Report>();
    gongbi.refresher().afterwards(report::set);
    var run = ended(gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, items, false)));
    // A refresh writes down as of which moment it was made: that when the files had landed.
    var landed = gongbi.refresher().lastFinished().orElseThrow();
    watch.part("land", Duration.between(run.startedAt(), landed).toNanos() / 1e6);
    for (var ran : Objects.requireNonNull(report.get(), "no refresh followed").ran()) {
      watch.part(ran.step().substring(0, ran.step().indexOf('.')), (double) ran.milliseconds());
    }
    watch.rest("commit");
  }

  /** The run, if it came to a good end. */
  static Run ended(Run run) {
    if (run.state() != Run.State.DONE)
      throw new IllegalStateException("%s: %s".formatted(run.state(), run.faults()));
    return run;
  }
}
