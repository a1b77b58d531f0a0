package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a file far larger than the heap gets in: a process with {@code -Xmx512m} imports 2 GB of
 * order lines, or of behaviour as one JSON object a line, and says how fast, and the most memory
 * that it held. No reference stands beside it: the question is only whether it can.
 */
final class LargeFile {
  private static final int HEAP_MB = 512;

  private LargeFile() {}

  /** Writes the file, has a small process import it, and prints what it says. */
  static void run(Path scratch, boolean json, int megabytes, PrintStream screen)
      throws IOException, InterruptedException {
    var file = scratch.resolve(json ? "wechat-events.ndjson" : "shop-lines.csv");
    long rows = write(file, json, (long) megabytes << 20);
    screen.printf(
        Locale.ROOT,
        "%n%s: %,d rows, %,d MB, heap at most %d MB%n",
        file.getFileName(),
        rows,
        Files.size(file) >> 20,
        HEAP_MB);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var child =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + HEAP_MB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFile.class.getName(),
                file.toString(),
                scratch.resolve("folder").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = child.waitFor();
    if (code != 0) throw new IllegalStateException("the import ended with " + code);
  }

  /** In the small process: FILE FOLDER. */
  public static void main(String[] arguments) throws IOException {
    var file = new File(arguments[0]).toPath();
    var mapping = file.toString().endsWith(".csv") ? lines() : events();
    try (var gongbi = Gongbi.open(Path.of(arguments[1]), Clock.systemUTC())) {
      gongbi.mappings().save(mapping, UserId.SYSTEM);
      long start = System.nanoTime();
      var name = file.getFileName().toString();
      var batch = gongbi.landing().land(file, name, mapping, false, Progress.NONE);
      tell("landed", batch.landed(), start);
      long clean = System.nanoTime();
      gongbi.refresher().refresh(new RunId(1), gongbi.catalog().now(), false, Progress.NONE);
      tell("refreshed", batch.landed(), clean);
      tell("in all", batch.landed(), start);
    }
  }

  private static void tell(String what, long rows, long start) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "  %-10s %,12d rows %8.1f s %,10.0f rows/s   peak heap %,5d MB   peak of the process %,6d"
            + " MB%n",
        what,
        rows,
        seconds,
        rows / seconds,
        heap >> 20,
        Memory.peakBytes().orElse(0) >> 20);
  }

  private static Mapping lines() {
    return mapping(
        "shop",
        "lines",
        "order_line",
        Layout.csv(),
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

  private static long write(Path file, boolean json, long bytes) throws IOException {
    var begin = LocalDateTime.parse("2024-01-01T08:00:00");
    long rows = 0;
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      long written = 0;
      if (!json) written += put(out, "订单编号,付款时间,买家,收货手机,收货地址,商品编码,商品名称,数量,金额\n");
      while (written < bytes) {
        // A million buyers; orders of three lines; prime steps, so that neighbours differ.
        long order = json ? rows : rows / 3;
        long buyer = order * 7_919 % 1_000_000;
        var at = begin.plusSeconds(order * 17 % 63_000_000);
        written +=
            put(
                out,
                json
                    ? event(buyer, rows, at.toString())
                    : line(order, buyer, rows, at.toString().replace('T', ' ')));
        rows++;
      }
    }
    return rows;
  }

  private static String line(long order, long buyer, long row, String at) {
    long goods = row * 31 % 4_000;
    return "DD%012d,%s,u%07d,%d,浙江省杭州市西湖区文三路 %d 号 %d 幢 %d 室,SKU%05d,\"工笔系列 第 %d 号 纯棉长袖衬衫, 宽松款\",%d,%d.%02d%n"
        .formatted(
            order,
            at,
            buyer,
            13_000_000_000L + buyer * 911,
            buyer % 500,
            buyer % 30,
            buyer % 2_000,
            goods,
            goods,
            1 + row % 3,
            20 + row % 900,
            row % 100);
  }

  private static String event(long user, long row, String at) {
    return "{\"openid\":\"oGb%020d\",\"event\":\"%s\",\"time\":\"%s\",\"page\":\"/pages/goods/detail\",\"sku\":\"SKU%05d\",\"extra\":{\"from\":\"share\",\"ms\":%d}}%n"
        .formatted(user, row % 7 == 0 ? "add_cart" : "view", at, row * 31 % 4_000, row % 9_000);
  }

  private static int put(BufferedOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    return bytes.length;
  }
}
