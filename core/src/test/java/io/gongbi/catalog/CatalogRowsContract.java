package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a catalog promises of rows and of questions to them, whichever database is behind it. */
public abstract class CatalogRowsContract extends CatalogShelf {
  @Test
  void conflict_canBeAskedForInstead() {
    var polite =
        Sql.of("insert into shelf_book (title, pages) values (#title, 10) on conflict do nothing");
    var upsert =
        Sql.of(
            """
            insert into shelf_book (title, pages)
            values (#title, 20)
            on conflict (title) do update set pages = excluded.pages
            returning pages
            """);
    assertThat(catalog.<Long>in(t -> t.write(polite.with("title", Value.of("A"))))).isEqualTo(1);
    assertThat(catalog.<Long>in(t -> t.write(polite.with("title", Value.of("A"))))).isEqualTo(0);
    assertThat(catalog.<Row>in(t -> t.query(upsert.with("title", Value.of("A"))).only()).cells())
        .containsExactly(Value.of(20));
  }

  @Test
  void values_comeBackAsTheyWentIn() {
    var insert =
        Sql.of(
            """
            insert into shelf_book (title, pages, price, is_lent, bought_day, read_at)
            values (#title, #pages, #price, #lent, #bought, #read)
            """);
    catalog.run(
        t -> {
          t.write(
              insert
                  .with("title", Value.of("工笔 'quoted' 😀"))
                  .with("pages", Value.of(Long.MAX_VALUE))
                  .with("price", Value.of(new BigDecimal("99999999999.9999")))
                  .with("lent", Value.of(true))
                  .with("bought", Value.of(LocalDate.parse("2026-02-28")))
                  .with("read", Value.of(NOON)));
          t.write(
              insert
                  .with("title", Value.of(""))
                  .with("pages", Value.missing())
                  .with("price", Value.missing())
                  .with("lent", Value.of(false))
                  .with("bought", Value.missing())
                  .with("read", Value.missing()));
        });
    assertThat(catalog.<List<List<Value>>>read(t -> t.query(ALL_BOOKS).rows()))
        .containsExactly(
            List.of(
                Value.of(""),
                Value.missing(),
                Value.missing(),
                Value.of(false),
                Value.missing(),
                Value.missing()),
            List.of(
                Value.of("工笔 'quoted' 😀"),
                Value.of(Long.MAX_VALUE),
                Value.of(new BigDecimal("99999999999.9999")),
                Value.of(true),
                Value.of(LocalDate.parse("2026-02-28")),
                Value.of(Instant.parse("2026-03-01T12:00:00.123456Z"))));
  }

  @Test
  void sums_areOfTheSameKind() {
    catalog.run(
        t -> {
          write(t, "insert into shelf_book (title, pages, price) values ('A', 100, 12.5)");
          write(t, "insert into shelf_book (title, pages, price) values ('B', 200, 0.25)");
        });
    var sums =
        Sql.of(
            """
            select
              count(*) as books,
              sum(pages) as pages,
              sum(price) as price,
              max(read_at) as last_at
            from shelf_book
            """);
    assertThat(catalog.<List<Value>>read(t -> t.query(sums).only().cells()))
        .containsExactly(
            Value.of(2), Value.of(300), Value.of(new BigDecimal("12.7500")), Value.missing());
  }

  @Test
  void parameters_mayBeAskedBackAndCompared() {
    catalog.run(t -> write(t, "insert into shelf_book (title, is_lent) values ('A', true)"));
    catalog.run(t -> write(t, "insert into shelf_book (title, is_lent) values ('B', false)"));
    var lent = Sql.of("select title from shelf_book where is_lent");
    var same =
        Sql.of("select title from shelf_book where is_lent = #is").with("is", Value.of(false));
    var never = Sql.of("select title from shelf_book where read_at < #now");
    assertThat(texts(lent)).containsExactly("A");
    assertThat(texts(same)).containsExactly("B");
    assertThat(texts(never.with("now", Value.of(NOON)))).isEmpty();
  }

  @Test
  void listOfTexts_standsInIn() {
    catalog.run(t -> List.of("A", "B", "C").forEach(title -> add(t, title)));
    var in = Sql.of("select title from shelf_book where title in (#titles) order by title");
    var notIn = Sql.of("select title from shelf_book where title not in (#titles) order by title");
    assertThat(texts(in.with("titles", Value.of(List.of("C", "A", "Z")))))
        .containsExactly("A", "C");
    assertThat(texts(in.with("titles", Value.of(List.<String>of())))).isEmpty();
    assertThat(texts(notIn.with("titles", Value.of(List.<String>of()))))
        .containsExactly("A", "B", "C");
  }

  @Test
  void namedSteps_mayBeUsed() {
    catalog.run(t -> List.of("A", "B").forEach(title -> add(t, title)));
    var sql =
        Sql.of("select title from late where title < #until")
            .with("until", Value.of("C"))
            .step(
                "late",
                Sql.of("select title from shelf_book where title > #from")
                    .with("from", Value.of("A")));
    assertThat(texts(sql)).containsExactly("B");
  }

  @Test
  void order_isByBytes() {
    catalog.run(t -> List.of("a", "B", "_", "中", "é", "Z").forEach(title -> add(t, title)));
    assertThat(titles()).containsExactly("B", "Z", "_", "a", "é", "中");
  }

  @Test
  void manyRows_areWrittenInOneCommit() {
    var insert =
        Sql.of(
                "insert into shelf_book (title, pages) values (#title, #pages) on conflict do"
                    + " nothing")
            .with("pages", Value.of(7));
    List<Map<String, Value>> rows =
        IntStream.range(0, 100_000)
            .mapToObj(i -> Map.of("title", Value.of("book " + i % 99_999)))
            .toList();
    assertThat(catalog.<Long>in(t -> t.writeAll(insert, rows))).isEqualTo(99_999);
    var sums = Sql.of("select count(*) as n, sum(pages) as pages from shelf_book");
    assertThat(catalog.<List<Value>>read(t -> t.query(sums).only().cells()))
        .containsExactly(Value.of(99_999), Value.of(699_993));
  }
}
