package io.gongbi.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A company that was written and read back, with the truth beside it, for tests to ask. */
final class Mall {

  /** An order that came through clean; who ordered is known from the truth. */
  record Order(
      String number, String person, LocalDateTime placed, String status, long paid, long discount) {
    boolean bought() {
      return !status.equals("已取消") && !status.equals("待付款");
    }
  }

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  final Written written;
  final Path truthFolder;
  final Rows members;
  final Rows users;
  final Rows orderRows;
  final Rows lineRows;
  final Rows till;
  final Rows receipts;
  final Rows miniUsers;
  final Rows feedback;
  final Rows points;
  final Rows coupons;
  final Rows costs;
  final Rows flaws;

  /** "crm XH00000001" to "P0000650". */
  final Map<String, String> personOf = new HashMap<>();

  Mall(Path folder, long seed, int customers) throws IOException {
    truthFolder = folder.resolve("truth");
    written =
        new SampleMall(seed, customers, SampleMall.DEFAULT_END)
            .write(folder.resolve("files"), truthFolder);
    members = Rows.of(written.members().path(), StandardCharsets.UTF_8, 3);
    users = Rows.of(written.users().path());
    orderRows = Rows.of(written.orders().path());
    lineRows = Rows.of(written.orderLines().path());
    till = Rows.of(written.till().path(), Charset.forName("GB18030"), 1);
    receipts = Rows.of(written.receipts().path());
    miniUsers = Rows.of(written.miniUsers().path());
    feedback = Rows.of(written.feedback().path());
    points = Rows.of(written.points().path());
    coupons = Rows.of(written.coupons().path());
    costs = Rows.of(written.costs().path());
    flaws = truth("flaws.csv");
    truth("persons.csv").rows().forEach(r -> personOf.put(r.get(0) + " " + r.get(1), r.get(2)));
  }

  Rows truth(String name) throws IOException {
    return Rows.of(truthFolder.resolve(name));
  }

  /** A line of {@code traps.csv}. */
  record TrapLine(
      String kind, String source, String key, String person, String other, String was) {}

  List<TrapLine> traps() throws IOException {
    return truth("traps.csv").rows().stream()
        .map(r -> new TrapLine(r.get(0), r.get(1), r.get(2), r.get(3), r.get(4), r.get(5)))
        .toList();
  }

  /** Lines of a file that the truth calls flawed. */
  Set<Long> flawed(Written.File file) {
    Set<Long> lines = new HashSet<>();
    for (List<String> flaw : flaws.rows()) {
      if (flaws.cell(flaw, "file").equals(file.path().getFileName().toString())) {
        lines.add(Long.valueOf(flaws.cell(flaw, "line")));
      }
    }
    return lines;
  }

  /** Rows of a file without the flawed lines. */
  static Rows without(Set<Long> flawedLines, Rows rows) {
    List<List<String>> clean = new ArrayList<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      if (!flawedLines.contains(i + 1L + rows.head())) {
        clean.add(rows.rows().get(i));
      }
    }
    return new Rows(rows.header(), clean, rows.head());
  }

  List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    Rows clean = without(flawed(written.orders()), orderRows);
    for (List<String> row : clean.rows()) {
      String number = clean.cell(row, "订单编号");
      String user = clean.cell(row, "用户ID");
      String key = user.isEmpty() ? "shop-order " + number : "shop " + user;
      orders.add(
          new Order(
              number,
              personOf.getOrDefault(key, "nobody"),
              moment(clean.cell(row, "下单时间"), number),
              clean.cell(row, "订单状态"),
              fen(clean.cell(row, "实付金额")),
              fen(clean.cell(row, "优惠金额"))));
    }
    return orders;
  }

  /** The last day of each person at the counters, of receipts that name somebody. */
  Map<String, String> receiptsOfTill() {
    Map<String, String> last = new HashMap<>();
    for (List<String> row : till.rows()) {
      String number = till.cell(row, "小票号");
      String person = personOf.get("pos-order " + number);
      if (person != null) {
        String day = "20" + number.substring(5, 7) + "-" + number.substring(7, 9);
        day += "-" + number.substring(9, 11);
        last.merge(person, day, (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }
    return last;
  }

  /** Other spellings of the moment are told by the day in the number, at noon. */
  private static LocalDateTime moment(String text, String number) {
    if (text.length() == 19 && text.charAt(10) == ' ' && text.charAt(4) == '-') {
      return LocalDateTime.parse(text, MOMENT);
    }
    return LocalDate.parse(number.substring(2, 10), DateTimeFormatter.BASIC_ISO_DATE).atTime(12, 0);
  }

  static long fen(String money) {
    return Long.parseLong(money.replaceAll("[¥,.]", ""));
  }
}
