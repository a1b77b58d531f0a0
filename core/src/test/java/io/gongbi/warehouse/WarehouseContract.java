package io.gongbi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every warehouse engine must answer, and which tables it must know. An engine passes by a
 * subclass that opens it on a folder; what it writes must pass {@link WriteContract}.
 */
public abstract class WarehouseContract extends WarehouseFolder {
  private static final Sql BY_CITY =
      Sql.of(
              """
          select t.city,
                 count(*) as visits,
                 sum(t.spent) as spent
          from {test.visit} t
          where t.spent >= #least
          group by t.city
          order by t.city nulls last
          """)
          .with("least", Value.of(6));

  @Test
  void query_answersWithTypedCells() {
    visits();
    assertThat(rows(BY_CITY, View.everything())).containsExactly("上海 1 10", "北京 1 7");
  }

  @Test
  void oneText_answersForEveryView() {
    visits();
    var south =
        View.of(
            "test.visit",
            Sql.of(
                    """
                    select v.customer_id, gb_mask(v.phone) as phone, v.city, v.day, v.spent
                    from {test.visit} v where v.city = #city
                    """)
                .with("city", Value.of("上海")));
    assertThat(rows(BY_CITY, south)).containsExactly("上海 1 10");
    var phones = Sql.of("select t.phone from {test.visit} t order by t.customer_id");
    assertThat(rows(phones, south)).containsExactly("139****0001", "139****0002");
    var byPhone =
        Sql.of("select count(*) as n from {test.visit} t where t.phone = #phone")
            .with("phone", Value.of("13900000001"));
    assertThat(rows(byPhone, View.everything())).containsExactly("1");
    assertThat(rows(byPhone, south)).containsExactly("0");
    var onlyTwo = View.of("test.visit", Sql.of("select * from {test.visit} where customer_id = 2"));
    assertThat(rows(phones, onlyTwo.over(south))).containsExactly("139****0002");
  }

  /** 上海 alone, among 3 and among 40 texts: customers 1 and 2, and never who has no city. */
  @Test
  void amongFewOrMany_findsTheSame() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.append(
          VISIT,
          Sql.of("select 4 as customer_id, cast(null as varchar) as city"),
          View.everything());
      write.commit();
    }
    for (int others : new int[] {0, 2, 39}) {
      var names = new ArrayList<String>(List.of("#city"));
      var values = new HashMap<String, Value>(Map.of("city", Value.of("上海")));
      for (int i = 0; i < others; i++) {
        names.add("#other" + i);
        values.put("other" + i, Value.of("城" + i));
      }
      var is = Among.text("v.city", names);
      assertThat(
              warehouse
                  .query(
                      Sql.of(
                              """
                              select v.customer_id, %1$s as is_in
                              from {test.visit} v
                              where coalesce(%1$s, true)
                              order by v.customer_id nulls last
                              """
                                  .formatted(is))
                          .with(values),
                      View.everything())
                  .stream()
                  .map(Row::cells))
          .containsExactly(
              List.of(Value.of(1), Value.of(true)),
              List.of(Value.of(2), Value.of(true)),
              List.of(Value.of(4), Value.missing()));
    }
  }

  /** Ann and Cy find themselves on their day; Bo, who looks after his, finds nothing. */
  @Test
  void joinFirst_findsTheFirstRowNotBefore() {
    visits();
    var join =
        warehouse
            .dialect()
            .joinFirst("visits", "v", "v.customer_id = a.customer_id", "v.day", "a.since");
    var sql =
        Sql.of(
                """
            select a.customer_id,
                   v.day
            from asked a
            %s
            order by a.customer_id nulls last,
                     v.day nulls last
            """
                    .formatted(join))
            .step(
                "asked",
                """
                select t.customer_id,
                       case when t.customer_id = 2 then date '2026-03-02' else date '2026-03-01' end
                         as since
                from {test.visit} t
                """)
            .step(
                "visits",
                """
                select t.customer_id, t.day from {test.visit} t
                union all
                select 1 as customer_id, date '2026-03-05' as day
                union all
                select 1 as customer_id, date '2026-02-05' as day
                """);
    assertThat(rows(sql, View.everything())).containsExactly("1 2026-03-01", "3 2026-03-02");
  }

  @Test
  void moments_areUtc_andDaysAreOfTheZone() {
    start(VISIT);
    var sql =
        Sql.of(
                """
            select gb_utc(timestamp '2026-03-01 07:30:00', 'Asia/Shanghai') as m,
                   gb_local_day(#moment, 'Asia/Shanghai') as d,
                   gb_days(date '2026-02-27', date '2026-03-01') as n,
                   gb_hours(#moment, timestamp '2026-03-01 01:30:00') as h
            """)
            .with("moment", Value.of(Instant.parse("2026-02-28T16:00:00Z")));
    assertThat(warehouse.query(sql, View.everything()).only().cells())
        .containsExactly(
            Value.of(Instant.parse("2026-02-28T23:30:00Z")),
            Value.of(LocalDate.parse("2026-03-01")),
            Value.of(2),
            Value.of(9.5));
  }

  @Test
  void derivedTable_isMadeAnewAndStale_whenItsDeclarationChanged() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.replace(
          VISIT, new Slice.Whole(), Sql.of("select * from {test.visit}"), View.everything());
      write.commit();
    }
    assertThat(warehouse.stale()).isEmpty();
    warehouse.close();
    start(VISIT);
    assertThat(warehouse.stale()).isEmpty();
    assertThat(rows(Sql.of("select count(*) as n from {test.visit} t"), View.everything()))
        .containsExactly("3");
    warehouse.close();
    var columns = new ArrayList<>(VISIT.columns());
    columns.add(Column.open("shop", ColumnType.TEXT));
    start(TableSpec.of(VISIT.name(), TableSpec.Keeping.DERIVED, columns));
    assertThat(warehouse.stale()).containsExactly(VISIT.name());
    assertThat(rows(Sql.of("select count(t.shop) as n from {test.visit} t"), View.everything()))
        .containsExactly("0");
  }

  @Test
  void tableMadeAtRunTime_isKnownAfterReopening_andGrows() {
    start(VISIT);
    try (var write = warehouse.write(Set.of("test"))) {
      write.ensure(LANDED);
      write.commit();
    }
    var wider = new ArrayList<>(LANDED.columns());
    wider.add(Column.personal("c4", ColumnType.TEXT));
    try (var write = warehouse.write(Set.of("test"))) {
      write.ensure(TableSpec.of(LANDED.name(), TableSpec.Keeping.KEPT, wider));
      write.commit();
    }
    warehouse.close();
    start(VISIT);
    assertThat(warehouse.spec(LANDED.name()).orElseThrow().columns()).isEqualTo(wider);
  }
}
