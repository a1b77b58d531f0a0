package io.gongbi.catalog;

import io.gongbi.warehouse.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * The two engines for tests: every query to the catalog is tested on both, as
 * {@code @ParameterizedTest @EnumSource CatalogEngine engine}, or by a contract with two
 * subclasses.
 */
public enum CatalogEngine {
  SQLITE {
    @Override
    public Store store(Path folder) {
      return (migrations, clock) -> Catalog.open(folder.resolve("catalog.db"), migrations, clock);
    }
  },
  POSTGRESQL {
    @Override
    public Store store(Path folder) {
      var url = Server.newSchema();
      return (migrations, clock) -> Catalog.open(url, migrations, clock);
    }
  };

  /** A place for one catalog, empty at first, that can be opened again and again. */
  public interface Store {
    Catalog open(List<Migration> migrations, Clock clock);
  }

  public abstract Store store(Path folder);

  /** Where PostgreSQL has a new schema, for who opens it in an own way. */
  static String postgresqlAddress() {
    return Server.newSchema();
  }

  /** One PostgreSQL for all tests of this JVM, a schema for each of them. */
  private static final class Server {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static EmbeddedPostgres running;

    static {
      // Its every start is told in sixty lines otherwise.
      System.setProperty("org.slf4j.simpleLogger.log.io.zonky", "warn");
    }

    static synchronized String newSchema() {
      if (running == null) running = start();
      var schema = "catalog_" + SCHEMAS.incrementAndGet();
      try (var connection = running.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create schema " + schema);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return running.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    private static EmbeddedPostgres start() {
      try {
        // Ordered by a language, as most servers are: the catalog's own order must win.
        return EmbeddedPostgres.builder()
            .setLocaleConfig("locale-provider", "icu")
            .setLocaleConfig("icu-locale", "en-US")
            .start();
      } catch (IOException | IllegalStateException e) {
        if ("true".equals(System.getenv("CI"))) throw new IllegalStateException(e);
        System.err.println("SKIPPED, NOT PASSED: PostgreSQL cannot start on this machine: " + e);
        return Assumptions.abort("PostgreSQL cannot start on this machine: " + e);
      }
    }
  }
}
