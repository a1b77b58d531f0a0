package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a retailer would take the company for one of their trade, on a seed of its own. */
class BelievableTest {

  private static final Set<String> TOLD = Set.of("office_phone", "gift", "recycled_phone");

  @TempDir static Path folder;
  private static Mall mall;
  private static List<Mall.Order> bought;

  @BeforeAll
  static void writeAndRead() throws IOException {
    mall = new Mall(folder, 2026, 20_000);
    bought = mall.orders().stream().filter(Mall.Order::bought).toList();
  }

  @Test
  void buyers_orderThreeTimes_andFourInTenComeBack() {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    bought.forEach(
        order ->
            days.computeIfAbsent(order.person(), p -> new HashSet<>())
                .add(order.placed().toLocalDate()));
    double orders = (double) bought.size() / days.size();
    double repurchase =
        (double) days.values().stream().filter(d -> d.size() > 1).count() / days.size();
    assertThat(orders).isBetween(2.6, 3.4);
    assertThat(repurchase).isBetween(0.37, 0.47);
  }

  @Test
  void averageTicket_isAboutOneHundredAndEightyYuan() {
    double fen = bought.stream().mapToLong(Mall.Order::paid).average().orElse(0);
    assertThat(fen).isBetween(17_000.0, 20_000.0);
  }

  @Test
  void refunds_andCancellations_areFew() {
    Map<String, Long> share =
        mall.orders().stream()
            .collect(Collectors.groupingBy(Mall.Order::status, Collectors.counting()));
    double all = mall.orders().size();
    assertThat(share.keySet()).containsExactlyInAnyOrder("已完成", "已付款", "已取消", "已退款", "待付款");
    assertThat(share.getOrDefault("已退款", 0L) / all).isBetween(0.03, 0.05);
    assertThat(share.getOrDefault("已取消", 0L) / all).isBetween(0.03, 0.05);
    assertThat(share.getOrDefault("待付款", 0L) / all).isBetween(0.004, 0.015);
  }

  @Test
  void doubleEleven_isTheBestDayOfBothYears_andEighteenJuneTheBestOfItsMonth() {
    Map<LocalDate, Long> orders =
        bought.stream()
            .collect(Collectors.groupingBy(o -> o.placed().toLocalDate(), Collectors.counting()));
    List<LocalDate> best =
        orders.entrySet().stream()
            .sorted(Map.Entry.<LocalDate, Long>comparingByValue().reversed())
            .limit(4)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(best)
        .containsExactlyInAnyOrder(
            LocalDate.of(2024, 11, 11),
            LocalDate.of(2025, 11, 11),
            LocalDate.of(2024, 6, 18),
            LocalDate.of(2025, 6, 18));
  }

  @Test
  void sixInTen_areBothMemberAndShopper() {
    Set<String> members = new HashSet<>();
    Set<String> shoppers = new HashSet<>();
    mall.personOf.forEach(
        (key, person) -> {
          if (key.startsWith("crm ")) {
            members.add(person);
          } else if (key.startsWith("shop ")) {
            shoppers.add(person);
          }
        });
    Set<String> both = new HashSet<>(members);
    both.retainAll(shoppers);
    assertThat(both.size() / 20_000.0).isBetween(0.58, 0.62);
  }

  /**
   * Nobody shares a number outside a family, except the numbers that are nobody's, and those of
   * which the truth tells why: front desks, presents, numbers that strangers had one after the
   * other.
   */
  @Test
  void phones_belongToOnePerson_besidesThePlaceholders() throws IOException {
    Set<String> families = Set.copyOf(mall.truth("families.csv").column("member_card"));
    List<String> generic = mall.truth("generic.csv").column("value");
    Set<String> told =
        mall.traps().stream()
            .filter(t -> TOLD.contains(t.kind()))
            .map(t -> t.source() + " " + t.key())
            .collect(Collectors.toSet());
    Map<String, Set<String>> holders = new HashMap<>();
    for (List<String> row : mall.members.rows()) {
      if (!families.contains(row.getFirst()) && !told.contains("crm " + row.getFirst())) {
        holder(holders, mall.members.cell(row, "手机号"), "crm " + row.getFirst());
      }
    }
    for (List<String> row : mall.users.rows()) {
      if (!told.contains("shop " + row.getFirst())) {
        holder(holders, mall.users.cell(row, "手机"), "shop " + row.getFirst());
      }
    }
    for (List<String> row : mall.orderRows.rows()) {
      if (!told.contains("shop-order " + row.getFirst())) {
        holder(holders, mall.orderRows.cell(row, "收货手机"), "shop " + row.get(1));
      }
    }
    Set<String> shared =
        holders.entrySet().stream()
            .filter(e -> e.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(shared).contains("13800138000", "11111111111", generic.getFirst());
    shared.removeAll(generic);
    assertThat(shared).containsExactlyInAnyOrder("13800138000", "11111111111");
    assertThat(holders).hasSizeGreaterThan(19_000);
  }

  private static void holder(Map<String, Set<String>> holders, String written, String key) {
    Optional<String> person = Optional.ofNullable(mall.personOf.get(key));
    String digits = java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC);
    String phone = digits.replaceAll("[^0-9]", "").replaceFirst("^86(?=1\\d{10}$)", "");
    if (phone.length() == 11 && person.isPresent()) {
      holders.computeIfAbsent(phone, p -> new HashSet<>()).add(person.get());
    }
  }

  @Test
  void dirt_isThere_butModerate() {
    long plain = mall.members.column("手机号").stream().filter(p -> p.matches("1\\d{10}")).count();
    long wide = mall.members.column("手机号").stream().filter(p -> p.startsWith("１")).count();
    long none = mall.members.column("手机号").stream().filter(String::isEmpty).count();
    double all = mall.members.rows().size();
    assertThat(plain / all).isBetween(0.74, 0.80);
    assertThat(wide / all).isBetween(0.006, 0.014);
    assertThat(none / all).isBetween(0.012, 0.025);
    assertThat(mall.members.column("手机号")).contains("13800138000", "无", "test");
    assertThat(mall.members.column("生日")).contains("1990-01-01", "0000-00-00");
    assertThat(mall.users.column("邮箱")).anyMatch(mail -> mail.endsWith("qq.con"));
    assertThat(mall.users.column("姓名")).anyMatch(name -> name.endsWith("女士"));
    assertThat(mall.users.column("昵称")).contains("小确幸,每一天", "\"不吃香菜\"");
  }
}
