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
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a catalog promises of its transactions, its log and its opening, whichever database is
 * behind it.
 */
public abstract class CatalogContract extends CatalogShelf {
  private static final Migration BROKEN = new Migration("catalog", "shelf", 3, "broken");

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

  private Violation.Rule broken(String text) {
    return catchThrowableOfType(Violation.class, () -> catalog.run(t -> write(t, text))).rule();
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
