package io.gongbi.server.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Shows how far background work is: one line written over on a terminal, one a step elsewhere. */
final class RunWatch {
  private static final int WIDTH = 24;
  private static final long EVERY_MILLIS = 150;

  private final Remote remote;
  private final PrintStream out;
  private final boolean terminal;
  private String shown = "";

  RunWatch(Remote remote, PrintStream out) {
    this.remote = remote;
    this.out = out;
    this.terminal = Screen.isThere();
  }

  /** Waits for the run; throws what it failed of. */
  JsonNode await(long run) {
    while (true) {
      var now = remote.get("/api/refresh/runs/" + run);
      switch (now.path("state").asString("")) {
        case "done" -> {
          clear();
          return now;
        }
        case "failed" -> {
          clear();
          throw failed(now);
        }
        case "cancelled" -> {
          clear();
          throw new Refused(Words.say("command.cancelled"));
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
