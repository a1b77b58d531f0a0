package io.gongbi.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What others hand back after a launch: the sender its receipts, the shop its later orders. */
final class Aftermath {
  /** What each later order comes to. */
  static final int PAID = 129;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Aftermath() {}

  /**
   * Receipts for the list that was handed over: the first {@code failed} failed, all others
   * arrived.
   */
  static Path receipts(Path list, Path folder, int failed) throws IOException {
    var rows = new ArrayList<>(List.of("message_key,status,reason"));
    for (var line : Files.readAllLines(list).stream().skip(1).toList()) {
      var key = line.substring(0, line.indexOf(',')).replace("\"", "");
      rows.add(rows.size() <= failed ? key + ",失败,空号" : key + ",送达,");
    }
    return Files.write(folder.resolve("回执.csv"), rows);
  }

  /** An order of today, in the shop's own columns, by each of these users of the shop. */
  static Path orders(Path earlier, Path folder, List<String> users) throws IOException {
    String header;
    try (var lines = Files.lines(earlier)) {
      header = lines.findFirst().orElseThrow();
    }
    var now = MOMENT.format(LocalDateTime.now(ZONE));
    var rows = new ArrayList<>(List.of(header));
    for (var user : users)
      rows.add(
          "XS-L%05d,%s,,,,%s,%s,已完成,%d.00,0.00,小程序".formatted(rows.size(), user, now, now, PAID));
    return Files.write(folder.resolve("shop-订单-新.csv"), rows);
  }
}
