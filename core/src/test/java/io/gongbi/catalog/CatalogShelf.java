package io.gongbi.catalog;

import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of one database whose tables are those of a book shelf. */
abstract class CatalogShelf {
  static final Migration SHELF = new Migration("catalog", "shelf", 1, "shelf");
  static final Migration SPINE = new Migration("catalog", "shelf", 2, "spine");
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir protected Path folder;
  CatalogEngine.Store store;
  Catalog catalog;

  protected abstract CatalogEngine engine();

  @BeforeEach
  void open() {
    store = engine().store(folder);
    catalog = store.open(List.of(SHELF), CLOCK);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  static final Sql ALL_TITLES = Sql.of("select title from shelf_book order by title");

  static final Sql ALL_BOOKS =
      Sql.of(
          """
          select
            title,
            pages,
            price,
            is_lent,
            bought_day,
            read_at
          from shelf_book
          order by title
          """);

  List<String> titles() {
    return texts(ALL_TITLES);
  }

  List<String> texts(Sql sql) {
    return catalog.read(t -> t.query(sql).stream().map(row -> row.text("title")).toList());
  }

  static void add(Transaction t, String title) {
    t.write(
        Sql.of("insert into shelf_book (title) values (#title)").with("title", Value.of(title)));
  }

  static void write(Transaction t, String text) {
    t.write(Sql.of(text));
  }

  void reopen(List<Migration> migrations) {
    catalog.close();
    catalog = store.open(migrations, CLOCK);
  }
}
