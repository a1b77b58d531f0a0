package io.gongbi.server.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Shows how far background work is: one line written over on a terminal, one a step elsewhere. When
 * the process is told to stop meanwhile, so is the work; what came of it is said either way.
 */
final class RunWatch {
  private static final int WIDTH = 24;
  private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");
  private static final long EVERY_MILLIS = 150;

  /** Longer than the engine needs to leave a statement. */
  private static final long STOP_MILLIS = 30_000;

  private final Remote remote;
  private final PrintStream out;
  private final boolean terminal;
  private final Supplier<String> stopped;
  private final Supplier<String> cutOff;
  private final long run;
  private volatile boolean stopping;
  private String shown = "";

  /**
   * What is left of the run and how to go on: {@code stopped} when somebody stopped it, {@code
   * cutOff} when the server went away under it.
   */
  RunWatch(
      Remote remote, long run, Supplier<String> stopped, Supplier<String> cutOff, PrintStream out) {
    this.remote = remote;
    this.run = run;
    this.stopped = stopped;
    this.cutOff = cutOff;
    this.out = out;
    this.terminal = Screen.isThere();
  }

  /** Waits for the run; throws what it failed of, or {@link Stopped}. */
  JsonNode await() {
    try {
      return watch();
    } catch (RuntimeException e) {
      // The server is going down under this thread, and all is being said by another.
      if (stopping) forever();
      if (e instanceof Refused refused && refused.is(Remote.GONE)) {
        clear();
        throw new Refused(cutOff.get(), List.of(Remote.GONE));
      }
      throw e;
    }
  }

  /** While the process is ending: stops the run, waits until it has, and says what is left. */
  void stop() {
    stopping = true;
    remote.post("/api/refresh/runs/" + run + "/cancel", Map.of());
    var deadline = System.nanoTime() + STOP_MILLIS * 1_000_000;
    while (System.nanoTime() < deadline) {
      var state = state(remote.get("/api/refresh/runs/" + run));
      if (ENDED.contains(state)) {
        clear();
        // It may just have come to its end.
        out.println(state.equals("done") ? Words.say("command.done-anyway") : stopped.get());
        return;
      }
      pause();
    }
  }

  private static void forever() {
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        // The process ends with its other threads.
      }
    }
  }

  private static String state(JsonNode run) {
    return run.path("state").asString("");
  }

  private JsonNode watch() {
    while (true) {
      if (stopping) forever();
      var now = remote.get("/api/refresh/runs/" + run);
      switch (state(now)) {
        case "done" -> {
          clear();
          return now;
        }
        case "failed" -> {
          clear();
          throw failed(now);
        }
        case "cancelled" -> {
          if (stopping) forever();
          clear();
          throw new Stopped(stopped.get());
        }
        default -> show(now);
      }
      pause();
    }
  }

  private static Refused failed(JsonNode run) {
    var faults = run.path("faults").values().stream().toList();
    return new Refused(
        faults.stream().map(f -> f.path("message").asString("")).collect(Collectors.joining("\n")),
        faults.stream().map(f -> f.path("code").asString("")).toList());
  }

  private void show(JsonNode run) {
    var label = run.path("stepLabel");
    var step = label.path(Words.chinese() ? "zh" : "en").asString("…");
    long done = run.path("done").asLong(0);
    long total = run.path("total").asLong(0);
    if (terminal) {
      out.print("\r\u001b[K" + bar(done, total) + " " + step + left(run));
      out.flush();
    } else if (!step.equals(shown)) {
      out.println("  " + step);
      shown = step;
    }
  }

  /** What reading the rest will take: {@code ，约剩 2 分钟}; nothing while that cannot be told. */
  private static String left(JsonNode run) {
    var seconds = run.path("secondsLeft");
    if (!seconds.isNumber()) return "";
    long minutes = Math.round(seconds.asLong() / 60.0);
    return minutes < 1
        ? Words.say("command.left-moment")
        : Words.say("command.left", "minutes", Long.toString(minutes));
  }

  private static String bar(long done, long total) {
    if (total <= 0) return "[" + " ".repeat(WIDTH) + "]     ";
    int full = (int) Math.min(WIDTH, WIDTH * done / total);
    return "["
        + "=".repeat(full)
        + " ".repeat(WIDTH - full)
        + "] "
        + String.format(Locale.ROOT, "%3d%%", Math.min(100, 100 * done / total));
  }

  private void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Words.say("command.stopped"));
    }
  }
}
