package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another process commits one number after the other and says each when its commit has returned; it
 * is killed without warning, twenty times, on the same file. What it said must be there, and of
 * each commit all or nothing: the mark, the log entry, and the row.
 */
class CatalogKillTest {
  private static final int KILLS = 20;

  /** What the other process does; it ends only by being killed. */
  public static final class Committer {
    private Committer() {}

    public static void main(String[] arguments) {
      try (var catalog = Catalog.open(Path.of(arguments[0]), List.of(), Clock.systemUTC())) {
        while (true) {
          long number =
              catalog.in(
                  t -> {
                    var next = new Position(t.reached("committer").value() + 1);
                    t.mark("committer", next);
                    t.append("numbers", Long.toString(next.value()));
                    t.write(
                        Sql.of(
                                """
                                insert into catalog_reference (kind, key, used_kind, used_key)
                                values ('a', #number, 'b', #number)
                                """)
                            .with("number", Value.of(Long.toString(next.value()))));
                    return next.value();
                  });
          System.out.println(number);
        }
      }
    }
  }

  @TempDir Path folder;

  @Test
  void whatWasAcknowledged_isThereAfterAKill() throws Exception {
    var file = folder.resolve("catalog.db");
    var random = new Random(20261122);
    long before = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      long acknowledged = killedAfter(file, random.nextInt(250));
      long kept = kept(file);
      assertThat(acknowledged).as("progress in round %d", kill).isGreaterThan(before);
      // The one beyond was committed, but its process did not live to say so.
      assertThat(kept).as("round %d", kill).isBetween(acknowledged, acknowledged + 1);
      before = kept;
    }
  }

  /** Runs the committer, kills it so long after its first word, and gives its last. */
  private static long killedAfter(Path file, int milliseconds)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Committer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader()) {
      var last = said.readLine();
      Thread.sleep(milliseconds);
      // By its handle: what it said before can then still be read.
      process.toHandle().destroyForcibly();
      for (var line = said.readLine(); line != null; line = said.readLine()) last = line;
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      if (last == null) throw new IllegalStateException("the committer never committed");
      return Long.parseLong(last);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Opening inspects the file; then all three places must tell the same number. */
  private static long kept(Path file) {
    try (var catalog = Catalog.open(file, List.of(), Clock.systemUTC())) {
      long mark = catalog.read(t -> t.reached("committer")).value();
      var numbers = catalog.log("numbers").after(Position.START, Integer.MAX_VALUE);
      assertThat(numbers).hasSize(Math.toIntExact(mark));
      assertThat(numbers.getLast().body()).isEqualTo(Long.toString(mark));
      long rows =
          catalog.read(
              t ->
                  t.query(Sql.of("select count(*) as n from catalog_reference")).only().whole("n"));
      assertThat(rows).isEqualTo(mark);
      return mark;
    }
  }
}
