package io.gongbi.server.command;

import io.gongbi.Gongbi;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute whether something is due that nobody asked for: the day has turned, so "not in
 * the last 90 days" means others now, or a process ended between a saved segment and its count.
 * While anything runs it leaves well alone, and after a run that failed it waits an hour, since
 * what failed once mostly fails again until a person has done something.
 */
final class Caretaker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
  private static final Label REFRESH = new Label("自动刷新", "Automatic refresh");
  private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

  private final Gongbi gongbi;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "gongbi-caretaker");
            thread.setDaemon(true);
            return thread;
          });

  Caretaker(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** The first look is half a minute after the start, when the first pages have been shown. */
  Caretaker started() {
    var _ = timer.scheduleWithFixedDelay(this::lookQuietly, 30, 60, TimeUnit.SECONDS);
    return this;
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException e) {
      // A timer that throws never comes again; the next look may go well.
      LOG.warn("could not look whether a refresh is due", e);
    }
  }

  /** Begins a refresh if one is due and nothing stands against it; says whether it did. */
  boolean look() {
    var now = gongbi.catalog().now();
    var latest = gongbi.runs().latest(50);
    if (!latest.stream().allMatch(r -> r.state().ended())) return false;
    if (latest.stream().limit(1).anyMatch(r -> failedLately(r, now))) return false;
    if (!gongbi.refresher().isDue()) return false;
    gongbi
        .runs()
        .begin(
            UserId.SYSTEM,
            Run.Kind.REFRESH,
            REFRESH,
            (run, progress) -> {
              var report = gongbi.refresher().refresh(run, gongbi.catalog().now(), false, progress);
              return Map.of("steps", Integer.toString(report.ran().size()));
            });
    return true;
  }

  private static boolean failedLately(Run run, Instant now) {
    return run.state() == Run.State.FAILED
        && run.endedAt().filter(end -> end.plus(AFTER_A_FAILURE).isAfter(now)).isPresent();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
