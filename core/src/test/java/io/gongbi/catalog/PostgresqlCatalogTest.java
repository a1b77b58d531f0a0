package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresqlCatalogTest extends CatalogContract {
  @Override
  protected CatalogEngine engine() {
    return CatalogEngine.POSTGRESQL;
  }

  private static final Sql THROW_OUT =
      Sql.of(
          """
          select count(pg_terminate_backend(pid)) as n
          from pg_stat_activity
          where application_name = 'thrown-out'
            and pid <> pg_backend_pid()
          """);

  /**
   * The server throws out every other line of this catalog; the next transaction of each sort gets
   * a new one. By their name, because other tests have lines to the same server.
   */
  @Test
  void lostConnections_areReplaced() {
    var address = CatalogEngine.postgresqlAddress() + "&ApplicationName=thrown-out";
    try (var catalog = Catalog.open(address, List.of(), Clock.systemUTC())) {
      catalog.run(t -> t.mark("reader", new Position(1)));
      assertThat(catalog.<Long>read(t -> t.query(THROW_OUT).only().whole("n"))).isPositive();
      catalog.run(t -> t.mark("reader", new Position(2)));
      assertThat(catalog.<Long>in(t -> t.query(THROW_OUT).only().whole("n"))).isPositive();
      assertThat(catalog.<Position>read(t -> t.reached("reader"))).isEqualTo(new Position(2));
    }
  }

  @Test
  void aServerThatDoesNotAnswer_isUnreachable_andItsPasswordStaysSecret() {
    var url = "jdbc:postgresql://127.0.0.1:1/gongbi?user=gongbi&password=hush";
    var refusal =
        catchThrowableOfType(
            FaultException.class, () -> Catalog.open(url, List.of(), Clock.systemUTC()).close());
    assertThat(refusal.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("catalog.unreachable");
              assertThat(fault.place()).isEqualTo("jdbc:postgresql://127.0.0.1:1/gongbi");
              assertThat(fault.words().toString()).doesNotContain("hush");
            });
  }

  @Test
  void anotherDatabase_isRefused() {
    var refusal =
        catchThrowableOfType(
            FaultException.class,
            () -> Catalog.open("jdbc:mysql://x/y", List.of(), Clock.systemUTC()).close());
    assertThat(refusal.faults().getFirst().code()).isEqualTo("catalog.unknown-engine");
  }
}
