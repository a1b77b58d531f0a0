package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random moments, twenty times each in import, refresh and send: the folder opens, the
 * work goes on, and in the end every table says what it says after undisturbed work.
 *
 * <p>A kill counts for the phase that was under way when it struck, by the words of the dead
 * process, and the moments are spread over as long as the phase takes: a kill that came too late
 * makes the span shorter, one near its end makes it longer. Say {@code -Dgongbi.kill.seed=…} to
 * have the moments of another run again, as far as a machine repeats itself.
 */
@Order(1)
final class KillTest {
  private static final int KILLS_EACH = 20;

  /**
   * More rounds than the kills ever take; once they are done, one more round is worked and no
   * further.
   */
  private static final int MOST_ROUNDS = 40;

  /** A phase is killed so often before the next one has its turn: fewer rounds do. */
  private static final int KILLS_IN_A_ROW = 4;

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

  @TempDir private static Path folder;
  private static KillableWork work;

  /** How long each phase takes at first, in milliseconds. */
  private static Map<String, Long> usual;

  @BeforeAll
  static void workOneRound() throws Exception {
    work = KillableWork.in(folder, KilledWork.class);
    usual = work.start(folder.resolve("first"), 1).timed(PHASES);
  }

  @Test
  void tables_equalThoseOfAnUndisturbedRun_howeverOftenItWasKilled() throws Exception {
    long seed = Long.getLong("gongbi.kill.seed", new SecureRandom().nextLong());
    System.out.println("gongbi.kill.seed=" + seed + ", usual milliseconds: " + usual);
    var random = new Random(seed);
    var place = folder.resolve("killed");
    var kills = new TreeMap<String, Integer>();
    for (var phase : PHASES) kills.put(phase, 0);
    var span = new TreeMap<>(usual);
    var moments = new ArrayList<String>();
    while (Collections.min(kills.values()) < KILLS_EACH) {
      var process = work.start(place, MOST_ROUNDS);
      var phase = next(kills);
      if (!process.reach(phase)) break;
      long moment = random.nextLong(span.get(phase) + 1);
      TimeUnit.MILLISECONDS.sleep(moment);
      var under = process.kill();
      kills.computeIfPresent(under, (p, n) -> n + 1);
      moments.add(moment + (under.equals(phase) ? " ms into " + phase : " ms: too late"));
      if (!under.equals(phase)) span.put(phase, Math.max(5, (span.get(phase) + moment) / 2));
      else if (moment > span.get(phase) * 9 / 10) span.put(phase, span.get(phase) * 5 / 4 + 1);
    }
    System.out.println("killed while under way: " + kills + "; " + String.join(", ", moments));
    assertThat(kills.values())
        .as("kills before the work was done: %s", kills)
        .allMatch(n -> n >= KILLS_EACH);
    int rounds = Math.min(begun(place) + 1, MOST_ROUNDS);
    work.start(place, rounds).finish();
    work.start(folder.resolve("undisturbed"), rounds).finish();
    var undisturbed = contents(folder.resolve("undisturbed"));
    assertThat(undisturbed.get("quality.order")).hasSize(rounds * 40 + 1);
    assertThat(undisturbed.get("outbox")).hasSizeGreaterThan(100);
    assertThat(contents(place)).isEqualTo(undisturbed);
  }

  /** The round that was under way when it was killed last. */
  private static int begun(Path place) {
    try (var gongbi = Gongbi.open(place, new MovingClock("2026-03-01T04:00:00Z"))) {
      return Math.toIntExact(gongbi.landing().landed().end().value());
    }
  }

  /** The phase that is behind the others by a turn, in their order. */
  private static String next(Map<String, Integer> kills) {
    return PHASES.stream()
        .min(Comparator.comparing(p -> kills.getOrDefault(p, 0) / KILLS_IN_A_ROW))
        .orElseThrow();
  }

  /**
   * The proof that the comparison can fail. Careful work that is killed at the beginning of its
   * second refresh has all 81 orders of two rounds in the end; work that commits its cursor before
   * the rows that follow from it, killed at the same place, never cleans those of the second.
   */
  @Test
  void orders_areLost_whenTheCursorIsCommittedBeforeItsEffect() throws Exception {
    assertThat(killedInTheSecondRefresh("careful")).hasSize(2 * 40 + 1);
    assertThat(killedInTheSecondRefresh("careless")).hasSize(40 + 1);
  }

  private static List<String> killedInTheSecondRefresh(String manner) throws Exception {
    var place = folder.resolve(manner);
    var process = work.start(place, 2, manner, "waiting");
    // Not in the first refresh of all: what never ran is done over, whatever the cursor says.
    assertThat(process.reach("refreshed") && process.reach("refresh")).isTrue();
    assertThat(process.kill()).isEqualTo("refresh");
    work.start(place, 2, manner).finish();
    return contents(place).getOrDefault("quality.order", List.of());
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
