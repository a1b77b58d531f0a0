package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.source.Imports;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whether a file far larger than the heap gets in, to the answers of the boards: a process with
 * {@code -Xmx512m}, whose engine may take 1 GiB (what the product gives itself on a machine of 2
 * GiB altogether), imports 2 GB of order lines, or of behaviour as one JSON object a line, or a
 * Parquet file; and says of each step how long it took and the most memory and disk that all took
 * until then. No reference stands beside it: the question is only whether it can.
 */
final class LargeFile {
  private static final int HEAP_MB = 512;
  private static final double WORTH_TELLING = 0.5;
  private static final int LOOK_EVERY_MILLIS = 50;

  private LargeFile() {}

  /** Writes the file, has a small process import it, and prints what it says. */
  static void run(
      Path scratch, LargeFileKind kind, int megabytes, String engine, PrintStream screen)
      throws IOException, InterruptedException, SQLException {
    var file = scratch.resolve(kind.file);
    long rows = kind.write(file, (long) megabytes << 20);
    screen.printf(
        Locale.ROOT,
        "%n%s: %,d rows, %,d MB; heap at most %d MB, engine at most %s%n",
        file.getFileName(),
        rows,
        Files.size(file) >> 20,
        HEAP_MB,
        engine);
    var folder = scratch.resolve("folder");
    var child =
        OwnJvm.of(
                "-Xmx" + HEAP_MB + "m",
                LargeFile.class,
                Stream.of(file.toString(), folder.toString(), engine))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    long disk = 0;
    while (!child.waitFor(1, TimeUnit.SECONDS)) disk = Math.max(disk, size(folder));
    if (child.exitValue() != 0)
      throw new IllegalStateException("the import ended with " + child.exitValue());
    screen.printf(
        Locale.ROOT,
        "  the folder: %,d MB, at most %,d MB on the way%n",
        size(folder) >> 20,
        disk >> 20);
  }

  /** Of all files in a folder; one that goes meanwhile counts nothing. */
  private static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return 0;
    try (var all = Files.walk(folder)) {
      return all.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  /** In the small process: FILE FOLDER MEMORY-OF-THE-ENGINE. */
  public static void main(String[] arguments) throws InterruptedException {
    var file = new File(arguments[0]).toPath();
    var name = file.getFileName().toString();
    var mapping = mapping(name);
    var settings =
        new DuckDbWarehouse.Settings(
            Optional.of(arguments[2]), Optional.of(Runtime.getRuntime().availableProcessors()));
    try (var gongbi = Gongbi.open(Path.of(arguments[1]), Clock.systemUTC(), settings)) {
      var told = new Told();
      var item = new Imports.Item(file, name, mapping);
      var run = gongbi.imports().begin(UserId.SYSTEM, List.of(item), false);
      var seen = told.watch(gongbi.runs(), run);
      boards(gongbi);
      told.lap("boards");
      told.all(Long.parseLong(seen.result().get("landed")));
    }
  }

  /** Of those who only ever did something, and bought nothing, there is none. */
  private static void boards(Gongbi gongbi) {
    var asOf = gongbi.asOf();
    for (var board : gongbi.boards().all(asOf, Retail.SOMEBODY))
      for (var tile : board.tiles()) gongbi.boards().answer(tile, asOf, Retail.SOMEBODY);
  }

  /** Says of each step how long it took, and how much memory had been taken by its end. */
  private static final class Told {
    private final long start = System.nanoTime();
    private long since = start;

    /** Looks where an import stands, often enough for what is worth telling, until it ends. */
    Run watch(Runs runs, RunId id) throws InterruptedException {
      var step = "begun";
      while (true) {
        var run = runs.find(id).orElseThrow();
        var now = run.at().map(Run.Stretch::step).orElse(step);
        if (!now.equals(step)) lap(step);
        step = now;
        if (run.state().ended()) {
          lap(step + ", commit");
          return Arrival.ended(run);
        }
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    }

    void lap(String what) {
      long now = System.nanoTime();
      double seconds = (now - since) / 1e9;
      since = now;
      if (seconds >= WORTH_TELLING) tell(what, seconds);
    }

    void all(long rows) {
      double seconds = (System.nanoTime() - start) / 1e9;
      tell("in all", seconds);
      System.out.printf(Locale.ROOT, "  %,.0f rows/s%n", rows / seconds);
    }

    private static void tell(String what, double seconds) {
      long heap =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .mapToLong(pool -> pool.getPeakUsage().getUsed())
              .sum();
      System.out.printf(
          Locale.ROOT,
          "  %-24s %8.1f s   cpu so far %7.1f s   peak heap %,4d MB   peak of the process %,6d MB%n",
          what,
          seconds,
          Stopwatch.cpuNanos() / 1e9,
          heap >> 20,
          peak() >> 20);
    }

    private static long peak() {
      try {
        return Memory.peakBytes().orElse(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Mapping mapping(String name) {
    if (name.endsWith(".ndjson")) return events();
    return lines(name.endsWith(".parquet") ? Layout.parquet() : Layout.csv());
  }

  private static Mapping lines(Layout layout) {
    return mapping(
        "shop",
        "lines",
        "order_line",
        layout,
        List.of(
            Mapping.Line.of("订单编号", "order.order_no"),
            Mapping.Line.of("付款时间", "order.paid_at"),
            Mapping.Line.of("买家", "customer.platform_id"),
            Mapping.Line.of("收货手机", "customer.phone"),
            Mapping.Line.of("收货地址", "customer.address"),
            Mapping.Line.of("商品编码", "order_line.product_code"),
            Mapping.Line.of("商品名称", "order_line.product_name"),
            Mapping.Line.of("数量", "order_line.quantity"),
            Mapping.Line.of("金额", "order_line.amount")));
  }

  private static Mapping events() {
    return mapping(
        "wechat",
        "events",
        "event",
        Layout.json("UTF-8"),
        List.of(
            Mapping.Line.of("openid", "customer.openid"),
            Mapping.Line.of("event", "event.name"),
            Mapping.Line.of("time", "event.happened_at"),
            Mapping.Line.of("page", "event.page"),
            Mapping.Line.of("sku", "event.product_code")));
  }

  private static Mapping mapping(
      String source, String feed, String grain, Layout layout, List<Mapping.Line> lines) {
    return new Mapping(
        new SourceId(source),
        Label.typed(source),
        feed,
        new EntityName(grain),
        layout,
        List.of(),
        lines,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
