package io.gongbi.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** Files of about a given size: order lines of a shop, or what people did in a mini-program. */
enum LargeFileKind {
  LINES("shop-lines.csv"),
  EVENTS("wechat-events.ndjson"),
  PARQUET("shop-lines.parquet");

  /** Enough of them tell how many bytes a row takes in a packed file. */
  private static final long SAMPLE = 200_000;

  final String file;

  LargeFileKind(String file) {
    this.file = file;
  }

  /** Writes the file; says how many rows it has. */
  long write(Path file, long bytes) throws IOException, SQLException {
    return switch (this) {
      case LINES -> text(file, false, bytes);
      case EVENTS -> text(file, true, bytes);
      case PARQUET -> {
        parquet(file, SAMPLE);
        long rows = (long) ((double) SAMPLE * bytes / Files.size(file));
        parquet(file, rows);
        yield rows;
      }
    };
  }

  /**
   * The same lines as of the text, in the row groups and with the packing that most tools choose.
   */
  private static void parquet(Path file, long rows) throws SQLException {
    try (var engine = DriverManager.getConnection("jdbc:duckdb:");
        var statement = engine.createStatement()) {
      statement.execute(
          """
          copy (
            select format('DD{:012d}', r // 3) as "订单编号",
                   timestamp '2024-01-01 08:00:00' + to_seconds(r // 3 * 17 %% 63000000) as "付款时间",
                   format('u{:07d}', r // 3 * 7919 %% 1000000) as "买家",
                   13000000000 + r // 3 * 7919 %% 1000000 * 911 as "收货手机",
                   format('浙江省杭州市西湖区文三路 {} 号 {} 室', r // 3 * 7919 %% 500, hash(r) %% 2000) as "收货地址",
                   format('SKU{:05d}', r * 31 %% 4000) as "商品编码",
                   format('工笔系列 第 {} 号 纯棉长袖衬衫, 宽松款', r * 31 %% 4000) as "商品名称",
                   (1 + r %% 3)::integer as "数量",
                   (20 + r %% 900 + r %% 100 / 100)::decimal(18, 2) as "金额"
            from range(%d) t(r)
          ) to '%s' (format parquet, compression snappy)
          """
              .formatted(rows, file.toString().replace("'", "''")));
    }
  }

  private static long text(Path file, boolean json, long bytes) throws IOException {
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
