package io.gongbi.warehouse;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Brings a store to the shape that this version of the product knows. One small runner for both
 * stores: Flyway has no current DuckDB support, and two runners would be two sets of rules.
 */
public final class Migrations {
  private final String engine;
  private final List<Migration> known;

  public Migrations(String engine, List<Migration> known) {
    this.engine = engine;
    this.known =
        known.stream()
            .sorted(Comparator.comparing(Migration::concept).thenComparing(Migration::version))
            .toList();
    for (var m : known) {
      if (m.version() > 1 && known.stream().noneMatch(o -> follows(o, m))) {
        throw new IllegalArgumentException("no migration before " + m.id());
      }
    }
  }

  private static boolean follows(Migration before, Migration after) {
    return before.concept().equals(after.concept()) && before.version() == after.version() - 1;
  }

  /** The store's side: what it has, and how a text is run and recorded in one transaction. */
  public interface Store {
    /** Checksum by {@link Migration#id}. */
    Map<String, Long> applied();

    void apply(Migration migration, String text, long checksum);
  }

  /**
   * Applies what is missing, in order. Throws {@code store.from-newer-version} when the store has
   * migrations that this version doesn't know, {@code store.migration-changed} when a text differs
   * from the one that was applied.
   */
  public void bring(Store store, String place) {
    var applied = new TreeMap<>(store.applied());
    var missing = new ArrayList<Migration>();
    for (var migration : known) {
      var checksum = applied.remove(migration.id());
      if (checksum == null) {
        missing.add(migration);
      } else if (checksum != checksum(migration.text(engine))) {
        throw new FaultException(
            new Fault.Unavailable(
                "store.migration-changed", place, Map.of("migration", migration.id())));
      }
    }
    if (!applied.isEmpty()) {
      throw new FaultException(
          new Fault.Conflict(
              "store.from-newer-version",
              place,
              Map.of("migrations", String.join(", ", applied.keySet()))));
    }
    for (var migration : missing) {
      var text = migration.text(engine);
      store.apply(migration, text, checksum(text));
    }
  }

  /** Of a text of SQL, wherever its line ends were written. */
  public static long checksum(String text) {
    var crc = new CRC32();
    crc.update(text.replace("\r\n", "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
