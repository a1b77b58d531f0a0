package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One company of 20,000 people, read back by a reader that shares nothing with the writers. */
class SampleMallTest {

  @TempDir static Path folder;
  private static Mall mall;

  @BeforeAll
  static void writeAndRead() throws IOException {
    mall = new Mall(folder.resolve("20000"), 42, 20_000);
  }

  @Test
  void files_areAsWide_andAsLong_asWritten() {
    assertThat(mall.members.header())
        .containsExactly(
            "", "姓名", "性别", "生日", "职业", "手机号", "邮箱", "省份", "城市", "区县", "详细地址", "短信授权", "会员等级", "积分",
            "推荐人卡号", "unionid", "注册时间", "");
    assertThat(mall.users.header()).containsExactly("用户ID", "昵称", "姓名", "手机", "邮箱", "会员卡号", "注册时间");
    assertThat(mall.orderRows.header())
        .containsExactly(
            "订单编号", "用户ID", "收货人", "收货手机", "收货地址", "下单时间", "付款时间", "订单状态", "实付金额", "优惠金额", "渠道");
    assertThat(mall.lineRows.header())
        .containsExactly("订单编号", "行号", "商品编码", "商品名称", "类目", "二级类目", "数量", "单价", "金额");
    assertThat(mall.till.header())
        .containsExactly(
            "小票号", "门店", "收银员", "结账时间", "会员卡号", "顾客手机", "货号", "品名", "品类", "数量", "售价", "金额", "付款方式",
            "销售渠道");
    assertThat(mall.receipts.header())
        .containsExactly("活动", "用户ID", "手机号", "组别", "渠道", "发送时间", "状态", "费用", "回复内容");

    List<Rows> read =
        List.of(
            mall.members,
            mall.users,
            mall.orderRows,
            mall.lineRows,
            mall.till,
            mall.receipts,
            mall.miniUsers,
            mall.feedback,
            mall.points,
            mall.coupons,
            mall.costs);
    List<Written.File> written =
        mall.written.all().stream().filter(file -> !file.equals(mall.written.behaviour())).toList();
    assertThat(written).hasSameSizeAs(read);
    for (int i = 0; i < read.size(); i++) {
      Rows rows = read.get(i);
      assertThat(rows.rows()).hasSize((int) written.get(i).rows());
      assertThat(rows.rows()).allMatch(row -> row.size() == rows.header().size());
    }
  }

  /** Not the hour, the machine's language or its time zone. */
  @Test
  void seed_decidesEveryByte(@TempDir Path other) throws IOException {
    new Mall(other.resolve("a"), 7, 1_000);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
      new Mall(other.resolve("b"), 7, 1_000);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    new Mall(other.resolve("c"), 8, 1_000);
    assertThat(contents(other.resolve("a"))).isEqualTo(contents(other.resolve("b")));
    assertThat(contents(other.resolve("c"))).isNotEqualTo(contents(other.resolve("a")));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CRC32C sum = new CRC32C();
        sum.update(Files.readAllBytes(file));
        contents.put(folder.relativize(file).toString(), Long.toHexString(sum.getValue()));
      }
    }
    assertThat(contents).hasSize(25);
    return contents;
  }

  /** Excel keeps a moment as days since 1900; the birthday is text, as clerks typed it. */
  @Test
  void registration_isADateOfExcel_andTheBirthdayText() {
    double first = LocalDate.of(1899, 12, 30).until(SampleMall.DEFAULT_END, ChronoUnit.DAYS);
    assertThat(mall.members.column("注册时间"))
        .allSatisfy(cell -> assertThat(Double.parseDouble(cell)).isBetween(first - 2_200, first));
    assertThat(mall.members.column("生日").stream().filter(d -> d.matches("\\d{4}-\\d\\d-\\d\\d")))
        .hasSizeGreaterThan(10_000);
  }

  @Test
  void truth_isWrittenOnlyWhenAsked(@TempDir Path other) throws IOException {
    Written written = new SampleMall(7, 100, SampleMall.DEFAULT_END).write(other);
    try (Stream<Path> files = Files.walk(other)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactlyInAnyOrderElementsOf(
              written.all().stream().map(Written.File::path).toList());
    }
  }

  @Test
  void rows_growWithTheCustomers(@TempDir Path other) throws IOException {
    Mall tenth = new Mall(other, 42, 2_000);
    for (int i = 0; i < 11; i++) {
      double ratio = (double) mall.written.all().get(i).rows() / tenth.written.all().get(i).rows();
      assertThat(ratio).as(mall.written.all().get(i).path().toString()).isBetween(8.5, 11.5);
    }
  }

  /** 实付 = Σ 金额 − 优惠, for each order: the rule of the house. */
  @Test
  void lines_sumToWhatWasPaid_andTheDiscount() {
    Map<String, Long> goods = new HashMap<>();
    Rows lines = Mall.without(mall.flawed(mall.written.orderLines()), mall.lineRows);
    for (List<String> line : lines.rows()) {
      long amount = Mall.fen(lines.cell(line, "金额"));
      assertThat(amount)
          .isEqualTo(Mall.fen(lines.cell(line, "单价")) * Long.parseLong(lines.cell(line, "数量")));
      goods.merge(lines.cell(line, "订单编号"), amount, Long::sum);
    }
    List<Mall.Order> orders = mall.orders();
    assertThat(orders).hasSizeGreaterThan(25_000);
    for (Mall.Order order : orders) {
      assertThat(order.paid()).as(order.number()).isPositive();
      assertThat(goods).containsEntry(order.number(), order.paid() + order.discount());
    }
  }

  @Test
  void everyRecord_isInTheTruth() {
    Set<String> keys = new HashSet<>();
    mall.members.rows().forEach(row -> keys.add("crm " + row.getFirst()));
    mall.users.column("用户ID").forEach(user -> keys.add("shop " + user));
    mall.receipts.column("用户ID").forEach(user -> keys.add("shop " + user));
    Rows orders = Mall.without(mall.flawed(mall.written.orders()), mall.orderRows);
    for (List<String> order : orders.rows()) {
      String user = orders.cell(order, "用户ID");
      keys.add(user.isEmpty() ? "shop-order " + orders.cell(order, "订单编号") : "shop " + user);
    }
    mall.miniUsers.column("openid").forEach(openid -> keys.add("wechat " + openid));
    for (List<String> line : mall.till.rows()) {
      keys.add("pos-order " + mall.till.cell(line, "小票号"));
    }
    keys.removeAll(Set.of("crm ", "shop "));
    Set<String> unknown = new HashSet<>(keys);
    unknown.removeAll(mall.personOf.keySet());
    // At the till many say nothing, and what stands on a colleague's card is a stranger's.
    assertThat(unknown).isNotEmpty().allMatch(key -> key.startsWith("pos-order "));
    assertThat(keys).containsAll(mall.personOf.keySet());
  }

  /** Each line the truth calls flawed shows its flaw, and there are some of every kind. */
  @Test
  void flaws_areWhereTheTruthSays() {
    Map<String, Rows> files =
        Map.of(
            "crm-会员.xlsx", mall.members,
            "shop-用户.csv", mall.users,
            "shop-订单.csv", mall.orderRows,
            "shop-订单明细.csv", mall.lineRows,
            "pos-门店销售.csv", mall.till,
            "触达-春季回归短信.csv", mall.receipts,
            "wechat-小程序用户.csv", mall.miniUsers);
    Set<String> seen = new HashSet<>();
    for (List<String> flaw : mall.flaws.rows()) {
      Rows file = files.getOrDefault(flaw.get(0), mall.flaws);
      long line = Long.parseLong(flaw.get(1));
      List<String> row = file.line(line);
      int at = (int) line - 1 - file.head();
      seen.add(flaw.get(2));
      boolean shown =
          switch (flaw.get(2)) {
            case "repeat" -> file.rows().subList(0, at).contains(row);
            case "superseded" ->
                file.rows().subList(at + 1, file.rows().size()).stream()
                    .anyMatch(
                        later -> later.getFirst().equals(row.getFirst()) && !later.equals(row));
            case "no_key" -> row.getFirst().isEmpty();
            case "bad_amount" -> row.contains("abc") || row.contains("赠");
            case "bad_time" -> file.cell(row, "下单时间").startsWith("0000-00-00");
            case "total" -> row.getFirst().equals("合计") && at == file.rows().size() - 1;
            default -> false;
          };
      assertThat(shown).as(flaw.toString()).isTrue();
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "repeat", "superseded", "no_key", "bad_amount", "bad_time", "total");
  }

  /** And no other line repeats one or lacks its key. */
  @Test
  void keys_areUnique_amongUnflawedRows() {
    assertThat(
            Mall.without(mall.flawed(mall.written.members()), mall.members).rows().stream()
                .map(List::getFirst))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(Mall.without(mall.flawed(mall.written.users()), mall.users).column("用户ID"))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(Mall.without(mall.flawed(mall.written.orders()), mall.orderRows).column("订单编号"))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    Rows lines = Mall.without(mall.flawed(mall.written.orderLines()), mall.lineRows);
    assertThat(lines.rows().stream().map(row -> row.get(0) + "-" + row.get(1)))
        .doesNotHaveDuplicates();
    assertThat(Mall.without(mall.flawed(mall.written.receipts()), mall.receipts).column("用户ID"))
        .doesNotHaveDuplicates();
  }

  @Test
  void gone_meansNoOrderAfterTheLastDay() throws IOException {
    Map<String, String> lastDay = new HashMap<>();
    mall.truth("churned.csv").rows().forEach(row -> lastDay.put(row.get(0), row.get(1)));
    Map<String, String> lastOrder = new HashMap<>();
    for (Mall.Order order : mall.orders()) {
      String day = order.placed().toLocalDate().toString();
      lastOrder.merge(order.person(), day, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
    mall.receiptsOfTill()
        .forEach(
            (person, day) -> lastOrder.merge(person, day, (a, b) -> a.compareTo(b) > 0 ? a : b));
    assertThat(lastDay).hasSizeGreaterThan(5_000);
    assertThat(lastOrder)
        .allSatisfy(
            (person, day) ->
                assertThat(day).isLessThanOrEqualTo(lastDay.getOrDefault(person, day)));
  }

  @Test
  void customers_areBounded() {
    assertThatThrownBy(() -> new SampleMall(1, 0, SampleMall.DEFAULT_END))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SampleMall(1, 1_000_001, SampleMall.DEFAULT_END))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
