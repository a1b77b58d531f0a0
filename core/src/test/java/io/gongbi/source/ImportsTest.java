package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.Gongbi;
import io.gongbi.MovingClock;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.quality.Quality;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportsTest {
  private static final String HEAD = "no,paid,amount,extra\n";

  @TempDir private Path folder;
  private Gongbi gongbi;

  @BeforeEach
  void open() {
    gongbi = Gongbi.open(folder.resolve("data"), new MovingClock("2026-03-01T04:00:00Z"));
  }

  @AfterEach
  void close() {
    gongbi.close();
  }

  private static Mapping orders(String amount) {
    return new Mapping(
        new SourceId("shop"),
        Label.typed("Shop"),
        "orders",
        new EntityName("order"),
        Layout.csv(),
        List.of("no"),
        List.of(
            Mapping.Line.of("no", "order.order_no"),
            Mapping.Line.of("paid", "order.paid_at"),
            Mapping.Line.of(amount, "order.amount")),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private Imports.Item file(String name, String text) throws IOException {
    return new Imports.Item(
        Files.writeString(folder.resolve(name), HEAD + text), name, orders("amount"));
  }

  private Run bring(boolean again, Imports.Item... items) {
    return gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, Arrays.asList(items), again));
  }

  private List<String> sales() {
    return gongbi
        .warehouse()
        .query(
            Sql.of("select o.order_no, o.amount from {profile.order} o order by o.order_no"),
            View.everything())
        .stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }

  /** The second file brings a new order, and tells again of the first. */
  @Test
  void run_tellsWhatCameOfIt() throws IOException {
    bring(false, file("1.csv", "o1,2026-02-01 10:00:00,10,x\no2,2026-02-02 10:00:00,20,x\n"));
    var run =
        bring(false, file("2.csv", "o2,2026-02-02 10:00:00,25,x\no3,2026-02-03 10:00:00,30,x\n"));
    assertThat(run.result())
        .containsEntry("landed", "2")
        .containsEntry("ordersBefore", "2")
        .containsEntry("orders", "3")
        // No order says who bought.
        .containsEntry("customersBefore", "0")
        .containsEntry("customers", "0");
  }

  /** Two files of one feed at once: the later is newer news of the orders that both name. */
  @Test
  void filesOfOneImport_landInTheirOrder_andEachHasItsAccount() throws IOException {
    var run =
        bring(
            false,
            file("a.csv", "A,2026-01-01,1,10\nB,2026-01-01,2,20\nB,2026-01-01,2,20\n"),
            file("b.csv", "B,2026-01-02,3,30\nC,2026-01-02,x,40\nD,2026-01-02,5,50\ntorn\n"));
    assertThat(run.state()).isEqualTo(Run.State.DONE);
    assertThat(run.result())
        .isEqualTo(
            Map.of(
                "files", "2",
                "landed", "7",
                "unreadable", "1",
                "batches", "1,2",
                "customersBefore", "0",
                "customers", "0",
                "ordersBefore", "0",
                "orders", "3"));
    assertThat(gongbi.quality().batches(Viewer.system(), List.of(1L, 2L)))
        .isEqualTo(
            Map.of(
                1L, new Quality.Counts(3, 1, 0, 1, 1),
                2L, new Quality.Counts(4, 2, 2, 0, 0)));
    assertThat(sales()).containsExactly("A 1", "B 3", "D 5");
  }

  @Test
  void sameFile_isRefusedBeforeAnythingBegins_andTakenWhenAskedFor() throws IOException {
    var item = file("a.csv", "A,2026-01-01,1,10\n");
    bring(false, item);
    var again = upload("again.csv", "A,2026-01-01,1,10\n").upload().orElseThrow();
    assertThat(again.fingerprint())
        .isEqualTo("56891aa1c51628c188be4334fbf4829b4516b91429b5eda491b2170da4a79187");
    assertThat(gongbi.landing().same(again, item.mapping()))
        .hasValueSatisfying(
            f -> assertThat(f.words()).isEqualTo(Map.of("file", "again.csv", "before", "a.csv")));
    // An upload from before fingerprints were kept is known again too.
    Files.delete(again.path().resolveSibling("fingerprint"));
    assertThat(gongbi.uploads().find(again.id())).isEqualTo(again);
    // The same name with other content is another file.
    var other = upload("a.csv", "A,2026-01-01,1,11\n").upload().orElseThrow();
    assertThat(gongbi.landing().same(other, item.mapping())).isEmpty();
    assertThat(bring(false, item).state()).isEqualTo(Run.State.FAILED);
    assertThat(bring(true, item).state()).isEqualTo(Run.State.DONE);
    assertThat(gongbi.quality().batches(Viewer.system(), List.of(1L, 2L)))
        .isEqualTo(
            Map.of(1L, new Quality.Counts(1, 0, 0, 0, 1), 2L, new Quality.Counts(1, 1, 0, 0, 0)));
    assertThat(sales()).containsExactly("A 1");
  }

  /** What was received is moved, not copied, and known by the same fingerprint as a stream. */
  @Test
  void receivedFile_isTakenOver_andItsBytesAreTheSame() throws IOException {
    var text = HEAD + "A,2026-01-01,1,10\n";
    var received = Files.writeString(folder.resolve("received"), text);
    var taken =
        gongbi.uploads().take(place -> Files.move(received, place), "a.csv", true).getFirst();
    assertThat(received).doesNotExist();
    assertThat(taken.path()).hasContent(text);
    assertThat(taken.bytes()).isEqualTo(text.length());
    assertThat(taken.fingerprint())
        .isEqualTo(upload("b.csv", "A,2026-01-01,1,10\n").upload().orElseThrow().fingerprint());
  }

  /** The landed rows are the untouched text: another column can be the amount without the files. */
  @Test
  void changedMapping_takesEffect_withoutTheFiles() throws IOException {
    bring(false, file("a.csv", "A,2026-01-01,1,10\nB,2026-01-01,2,20\n"));
    assertThat(sales()).containsExactly("A 1", "B 2");
    assertThat(gongbi.refresher().isDue()).isFalse();

    gongbi.mappings().save(orders("extra"), UserId.SYSTEM);
    assertThat(gongbi.refresher().isDue()).as("a saved mapping alone is work to do").isTrue();

    var run = gongbi.runs().await(gongbi.imports().reread(UserId.SYSTEM, orders("extra")));
    assertThat(run.state()).isEqualTo(Run.State.DONE);
    assertThat(sales()).containsExactly("A 10", "B 20");
    assertThat(gongbi.refresher().isDue()).isFalse();
    assertThat(gongbi.landing().look(orders("extra"), Viewer.system(), gongbi.gate()))
        .hasValueSatisfying(
            look -> {
              assertThat(look.columnNames()).containsExactly("no", "paid", "amount", "extra");
              assertThat(look.rows()).first().isEqualTo(List.of("A", "2026-01-01", "1", "10"));
            });
  }

  private List<String> log(Run run) {
    return gongbi.importLog().of(run.id()).stream()
        .map(
            f ->
                "%s %s %d %s"
                    .formatted(
                        f.name(),
                        f.state(),
                        f.landed(),
                        f.faults().stream().map(Fault::code).toList()))
        .toList();
  }

  /** Of three files the second lacks a column: the others are in, and the log says which is not. */
  @Test
  void refusedFile_costsItselfAlone() throws IOException {
    var torn =
        new Imports.Item(
            Files.writeString(folder.resolve("torn.csv"), "no,paid\nB,2026-01-01\n"),
            "torn.csv",
            orders("amount"));
    var run =
        bring(
            false,
            file("a.csv", "A,2026-01-01,1,10\n"),
            torn,
            file("c.csv", "C,2026-01-03,3,30\n"));
    assertThat(run.state()).isEqualTo(Run.State.FAILED);
    assertThat(run.faults()).extracting(Fault::code).containsExactly("source.column-missing");
    assertThat(run.result())
        .isEqualTo(
            Map.of(
                "files", "2",
                "landed", "2",
                "unreadable", "0",
                "batches", "1,2",
                "customersBefore", "0",
                "customers", "0",
                "ordersBefore", "0",
                "orders", "2"));
    assertThat(log(run))
        .containsExactly(
            "a.csv LANDED 1 []", "torn.csv REFUSED 0 [source.column-missing]", "c.csv LANDED 1 []");
    assertThat(sales()).containsExactly("A 1", "C 3");
    // The fault will not be over by itself, so there is nothing to begin again.
    assertThatThrownBy(() -> gongbi.imports().retry(UserId.SYSTEM, run.id()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.nothing-to-retry");
    var refused =
        gongbi
            .importLog()
            .list(
                new ImportLog.Which(
                    Optional.of(new SourceId("shop")), Optional.of(ImportedFile.State.REFUSED)),
                0,
                10);
    assertThat(refused.total()).isEqualTo(1);
    assertThat(refused.files()).extracting(ImportedFile::name).containsExactly("torn.csv");
  }

  /** Whatever was handed in stays until it has landed, so that what was stopped goes on. */
  @Test
  void stoppedImport_isBegunAgain_withWhatItLeft() throws IOException {
    var first = upload("a.csv", "A,2026-01-01,1,10\n");
    var second = upload("b.csv", "B,2026-01-01,2,20\n");
    // Nothing runs before this, so both wait when the import is stopped.
    var gate = new CountDownLatch(1);
    gongbi
        .runs()
        .begin(
            UserId.SYSTEM,
            Run.Kind.REFRESH,
            Label.typed("wait"),
            (id, progress) -> {
              await(gate);
              return Map.of();
            });
    var begun = gongbi.imports().begin(UserId.SYSTEM, List.of(first, second), false);
    gongbi.runs().cancel(begun, Viewer.system());
    gate.countDown();
    var run = gongbi.runs().await(begun);
    assertThat(run.state()).isEqualTo(Run.State.CANCELLED);
    assertThat(log(run)).containsExactly("a.csv STOPPED 0 []", "b.csv STOPPED 0 []");
    assertThat(sales()).isEmpty();

    var again = gongbi.runs().await(gongbi.imports().retry(UserId.SYSTEM, begun));
    assertThat(again.state()).isEqualTo(Run.State.DONE);
    assertThat(log(again)).containsExactly("a.csv LANDED 1 []", "b.csv LANDED 1 []");
    assertThat(sales()).containsExactly("A 1", "B 2");
    assertThat(gongbi.uploads().isThere(first.upload().orElseThrow().id())).isFalse();
  }

  private Imports.Item upload(String name, String text) {
    var upload =
        gongbi
            .uploads()
            .store(new ByteArrayInputStream((HEAD + text).getBytes(StandardCharsets.UTF_8)), name);
    return new Imports.Item(upload, orders("amount"));
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each worksheet of a workbook is a content of its own; the same one again is the same. */
  @Test
  void anotherSheetOfAWorkbook_isAnotherFile() throws IOException {
    var path = folder.resolve("orders.xlsx");
    try (var out = Files.newOutputStream(path);
        var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
      sheet(book.newWorksheet("一月"), "A", "1");
      sheet(book.newWorksheet("二月"), "B", "2");
    }
    assertThat(bring(false, sheetOf(path, "一月")).state()).isEqualTo(Run.State.DONE);
    assertThat(bring(false, sheetOf(path, "二月")).state()).isEqualTo(Run.State.DONE);
    assertThat(sales()).containsExactly("A 1", "B 2");
    var again = bring(false, sheetOf(path, "二月"));
    assertThat(again.faults()).extracting(Fault::code).containsExactly("source.same-file");
    assertThat(again.faults().getFirst().words()).containsEntry("before", "orders.xlsx · 二月");
  }

  private static void sheet(org.dhatim.fastexcel.Worksheet sheet, String no, String amount) {
    var cells = List.of(List.of("no", "paid", "amount"), List.of(no, "2026-01-01", amount));
    for (int row = 0; row < 2; row++)
      for (int column = 0; column < 3; column++)
        sheet.value(row, column, cells.get(row).get(column));
  }

  private static Imports.Item sheetOf(Path book, String sheet) {
    var plain = orders("amount");
    return new Imports.Item(
        book,
        "orders.xlsx",
        new Mapping(
            plain.source(),
            plain.label(),
            plain.feed(),
            plain.grain(),
            Layout.xlsx(sheet),
            plain.key(),
            plain.lines(),
            plain.kinds(),
            plain.zone(),
            plain.currency()));
  }

  private static Mapping mapped(String key, Mapping.Line... lines) {
    return new Mapping(
        new SourceId("shop"),
        Label.typed("Shop"),
        "orders",
        new EntityName("order"),
        Layout.csv(),
        List.of(key),
        List.of(lines),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private Imports.Item file(String name, String text, Mapping mapping) throws IOException {
    return new Imports.Item(Files.writeString(folder.resolve(name), text), name, mapping);
  }

  private List<String> orderRows() {
    return gongbi
        .warehouse()
        .query(
            Sql.of(
                """
                select o.order_no, o.amount, o.shop, o.channel
                from {quality.order} o
                order by o.order_no nulls last
                """),
            View.everything())
        .stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }

  /**
   * The second file says 订单号 and 金额 where the first says 单号 and 实付, has no shop, and brings the
   * channel: they are one table all the same, in this import and in the next.
   */
  @Test
  void filesOfOneFeed_withUnlikeHeaders_areOneTable() throws IOException {
    var one =
        file(
            "one.csv",
            "单号,付款,实付,门店\nA,2026-01-01,10,杭州店\n",
            mapped(
                "单号",
                Mapping.Line.of("单号", "order.order_no"),
                Mapping.Line.of("付款", "order.paid_at"),
                Mapping.Line.of("实付", "order.amount"),
                Mapping.Line.of("门店", "order.shop")));
    var two =
        file(
            "two.csv",
            "金额,渠道,订单号,付款\n20,直播,B,2026-01-02\n",
            mapped(
                "订单号",
                Mapping.Line.of("订单号", "order.order_no"),
                Mapping.Line.of("付款", "order.paid_at"),
                Mapping.Line.of("金额", "order.amount"),
                Mapping.Line.of("渠道", "order.channel")));
    assertThat(bring(false, one, two).faults()).isEmpty();
    assertThat(orderRows()).containsExactly("A 10 杭州店 ", "B 20  直播");

    // The next month comes as two.csv did.
    var three = file("three.csv", "金额,渠道,订单号,付款\n30,直播,C,2026-02-02\n", two.mapping());
    assertThat(bring(false, three).faults()).isEmpty();
    assertThat(orderRows()).containsExactly("A 10 杭州店 ", "B 20  直播", "C 30  直播");
    assertThat(gongbi.mappings().find(FeedId.of("shop", "orders")).orElseThrow().lines())
        .extracting(Mapping.Line::column)
        .containsExactly("单号", "付款", "实付", "门店", "渠道");
    assertThat(
            gongbi.quality().batches(Viewer.system(), List.of(1L, 2L, 3L)).values().stream()
                .map(Quality.Counts::clean))
        .containsExactly(1L, 1L, 1L);
  }

  /** Fen in one file and yuan in the other cannot be one column of amounts. */
  @Test
  void filesOfOneFeed_thatContradictEachOther_areRefused() throws IOException {
    var yuan = file("yuan.csv", "A,2026-01-01,1,10\n");
    var fen =
        file(
            "fen.csv",
            "no,paid,fen\nB,2026-01-01,100\n",
            mapped(
                "no",
                Mapping.Line.of("no", "order.order_no"),
                Mapping.Line.of("paid", "order.paid_at"),
                Mapping.Line.of(
                    "fen", "order.amount", new Transform.Times(new java.math.BigDecimal("0.01")))));
    assertThatThrownBy(() -> gongbi.imports().begin(UserId.SYSTEM, List.of(yuan, fen), false))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.unlike-transform");
    assertThat(gongbi.mappings().all()).isEmpty();
  }

  /**
   * Two files were begun when the process ended. Of a.csv the rows are there, of which one is none,
   * and the note is not; b.csv was being read. The next process knows the first, and goes on with
   * its cleaning; the second has left nothing.
   */
  @Test
  void fileThatLandedAndWasNotNoted_isNotedByTheNextProcess() throws IOException {
    var a = upload("a.csv", "A,2026-01-01,1,10\ntorn\n");
    var b = upload("b.csv", "B,2026-01-01,2,20\n");
    var run =
        gongbi
            .catalog()
            .in(
                t ->
                    t.query(
                            Sql.of(
                                """
                                insert into refresh_run (id, kind, label_zh, label_en, owner, state, started_at)
                                values (1, 'IMPORT', '导入', 'Import', 'lin', 'RUNNING', '2026-03-01T04:00:00.000000Z')
                                returning id
                                """))
                        .only()
                        .whole("id"));
    var id = new RunId(run);
    gongbi.mappings().save(a.mapping(), UserId.SYSTEM);
    gongbi.importLog().begin(id, List.of(a, b));
    gongbi.importLog().started(id, 0);
    TestLanding.land(gongbi.landing(), a.file(), a.name(), a.mapping(), false, Progress.NONE);
    gongbi.importLog().started(id, 1);
    close();
    open();
    assertThat(gongbi.importLog().of(id))
        .extracting(f -> f.name() + " " + f.state() + " " + f.landed() + " " + f.unreadable())
        .containsExactly("a.csv LANDED 2 1", "b.csv STOPPED 0 0");
    assertThat(gongbi.runs().await(gongbi.imports().retry(UserId.SYSTEM, id)).faults()).isEmpty();
    assertThat(sales()).containsExactly("A 1", "B 2");
    close();
    open();
    assertThat(gongbi.importLog().of(id))
        .extracting(ImportedFile::state)
        .containsExactly(ImportedFile.State.LANDED, ImportedFile.State.STOPPED);
  }
}
