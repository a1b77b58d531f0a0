package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.Gongbi;
import io.gongbi.MovingClock;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.quality.Quality;
import io.gongbi.refresh.Run;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return gongbi
        .runs()
        .await(gongbi.imports().begin(UserId.SYSTEM, Arrays.asList(items), again, () -> {}));
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
        .isEqualTo(Map.of("files", "2", "landed", "7", "unreadable", "1", "batches", "1,2"));
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
    assertThatThrownBy(
            () -> gongbi.landing().mustBeNew(item.file(), "again.csv", item.mapping().id()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.same-file");
    assertThat(bring(false, item).state()).isEqualTo(Run.State.FAILED);
    assertThat(bring(true, item).state()).isEqualTo(Run.State.DONE);
    assertThat(gongbi.quality().batches(Viewer.system(), List.of(1L, 2L)))
        .isEqualTo(
            Map.of(1L, new Quality.Counts(1, 0, 0, 0, 1), 2L, new Quality.Counts(1, 1, 0, 0, 0)));
    assertThat(sales()).containsExactly("A 1");
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
}
