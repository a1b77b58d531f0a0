package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.warehouse.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is kept of each file of an import, and how one goes on that did not come to its end. */
final class ImportLogTest extends ShopImports {
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

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
