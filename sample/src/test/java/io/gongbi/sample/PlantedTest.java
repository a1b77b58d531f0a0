package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was planted beside the orders stands in the files, where the truth says it does. */
class PlantedTest {

  private static final Pattern DEED =
      Pattern.compile(
          "\\{\"openid\":\"([^\"]+)\",\"event\":\"([^\"]+)\",\"time\":\"([^\"]+)\",\"page\":\"[^\"]+\""
              + "(,\"sku\":\"[A-Z]{2}\\d{3}\",\"category\":\"[^\"]+\")?(,\"keyword\":\"[^\"]+\")?"
              + "(,\"seconds\":\\d+)?}");

  private static final Pattern NAMESAKE = Pattern.compile("name\\+birthday \\p{IsHan}+ [0-9-]{10}");

  @TempDir static Path folder;
  private static Mall mall;

  @BeforeAll
  static void writeAndRead() throws IOException {
    mall = new Mall(folder, 42, 20_000);
  }

  /**
   * 31 in 100 parcels go behind a number with an extension, and their user is named all the same.
   */
  @Test
  void privacyNumbers_hideTheReceiver_notTheUser() {
    Rows orders = Mall.without(mall.flawed(mall.written.orders()), mall.orderRows);
    long hidden = 0;
    long starred = 0;
    for (List<String> order : orders.rows()) {
      String phone = orders.cell(order, "收货手机");
      if (phone.matches("1[67]\\d{9}-\\d{4}")) {
        hidden++;
        assertThat(orders.cell(order, "用户ID")).isNotEmpty();
        assertThat(orders.cell(order, "收货人")).matches(".\\*+");
        assertThat(orders.cell(order, "收货地址")).endsWith("****");
      } else if (phone.contains("****")) {
        starred++;
      }
    }
    assertThat((double) hidden / orders.rows().size()).isBetween(0.30, 0.32);
    assertThat((double) starred / orders.rows().size()).isBetween(0.14, 0.16);
  }

  /** The last line of the orders: how many there are and the money that came in. */
  @Test
  void total_standsUnderTheOrders() {
    List<String> last = mall.orderRows.rows().getLast();
    assertThat(last.getFirst()).isEqualTo("合计");
    assertThat(mall.orderRows.cell(last, "订单状态")).matches("共 \\d+ 笔");
  }

  @Test
  void till_makesAThirdOfTheSales_andMostlyKnowsWhoBought() {
    Rows lines = Mall.without(mall.flawed(mall.written.till()), mall.till);
    long till = 0;
    Set<String> receipts = new HashSet<>();
    Set<String> known = new HashSet<>();
    Set<String> back = new HashSet<>();
    for (List<String> line : lines.rows()) {
      String number = lines.cell(line, "小票号");
      receipts.add(number);
      till += Mall.fen(lines.cell(line, "金额").replaceAll("[￥元]", ""));
      if (lines.cell(line, "数量").startsWith("-")) {
        back.add(number);
      }
      if (!lines.cell(line, "会员卡号").isEmpty() || !lines.cell(line, "顾客手机").isEmpty()) {
        known.add(number);
      }
    }
    long shop = mall.orders().stream().filter(Mall.Order::bought).mapToLong(Mall.Order::paid).sum();
    assertThat((double) till / (till + shop)).isBetween(0.29, 0.37);
    assertThat((double) known.size() / receipts.size()).isBetween(0.60, 0.75);
    assertThat((double) back.size() / receipts.size()).isBetween(0.005, 0.03);
    Set<String> typed =
        lines.rows().stream()
            .map(l -> lines.cell(l, "结账时间").replaceAll("\\d+", "9"))
            .collect(Collectors.toSet());
    assertThat(typed)
        .containsExactlyInAnyOrder("9-9-9 9:9", "9/9/9 9:9", "9.9.9 9:9", "9年9月9日 9:9", "9");
  }

  /** A few dozen cards, with more receipts than anybody buys for themselves. */
  @Test
  void colleagues_collectWhatStrangersBuy() throws IOException {
    Map<String, Set<String>> receipts = new HashMap<>();
    for (List<String> line : mall.till.rows()) {
      String card = mall.till.cell(line, "会员卡号").strip().toUpperCase(java.util.Locale.ROOT);
      receipts.computeIfAbsent(card, c -> new HashSet<>()).add(mall.till.cell(line, "小票号"));
    }
    receipts.remove("");
    Rows staff = mall.truth("staff.csv");
    assertThat(staff.rows()).hasSizeBetween(24, 60);
    for (List<String> row : staff.rows()) {
      int strangers = Integer.parseInt(row.get(2));
      assertThat(receipts.getOrDefault(row.getFirst(), Set.of()).size())
          .isGreaterThanOrEqualTo(strangers);
      receipts.remove(row.getFirst());
    }
    assertThat(receipts.values()).allMatch(own -> own.size() < 60);
  }

  /** Two, three or four cards on one phone, as far as it was written at all. */
  @Test
  void families_shareAPhone() throws IOException {
    Map<String, String> phone = new HashMap<>();
    for (List<String> row : mall.members.rows()) {
      String written = mall.members.cell(row, "手机号");
      if (written.matches("1\\d{10}") && !written.equals("13800138000")) {
        phone.put(row.getFirst(), written);
      }
    }
    List<String> generic = mall.truth("generic.csv").column("value");
    String house = generic.getFirst();
    Map<String, Set<String>> phones = new TreeMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    for (List<String> row : mall.truth("families.csv").rows()) {
      sizes.merge(row.get(0), 1, Integer::sum);
      String number = phone.get(row.get(1));
      if (number != null && !generic.contains(number) && !number.equals("11111111111")) {
        phones.computeIfAbsent(row.get(0), f -> new TreeSet<>()).add(number);
      }
    }
    assertThat(sizes.values()).allMatch(size -> size >= 1 && size <= 4).contains(2, 3, 4);
    long shared = phones.values().stream().filter(p -> p.size() == 1).count();
    assertThat((double) shared / phones.size()).isGreaterThan(0.9);
    long withHouse = phone.values().stream().filter(house::equals).count();
    assertThat(withHouse).isBetween(60L, 130L);
  }

  /** Whoever brought somebody had a card before. */
  @Test
  void referrals_pointToOlderCards() throws IOException {
    Map<String, String> told = new HashMap<>();
    mall.truth("referrals.csv").rows().forEach(row -> told.put(row.get(0), row.get(1)));
    Map<String, String> written = new HashMap<>();
    for (List<String> row : mall.members.rows()) {
      String by = mall.members.cell(row, "推荐人卡号");
      if (!by.isEmpty()) {
        written.put(row.getFirst(), by);
      }
    }
    assertThat(written).isEqualTo(told).hasSizeGreaterThan(1_500);
    assertThat(told).allSatisfy((card, by) -> assertThat(by).isLessThan(card));
  }

  /** Complaints foretell leaving: planted are 8 in 100 against 0.6 in 100. */
  @Test
  void complaints_comeBeforeLeaving() throws IOException {
    Set<String> gone = Set.copyOf(mall.truth("churned.csv").column("person"));
    Set<String> buyers = mall.orders().stream().map(Mall.Order::person).collect(Collectors.toSet());
    Set<String> complained = new HashSet<>();
    for (List<String> row : mall.feedback.rows()) {
      if (mall.feedback.cell(row, "反馈类型").equals("投诉")) {
        complained.add(mall.personOf.getOrDefault("shop " + row.get(1), "nobody"));
      }
    }
    double left = share(complained, gone);
    assertThat(left).isGreaterThan(share(buyers, gone) + 0.08);
    assertThat(complained).hasSizeGreaterThan(600);
  }

  private static double share(Set<String> people, Set<String> gone) {
    return (double) people.stream().filter(gone::contains).count() / people.size();
  }

  /** Points of a card never fall below nothing. */
  @Test
  void points_areNeverOwed() {
    Map<String, Long> balance = new HashMap<>();
    for (List<String> row : mall.points.rows()) {
      long now = balance.merge(row.getFirst(), Long.parseLong(row.get(3)), Long::sum);
      assertThat(now).as(row.toString()).isNotNegative();
    }
    assertThat(balance).hasSizeGreaterThan(8_000);
  }

  /** Each coupon that was used paid for an order that there is. */
  @Test
  void coupons_areTheDiscountsOfOrders() {
    Map<String, Long> discount = new HashMap<>();
    mall.orders().forEach(order -> discount.put(order.number(), order.discount()));
    int used = 0;
    for (List<String> row : mall.coupons.rows()) {
      String order = mall.coupons.cell(row, "使用订单");
      if (discount.containsKey(order)) {
        used++;
        assertThat(discount).containsEntry(order, Mall.fen(mall.coupons.cell(row, "面额")));
      }
    }
    assertThat((double) used / mall.coupons.rows().size()).isBetween(0.4, 0.7);
  }

  /**
   * One thing done a line, by users of the mini-program, in order, and buyers look before buying.
   */
  @Test
  void behaviour_isOneDeedALine() throws IOException {
    Set<String> users = Set.copyOf(mall.miniUsers.column("openid"));
    Map<String, Integer> deeds = new TreeMap<>();
    List<String> disorder = new ArrayList<>();
    String[] before = {"", ""};
    try (Stream<String> lines = Files.lines(mall.written.behaviour().path())) {
      lines.forEach(
          line -> {
            Matcher deed = DEED.matcher(line);
            assertThat(deed.matches()).as(line).isTrue();
            deeds.merge(deed.group(2), 1, Integer::sum);
            assertThat(users).contains(deed.group(1));
            if (before[0].equals(deed.group(1)) && before[1].compareTo(deed.group(3)) > 0) {
              disorder.add(line);
            }
            before[0] = deed.group(1);
            before[1] = deed.group(3);
          });
    }
    assertThat(disorder).isEmpty();
    assertThat(deeds.keySet())
        .containsExactly(
            "add_cart", "checkin", "collect", "open_app", "search", "share", "view_item");
    int all = deeds.values().stream().mapToInt(n -> n).sum();
    assertThat((long) all).isEqualTo(mall.written.behaviour().rows());
    assertThat((double) all / 20_000).isBetween(11.0, 20.0);
  }

  /** Five plans on each of the 730 days. */
  @Test
  void costs_areToldForEachDayAndPlan() {
    assertThat(mall.costs.rows()).hasSize(5 * 730);
    assertThat(mall.costs.rows().stream().map(row -> row.get(0) + row.get(2)))
        .doesNotHaveDuplicates();
  }

  /**
   * What tells people apart is one person's, but for numbers that families share or strangers had
   * one after the other, and for namesakes born on one day; and it stands in the record that it is
   * said of.
   */
  @Test
  void evidence_isOfOnePerson_unlessTheTruthTellsWhyNot() throws IOException {
    Rows families = mall.truth("families.csv");
    Set<String> relatives = new HashSet<>(families.column("person"));
    Rows cards = mall.members;
    Map<String, String> phoneOfCard = new HashMap<>();
    cards.rows().forEach(r -> phoneOfCard.put(r.getFirst(), cards.cell(r, "手机号")));
    Map<String, Set<String>> persons = new TreeMap<>();
    Rows evidence = mall.truth("evidence.csv");
    long phones = 0;
    for (List<String> said : evidence.rows()) {
      String source = evidence.cell(said, "source");
      String key = evidence.cell(said, "record_key");
      String value = evidence.cell(said, "value");
      String what = evidence.cell(said, "kind") + " " + value;
      persons
          .computeIfAbsent(what, w -> new TreeSet<>())
          .add(mall.personOf.get(source + " " + key));
      if (source.equals("crm") && what.startsWith("phone ")) {
        phones++;
        assertThat(narrow(phoneOfCard.get(key)).replaceAll("[^0-9]", "")).endsWith(value);
      }
    }
    assertThat(phones).as("cards with a legible phone").isGreaterThan(14_000);
    List<String> shared = persons.keySet().stream().filter(k -> persons.get(k).size() > 1).toList();
    List<String> numbers = shared.stream().filter(k -> k.startsWith("phone ")).toList();
    Set<Set<String>> oneAfterTheOther = pairs("recycled_phone");
    // Whose number it is may have an account and no card.
    List<String> ofFamilies =
        numbers.stream().filter(k -> !oneAfterTheOther.contains(persons.get(k))).toList();
    assertThat(ofFamilies)
        .isNotEmpty()
        .allSatisfy(k -> assertThat(relatives).containsAnyElementsOf(persons.get(k)));
    assertThat(numbers.size() - ofFamilies.size()).isBetween(150, 300);
    // Besides those planted, there are namesakes born on one day among 20,000 people.
    Set<Set<String>> doubles = pairs("double");
    assertThat(shared)
        .filteredOn(k -> !numbers.contains(k) && !doubles.contains(persons.get(k)))
        .hasSizeLessThan(10);
    assertThat(shared).filteredOn(k -> !numbers.contains(k)).allMatch(NAMESAKE.asMatchPredicate());
  }

  /** The two persons of each line of this kind. */
  private static Set<Set<String>> pairs(String kind) throws IOException {
    return mall.traps().stream()
        .filter(t -> t.kind().equals(kind))
        .map(t -> new TreeSet<>(Set.of(t.person(), t.other())))
        .collect(Collectors.toSet());
  }

  private static String narrow(String digits) {
    StringBuilder narrow = new StringBuilder();
    digits.chars().forEach(c -> narrow.append((char) (c >= '０' && c <= '９' ? c - '０' + '0' : c)));
    return narrow.toString();
  }
}
