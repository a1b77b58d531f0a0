package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are read while others are, held up by a progress that does not come back. */
final class ArrivalsTest {
  @TempDir Path folder;
  private Warehouse warehouse;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch firstMayGoOn = new CountDownLatch(1);

  @BeforeEach
  void open() {
    warehouse =
        DuckDbWarehouse.open(
            folder, Sources.TABLES, Sources.MIGRATIONS, DuckDbWarehouse.Settings.DEFAULT);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  /**
   * The first file is held up in its rows. The second is read meanwhile, and when it is, the third;
   * nothing is stored before the first.
   */
  @Test
  void textFiles_areReadTwoAtATime_andStoredInTheirOrder() throws Exception {
    var landing = inBackground(text("a.csv"), text("b.csv"), text("c.csv"));
    assertThat(next()).isEqualTo("started a.csv");
    assertThat(next()).isEqualTo("started b.csv");
    assertThat(next()).isEqualTo("started c.csv");
    assertThat(heard).isEmpty();
    firstMayGoOn.countDown();
    landing.join();
    assertThat(heard).containsExactly("landed a.csv 2", "landed b.csv 2", "landed c.csv 2");
  }

  /** Its contents stand in memory: it waits until nothing else is read. */
  @Test
  void workbook_isNotReadBesideAnotherFile() throws Exception {
    var landing = inBackground(text("a.csv"), workbook("b.xlsx"), text("c.csv"));
    assertThat(next()).isEqualTo("started a.csv");
    assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    firstMayGoOn.countDown();
    landing.join();
    assertThat(heard)
        .contains("started b.xlsx", "started c.csv")
        .containsSubsequence("landed a.csv 2", "landed b.xlsx 2", "landed c.csv 2");
  }

  private Thread inBackground(Imports.Item... files) {
    var landing = new Landing(warehouse, folder.resolve("incoming"), Clock.systemUTC());
    var asks =
        List.of(files).stream().map(f -> Reading.Ask.of(f, Alignment.of(f.mapping()))).toList();
    var each = new ArrayList<Progress>(List.of(new HeldUp()));
    while (each.size() < files.length) each.add(Progress.NONE);
    return Thread.ofPlatform()
        .start(
            () -> {
              try (var arrivals = new Arrivals(landing, asks, false, log(files), each)) {
                arrivals.land();
              }
            });
  }

  private String next() throws InterruptedException {
    var said = heard.poll(1, TimeUnit.MINUTES);
    return said == null ? "nothing" : said;
  }

  private Arrivals.Log log(Imports.Item... files) {
    return new Arrivals.Log() {
      @Override
      public void started(int at) {
        heard.add("started " + files[at].name());
      }

      @Override
      public void landed(int at, Landing.Batch batch) {
        heard.add("landed %s %s".formatted(files[at].name(), batch.landed()));
      }

      @Override
      public void refused(int at, List<Fault> faults) {
        heard.add("refused %s %s".formatted(files[at].name(), faults));
      }
    };
  }

  /** Comes back from the beginning of the rows once the test says so. */
  private final class HeldUp implements Progress {
    @Override
    public void step(String name, Label label) {
      if (!name.equals("source.read")) return;
      try {
        firstMayGoOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public void onCancel(Runnable stop) {}
  }

  private Imports.Item text(String name) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(
        file, "卡号,姓名\n%1$s-1,王芳\n%1$s-2,李强\n".formatted(name), StandardCharsets.UTF_8);
    return new Imports.Item(file, name, CrmMembers.columns(Layout.csv(), "卡号", "姓名"));
  }

  private Imports.Item workbook(String name) throws IOException {
    var file = folder.resolve(name);
    try (var out = Files.newOutputStream(file);
        var book = new Workbook(out, "crm", "1.0")) {
      var sheet = book.newWorksheet("会员");
      var rows = List.of(List.of("卡号", "姓名"), List.of("X-1", "王芳"), List.of("X-2", "李强"));
      for (int r = 0; r < rows.size(); r++)
        for (int c = 0; c < 2; c++) sheet.value(r, c, rows.get(r).get(c));
    }
    return new Imports.Item(file, name, CrmMembers.columns(Layout.xlsx("会员"), "卡号", "姓名"));
  }
}
