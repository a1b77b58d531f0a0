package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one strict store: what people decided and what we promised. A write is on disk before {@link
 * #in} returns, and writers take turns, so that "is this customer held out?" and "claim the send"
 * can be one question and one answer.
 *
 * <p>Example: a campaign claims 998 sends. {@code in} returns after one fsync; pull the plug then,
 * and the 998 rows are there at the next start. Pull it before, and none is.
 *
 * <p>Thread-safe. Inside {@code in}, further {@code in} and {@code read} on the same thread join
 * the transaction; so a concept may call another and both commit together. Nothing outside the
 * catalog, such as a channel, may be called from inside.
 */
public final class Catalog implements AutoCloseable {
  /** The catalog's own tables; each concept brings the list of its own. */
  static final List<Migration> MIGRATIONS =
      List.of(
          new Migration("catalog", "catalog", 1, "catalog"),
          new Migration("catalog", "catalog", 2, "secret"));

  private final Engine engine;
  private final Links links;
  private final Clock clock;
  private final ScopedValue<Transaction> current = ScopedValue.newInstance();

  private Catalog(Engine engine, Clock clock) {
    this.engine = engine;
    this.links = new Links(engine);
    this.clock = clock;
  }

  /**
   * The catalog in a file, which is made when it does not exist. Throws {@code catalog.damaged},
   * {@code store.from-newer-version}, {@code store.migration-changed}.
   */
  public static Catalog open(Path file, List<Migration> migrations, Clock clock) {
    return open(new SqliteEngine(file), file.toString(), migrations, clock);
  }

  /** The catalog in a PostgreSQL database, {@code jdbc:postgresql://host/name?user=…}. */
  public static Catalog open(String url, List<Migration> migrations, Clock clock) {
    if (!url.startsWith("jdbc:postgresql:"))
      throw new FaultException(
          new Fault.BadQuestion("catalog.unknown-engine", "", Map.of("known", "jdbc:postgresql:")));
    return open(new PostgresqlEngine(url), "postgresql", migrations, clock);
  }

  private static Catalog open(
      Engine engine, String place, List<Migration> migrations, Clock clock) {
    var catalog = new Catalog(engine, clock);
    try {
      catalog.inspect();
      catalog.bring(place, migrations);
      return catalog;
    } catch (RuntimeException e) {
      catalog.close();
      throw e;
    }
  }

  private void inspect() {
    try (var connection = engine.connect(true)) {
      engine.inspect(connection);
    } catch (SQLException e) {
      throw engine.explain(e, "inspect", List.of());
    }
  }

  /** All that is missing in one transaction: a start that is broken off leaves the old version. */
  private void bring(String place, List<Migration> migrations) {
    var all = new ArrayList<>(MIGRATIONS);
    all.addAll(migrations);
    run(t -> new Migrations(engine.name(), all).bring(new Applied(engine, t), place));
  }

  /**
   * One write transaction. It is durable when this returns, and undone when {@code work} throws.
   */
  public <R> R in(Function<Transaction, R> work) {
    return transact(true, work);
  }

  /** As {@link #in}, for work that has nothing to say. */
  public void run(Consumer<Transaction> work) {
    in(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  /** Reads one moment of the catalog, without waiting for writers. */
  public <R> R read(Function<Transaction, R> work) {
    return transact(false, work);
  }

  /** What a concept appended under this name, in the order of the commits. */
  public Feed<String> log(String name) {
    return new CatalogLog(this, name);
  }

  /** Now by the catalog's clock, to the microsecond that both stores keep. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private <R> R transact(boolean write, Function<Transaction, R> work) {
    if (current.isBound()) return join(current.get(), write, work);
    var connection = links.begin(write);
    var transaction = new Transaction(engine, connection, write, now());
    R result;
    boolean good = false;
    try {
      result = ScopedValue.where(current, transaction).call(() -> work.apply(transaction));
      good = !transaction.isSpoilt();
      if (!good) throw new IllegalStateException("a failed statement was ignored");
    } finally {
      if (!good) links.rollback(connection, write);
    }
    commit(connection, write);
    return result;
  }

  private void commit(Connection connection, boolean write) {
    try {
      links.commit(connection, write);
    } catch (SQLException e) {
      throw engine.explain(e, "commit", List.of());
    }
  }

  private static <R> R join(Transaction outer, boolean write, Function<Transaction, R> work) {
    if (write && !outer.writes())
      throw new IllegalStateException("cannot write inside a transaction that reads");
    boolean good = false;
    try {
      R result = work.apply(outer);
      good = true;
      return result;
    } finally {
      // Half of the inner work must not be committed by an outer one that carries on.
      if (!good && write) outer.spoil();
    }
  }

  @Override
  public void close() {
    links.close();
  }
}
