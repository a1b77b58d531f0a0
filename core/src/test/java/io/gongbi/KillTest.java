package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random moments, twenty times each in import, refresh and send: the folder opens, the
 * work goes on, and in the end every table says what it says after undisturbed work.
 */
final class KillTest {
  private static final int KILLS_EACH = 20;
  private static final int ROUNDS = 40;
  private static final List<String> PHASES = List.of("import", "refresh", "send");

  /** What must be equal: everything but positions and times of the work itself. */
  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("source.shop_orders", "*"),
          Map.entry("quality.order", "*"),
          Map.entry("quality.customer", "*"),
          Map.entry("quality.fate", "*"),
          Map.entry("quality.quarantine", "*"),
          Map.entry("identity.member", "*"),
          Map.entry("identity.assignment", "source, record_key, customer_id"),
          Map.entry("identity.alias", "customer_id, now_id"),
          Map.entry("profile.customer", "*"),
          Map.entry("profile.order", "*"),
          Map.entry("profile.event", "*"),
          Map.entry("trait.change", "customer_id, trait_id, before, after"),
          Map.entry("trait.held", "*"),
          Map.entry("campaign.audience", "*"));

  @TempDir Path folder;

  @Test
  void tables_equalThoseOfAnUndisturbedRun_howeverOftenItWasKilled() throws Exception {
    var undisturbed = folder.resolve("undisturbed");
    start(undisturbed).finish();
    var killed = folder.resolve("killed");
    var random = new Random(20261122);
    var kills = new HashMap<String, Integer>();
    for (var phase : PHASES) kills.put(phase, 0);
    while (kills.values().stream().anyMatch(n -> n < KILLS_EACH)) {
      var work = start(killed);
      var phase = work.reach(PHASES.stream().min(Comparator.comparing(kills::get)).orElseThrow());
      if (phase.equals("done")) break;
      TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
      if (work.kill()) kills.merge(phase, 1, Integer::sum);
    }
    start(killed).finish();
    assertThat(kills)
        .as("kills before the work was done")
        .allSatisfy((p, n) -> assertThat(n).isGreaterThanOrEqualTo(KILLS_EACH));
    assertThat(contents(killed)).isEqualTo(contents(undisturbed));
  }

  private Work start(Path place) throws IOException {
    return new Work(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWork.class.getName(),
                place.toString(),
                Integer.toString(ROUNDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  private static final class Work {
    private final Process process;
    private final BufferedReader out;

    Work(Process process) {
      this.process = process;
      this.out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits until it is about to do {@code phase}; "done" when it ended before. */
    String reach(String phase) throws IOException {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals(phase) || line.equals("done")) return line;
      }
      throw new IllegalStateException("the work ended without a word");
    }

    /** False if it had ended by itself. */
    boolean kill() throws InterruptedException {
      boolean alive = process.isAlive();
      process.destroyForcibly();
      process.waitFor();
      return alive;
    }

    void finish() throws IOException, InterruptedException {
      assertThat(reach("done")).isEqualTo("done");
      assertThat(process.waitFor()).isZero();
    }
  }

  private static Map<String, List<String>> contents(Path place) throws IOException {
    var contents = new TreeMap<String, List<String>>();
    try (var gongbi = Gongbi.open(place, new MovingClock("2026-03-01T04:00:00Z"))) {
      TABLES.forEach(
          (table, columns) ->
              contents.put(
                  table,
                  gongbi
                      .warehouse()
                      .query(
                          Sql.of("select " + columns + " from {" + table + "}"), View.everything())
                      .stream()
                      .map(
                          r ->
                              r.cells().stream().map(Value::shown).collect(Collectors.joining("|")))
                      .sorted()
                      .toList()));
      contents.put(
          "ledger",
          gongbi
              .catalog()
              .read(
                  t ->
                      t
                          .query(
                              Sql.of(
                                  """
                          select origin, customer_id, number, arm, state, address, body
                          from delivery_entry
                          order by number
                          """))
                          .stream()
                          .map(
                              r ->
                                  r.cells().stream()
                                      .map(Value::shown)
                                      .collect(Collectors.joining("|")))
                          .toList()));
    }
    contents.put("outbox", outbox(place));
    return contents;
  }

  /** Every line of every list, whatever parts they lie in: nobody twice, nobody forgotten. */
  private static List<String> outbox(Path place) throws IOException {
    var lines = new ArrayList<String>();
    try (var files = Files.walk(place.resolve("outbox"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        for (var line : Files.readAllLines(file)) {
          lines.add(file.getParent().getFileName() + " " + line);
        }
      }
    }
    return lines.stream().sorted().toList();
  }
}
