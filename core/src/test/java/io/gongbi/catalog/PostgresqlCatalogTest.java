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

  /** The server throws everybody else out; the next transaction of each sort gets a new line. */
  @Test
  void lostConnections_areReplaced() {
    try (var catalog = engine().store(folder).open(List.of(), Clock.systemUTC())) {
      catalog.run(t -> t.mark("reader", new Position(1)));
      catalog.read(
          t ->
              t.query(
                  Sql.of(
                      """
                      select count(pg_terminate_backend(pid)) as n
                      from pg_stat_activity
                      where application_name = 'gongbi'
                        and pid <> pg_backend_pid()
                      """)));
      catalog.run(t -> t.mark("reader", new Position(2)));
      catalog.in(
          t ->
              t.query(
                  Sql.of(
                      """
                      select count(pg_terminate_backend(pid)) as n
                      from pg_stat_activity
                      where application_name = 'gongbi'
                        and pid <> pg_backend_pid()
                      """)));
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
