package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Feed.Entry;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a catalog promises, whichever database is behind it. The tables are those of a book shelf.
 */
public abstract class CatalogContract {
  private static final Migration SHELF = new Migration("catalog", "shelf", 1, "shelf");
  private static final Migration SPINE = new Migration("catalog", "shelf", 2, "spine");
  private static final Migration BROKEN = new Migration("catalog", "shelf", 3, "broken");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir protected Path folder;
  private CatalogEngine.Store store;
  private Catalog catalog;

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

  @Test
  void write_isThereForOthersAndAfterReopening() {
    catalog.run(t -> add(t, "Dream of the Red Chamber"));
    assertThat(titles()).containsExactly("Dream of the Red Chamber");
    reopen(List.of(SHELF));
    assertThat(titles()).containsExactly("Dream of the Red Chamber");
  }

  @Test
  void write_leavesNothing_whenTheWorkThrows() {
    assertThatThrownBy(
            () ->
                catalog.run(
                    t -> {
                      add(t, "A");
                      t.append("shelf", "A");
                      t.mark("reader", new Position(7));
                      throw new IllegalArgumentException("changed my mind");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(titles()).isEmpty();
    assertThat(catalog.log("shelf").end()).isEqualTo(Position.START);
    assertThat(catalog.<Position>read(t -> t.reached("reader"))).isEqualTo(Position.START);
  }

  @Test
  void write_seesItsOwnRowsBeforeOthersDo() throws Exception {
    catalog.run(
        t -> {
          add(t, "A");
          assertThat(t.query(ALL_TITLES).size()).isEqualTo(1);
          assertThat(elsewhere(this::titles)).isEmpty();
        });
    assertThat(titles()).containsExactly("A");
  }

  /**
   * Eight threads of two nodes add one to what they read, fifty times each; a lost update would
   * show.
   */
  @Test
  void writers_takeTurns() throws Exception {
    var other = store.open(List.of(SHELF), CLOCK);
    catalog.run(t -> write(t, "insert into shelf_book (title, pages) values ('A', 1)"));
    inParallel(
        8,
        thread -> {
          for (int i = 0; i < 50; i++)
            (thread % 2 == 0 ? catalog : other)
                .run(
                    t -> {
                      long pages =
                          t.query(Sql.of("select pages from shelf_book")).only().whole("pages");
                      t.write(
                          Sql.of("update shelf_book set pages = #pages")
                              .with("pages", Value.of(pages + 1)));
                    });
        });
    other.close();
    assertThat(catalog.<Long>read(t -> t.query(ALL_BOOKS).only().whole("pages"))).isEqualTo(401);
  }

  @Test
  void read_seesOneMomentThroughout() throws Exception {
    catalog.run(t -> add(t, "A"));
    catalog.read(
        t -> {
          int before = t.query(ALL_TITLES).size();
          elsewhere(
              () -> {
                catalog.run(other -> add(other, "B"));
                return true;
              });
          assertThat(t.query(ALL_TITLES).size()).isEqualTo(before).isEqualTo(1);
          return true;
        });
    assertThat(titles()).containsExactly("A", "B");
  }

  @Test
  void read_refusesToWrite() {
    assertThatThrownBy(
            () ->
                catalog.read(
                    t -> {
                      add(t, "A");
                      return true;
                    }))
        .isInstanceOf(SqlFailure.class);
    assertThatThrownBy(
            () ->
                catalog.read(
                    t -> {
                      catalog.run(inner -> add(inner, "A"));
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(titles()).isEmpty();
  }

  @Test
  void innerWork_joinsTheOuterTransaction() {
    catalog.run(
        outer -> {
          catalog.run(inner -> add(inner, "A"));
          assertThat(titles()).containsExactly("A");
          assertThat(elsewhere(this::titles)).isEmpty();
        });
    assertThat(titles()).containsExactly("A");
  }

  @Test
  void innerWork_thatFailsSpoilsTheOuter_evenWhenTheOuterIgnoresIt() {
    assertThatThrownBy(
            () ->
                catalog.run(
                    outer -> {
                      add(outer, "A");
                      ignoring(
                          () ->
                              catalog.run(
                                  inner -> {
                                    add(inner, "B");
                                    throw new IllegalArgumentException("no");
                                  }));
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(titles()).isEmpty();
  }

  @Test
  void brokenRule_isTold_andTheCallerGoesOn() {
    catalog.run(t -> add(t, "A"));
    assertThat(broken("insert into shelf_book (title) values ('A')"))
        .isEqualTo(Violation.Rule.UNIQUE);
    assertThat(broken("insert into shelf_loan (title, borrower) values ('Z', 'lin')"))
        .isEqualTo(Violation.Rule.REFERENCE);
    assertThat(broken("insert into shelf_book (title) values (null)"))
        .isEqualTo(Violation.Rule.FILLED);
    assertThat(broken("insert into shelf_book (title, pages) values ('B', 0)"))
        .isEqualTo(Violation.Rule.CHECK);
    catalog.run(t -> add(t, "C"));
    assertThat(titles()).containsExactly("A", "C");
  }

  @Test
  void brokenRule_cannotBeCommittedAround() {
    catalog.run(t -> add(t, "A"));
    assertThatThrownBy(
            () ->
                catalog.run(
                    t -> {
                      add(t, "B");
                      ignoring(() -> add(t, "A"));
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(titles()).containsExactly("A");
  }

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

  @Test
  void log_givesEntriesAfterAPosition() {
    catalog.run(
        t -> {
          assertThat(t.append("shelf", "a")).isEqualTo(new Position(1));
          assertThat(t.append("cellar", "x")).isEqualTo(new Position(2));
          assertThat(t.append("shelf", "b")).isEqualTo(new Position(3));
        });
    var shelf = catalog.log("shelf");
    assertThat(shelf.after(Position.START, 10)).containsExactly(entry(1, "a"), entry(3, "b"));
    assertThat(shelf.after(Position.START, 1)).containsExactly(entry(1, "a"));
    assertThat(shelf.after(new Position(1), 10)).containsExactly(entry(3, "b"));
    assertThat(shelf.end()).isEqualTo(new Position(3));
    assertThat(catalog.log("attic").end()).isEqualTo(Position.START);
  }

  /**
   * Four writers on two nodes append 100 entries each and change their mind now and then; two
   * readers follow at the same time. Each reader must see all 400, each once, in order: were a
   * position given out before its commit, a reader could pass it by.
   */
  @Test
  void log_isCompleteForThoseWhoFollowWhileItGrows() throws Exception {
    var log = catalog.log("shelf");
    var other = store.open(List.of(SHELF), CLOCK);
    var writing = new AtomicInteger(4);
    inParallel(
        6,
        thread -> {
          var node = thread % 2 == 0 ? catalog : other;
          if (thread < 4) append100(node, thread, writing);
          else assertThat(followed(node.log("shelf"), writing)).isEqualTo(400);
        });
    other.close();
    assertThat(log.end()).isEqualTo(new Position(400));
  }

  @Test
  void mark_isKeptWithTheWorkAndNeverGoesBack() {
    catalog.run(t -> t.mark("campaign", new Position(5)));
    catalog.run(t -> t.mark("campaign", new Position(9)));
    catalog.run(t -> t.mark("journey", new Position(2)));
    assertThatThrownBy(() -> catalog.run(t -> t.mark("campaign", new Position(8))))
        .isInstanceOf(IllegalArgumentException.class);
    reopen(List.of(SHELF));
    assertThat(catalog.<Position>read(t -> t.reached("campaign"))).isEqualTo(new Position(9));
    assertThat(catalog.<Position>read(t -> t.reached("journey"))).isEqualTo(new Position(2));
    assertThat(catalog.<Position>read(t -> t.reached("nobody"))).isEqualTo(Position.START);
  }

  @Test
  void opening_bringsTheTablesUpToDate_andKeepsTheRows() {
    catalog.run(t -> add(t, "A"));
    reopen(List.of(SHELF, SPINE));
    catalog.run(t -> write(t, "update shelf_book set spine = 'red'"));
    reopen(List.of(SHELF, SPINE));
    assertThat(texts(Sql.of("select title || ' ' || spine as title from shelf_book")))
        .containsExactly("A red");
  }

  @Test
  void opening_refusesAFolderFromANewerVersion() {
    reopen(List.of(SHELF, SPINE));
    catalog.close();
    var refusal =
        catchThrowableOfType(FaultException.class, () -> store.open(List.of(SHELF), CLOCK));
    assertThat(refusal.faults()).singleElement().isInstanceOf(Fault.Conflict.class);
    assertThat(refusal.faults().getFirst().code()).isEqualTo("store.from-newer-version");
    assertThat(refusal.faults().getFirst().words()).containsEntry("migrations", "shelf/2");
  }

  @Test
  void opening_refusesAMigrationThatChangedAfterItRan() {
    catalog.run(t -> write(t, "update catalog_migration set checksum = 1 where concept = 'shelf'"));
    catalog.close();
    var refusal =
        catchThrowableOfType(FaultException.class, () -> store.open(List.of(SHELF), CLOCK));
    assertThat(refusal.faults()).singleElement().isInstanceOf(Fault.Unavailable.class);
    assertThat(refusal.faults().getFirst().code()).isEqualTo("store.migration-changed");
  }

  /** V003 makes a table twice; the first half of it and V002 before it must be undone too. */
  @Test
  void opening_changesNothing_whenAMigrationFails() {
    catalog.close();
    assertThatThrownBy(() -> store.open(List.of(SHELF, SPINE, BROKEN), CLOCK))
        .isInstanceOf(SqlFailure.class);
    catalog = store.open(List.of(SHELF), CLOCK);
    assertThat(
            texts(Sql.of("select concept || version as title from catalog_migration order by 1")))
        .containsExactly("catalog1", "catalog2", "shelf1");
    assertThatThrownBy(() -> texts(Sql.of("select a as title from shelf_half")))
        .isInstanceOf(SqlFailure.class);
  }

  @Test
  void time_isThatOfTheClockToTheMicrosecond() {
    assertThat(catalog.<Instant>in(Transaction::now))
        .isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"))
        .isEqualTo(catalog.now());
  }

  private static final Sql ALL_TITLES = Sql.of("select title from shelf_book order by title");

  private static final Sql ALL_BOOKS =
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

  private List<String> titles() {
    return texts(ALL_TITLES);
  }

  private List<String> texts(Sql sql) {
    return catalog.read(t -> t.query(sql).stream().map(row -> row.text("title")).toList());
  }

  private static void add(Transaction t, String title) {
    t.write(
        Sql.of("insert into shelf_book (title) values (#title)").with("title", Value.of(title)));
  }

  private static void write(Transaction t, String text) {
    t.write(Sql.of(text));
  }

  private Violation.Rule broken(String text) {
    return catchThrowableOfType(Violation.class, () -> catalog.run(t -> write(t, text))).rule();
  }

  private void reopen(List<Migration> migrations) {
    catalog.close();
    catalog = store.open(migrations, CLOCK);
  }

  private static Entry<String> entry(long position, String body) {
    return new Entry<>(new Position(position), body);
  }

  private static void append100(Catalog node, int writer, AtomicInteger writing) {
    try {
      for (int i = 0; i < 100; i++) {
        var body = writer + "/" + i;
        if (i % 10 == 3)
          ignoring(
              () ->
                  node.run(
                      t -> {
                        t.append("shelf", "undone");
                        throw new IllegalArgumentException("undone");
                      }));
        node.run(t -> t.append("shelf", body));
      }
    } finally {
      writing.decrementAndGet();
    }
  }

  /**
   * Follows until nobody writes any more; gives the number of entries seen, each once, in order.
   */
  private static int followed(Feed<String> log, AtomicInteger writing) {
    var seen = new ArrayList<Entry<String>>();
    while (true) {
      boolean last = writing.get() == 0;
      var reached = seen.isEmpty() ? Position.START : seen.getLast().position();
      var more = log.after(reached, 7);
      seen.addAll(more);
      if (last && more.isEmpty()) break;
    }
    assertThat(seen.stream().map(e -> e.position().value()).toList())
        .isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
    assertThat(seen.stream().map(Entry::body).distinct()).hasSize(seen.size());
    return seen.size();
  }

  private static void ignoring(Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(RuntimeException.class);
  }

  /** On a thread of its own, so that it joins no transaction of this one. */
  private static <R> R elsewhere(Callable<R> work) {
    try (var thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(work).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void inParallel(int threads, Consumer<Integer> work) throws Exception {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var start = new CountDownLatch(1);
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  work.accept(thread);
                  return true;
                }));
      }
      start.countDown();
      for (var one : running) one.get();
    }
  }
}
