package io.gongbi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.AsOf;
import io.gongbi.identity.Ground;
import io.gongbi.identity.Identities;
import io.gongbi.quality.CleanTables;
import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Far more orders than fit into the engine's memory. */
final class ManyOrdersTest {
  private static final DuckDbWarehouse.Settings SMALL =
      new DuckDbWarehouse.Settings(Optional.of("128MB"), Optional.of(2));

  private static final TableSpec MEMBER =
      Identities.TABLES.stream()
          .filter(t -> t.name().equals(TableName.of("identity.member")))
          .findFirst()
          .orElseThrow();

  @TempDir Path folder;

  /** 1,000,000 orders of one line of 7; every tenth was refunded. */
  @Test
  void orders_areMade_whenTheyDoNotFitIntoMemory() {
    var tables =
        Stream.of(CleanTables.TABLES, Identities.TABLES, ProfileTables.TABLES)
            .flatMap(List<TableSpec>::stream)
            .toList();
    try (var warehouse = DuckDbWarehouse.open(folder, tables, Identities.MIGRATIONS, SMALL);
        var write = warehouse.write(Set.of("quality", "identity", "profile"))) {
      write.append(
          CleanTables.ORDER,
          Sql.of(
              """
              select 'shop' as source,
                     'order number ' || r.n as order_key,
                     'order number ' || r.n as order_no,
                     'buyer:' || md5(cast(r.n as varchar)) as buyer_key,
                     timestamp '2026-03-01 08:00:00' as paid_at,
                     case when r.n % 10 = 0 then 'refunded' else 'paid' end as status
              from range(1000000) r(n)
              """),
          View.everything());
      write.append(
          CleanTables.ORDER_LINE,
          Sql.of(
              """
              select 'shop' as source,
                     'order number ' || r.n as order_key,
                     1 as quantity,
                     7 as amount
              from range(1000000) r(n)
              """),
          View.everything());
      write.append(
          MEMBER,
          Sql.of(
              """
              select r.n as customer_id,
                     'shop' as source,
                     'buyer:' || md5(cast(r.n as varchar)) as record_key
              from range(1000000) r(n)
              """),
          View.everything());

      PerOrder.orders(ProfileTables.ORDER)
          .make(new Delta.Everything(), new AsOf(Ground.CLOCK.instant(), Ground.SHANGHAI), write);

      assertThat(
              write
                  .query(
                      Sql.of(
                          """
                          select o.kind || ' ' || count(*) || ' ' || sum(o.amount) || ' ' || sum(o.items) as told
                          from {profile.order} o
                          group by o.kind
                          order by o.kind
                          """),
                      View.everything())
                  .stream()
                  .map(r -> r.text("told")))
          .containsExactly(
              "return 100000 -700000.0000 -100000.0000", "sale 1000000 7000000.0000 1000000.0000");
    }
  }
}
