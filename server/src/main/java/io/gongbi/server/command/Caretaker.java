package io.gongbi.server.command;

import io.gongbi.Gongbi;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute whether something is due that nobody asked for: the day has turned, so "not in
 * the last 90 days" means others now, or a process ended between a saved segment and its count.
 * While anything runs it leaves well alone, and after a run that failed it waits an hour, since
 * what failed once mostly fails again until a person has done something. Sendings that waited for
 * the morning go on. Meanwhile it clears away files that were handed in more than a day ago and
 * never imported.
 */
final class Caretaker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
  private static final Label REFRESH = new Label("自动刷新", "Automatic refresh");
  private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

  /** Long enough to go on tomorrow with a file that was mapped today. */
  private static final Duration UPLOADS_WAIT = Duration.ofDays(1);

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
      tidy();
      gongbi.launches().resumeDue();
      look();
    } catch (RuntimeException e) {
      // A timer that throws never comes again; the next look may go well.
      LOG.warn("could not look whether a refresh is due", e);
    }
  }

  /**
   * Clears away what was handed in and left lying, unless an import may be at it; says how much.
   */
  int tidy() {
    if (isBusy()) return 0;
    return gongbi.uploads().clear(gongbi.catalog().now().minus(UPLOADS_WAIT));
  }

  private boolean isBusy() {
    return gongbi.runs().latest(50).stream().anyMatch(r -> !r.state().ended());
  }

  /** Begins a refresh if one is due and nothing stands against it; says whether it did. */
  boolean look() {
    var now = gongbi.catalog().now();
    if (isBusy()) return false;
    if (gongbi.runs().latest(1).stream().anyMatch(r -> failedLately(r, now))) return false;
    if (!gongbi.refresher().isDue()) return false;
    gongbi.refresh(UserId.SYSTEM, REFRESH, false);
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
