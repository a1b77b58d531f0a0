package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each trap that the truth tells of stands in its record, as often as {@link SampleMall} says. */
class TrapsTest {

  /** Kind, source, and how many of 100 cells that can have it do. */
  private static final String SHARES =
      """
      pinyin           crm        0.8
      pinyin           shop       2.4
      pinyin           shop-order 0.6
      homophone        crm        2.8
      homophone        shop       0.7
      homophone        shop-order 0.4
      look_alike       crm        1.6
      look_alike       shop       0.6
      look_alike       shop-order 0.2
      traditional      crm        0.8
      traditional      shop       1.4
      traditional      shop-order 0.7
      nickname         crm        1.1
      nickname         shop       2.0
      nickname         shop-order 1.1
      title            crm        1.1
      title            shop       1.1
      mistyped_phone   crm        1.3
      mistyped_phone   pos-order  1.0
      office_phone     crm        1.1
      house_phone      crm        0.6
      tablet_phone     crm        0.4
      offered_birthday crm        3.4
      office_address   crm        0.5
      office_address   shop-order 0.5
      """;

  /** The first of each kind and source, read by hand. */
  private static final String EXAMPLES =
      """
      title crm 周静 -> 周女士
      look_alike crm 魏惠霞 -> 魏蕙霞
      misspelt_host crm 3107966953@qq.com -> 3107966953@qq.con
      homophone crm 许文国 -> 徐文国
      mistyped_phone crm 18328658323 -> 18328658332
      traditional crm 王晓娟 -> 王曉娟
      nickname crm 欧阳佳颖 -> 欧阳老师
      pinyin crm 姚思琪 -> yaosiqi
      mistyped_mail crm 1145118322@qq.com -> 1141518322@qq.com
      misspelt_host shop luyuhui379449@gmail.com -> luyuhui379449@gmial.com
      traditional shop 邹雨莹 -> 鄒雨瑩
      title shop 吴浩 -> 吴先生
      pinyin shop 杨晓霞 -> YangXiaoxia
      mistyped_mail shop guozixuan906729@outlook.com -> gouzixuan906729@outlook.com
      nickname shop 薛丽玲 -> 阿玲
      homophone shop 张思婷 -> 张思庭
      look_alike shop 曹雨琪 -> 曹雨棋
      nickname shop-order 周晓静 -> 阿静
      homophone shop-order 宋子萱 -> 宋紫萱
      traditional shop-order 史涛 -> 史濤
      look_alike shop-order 黄思涵 -> 黄恩涵
      pinyin shop-order 朱雨涵 -> Yuhan Zhu
      mistyped_phone pos-order 13056894544 -> 13056864544
      """;

  private static final Set<String> NAMES =
      Set.of("pinyin", "homophone", "look_alike", "traditional", "nickname", "title");

  @TempDir static Path folder;
  private static Mall mall;
  private static List<Mall.TrapLine> traps;

  /** "crm XH00000001" to its row, the newest where there are two. */
  private static final Map<String, Map<String, String>> RECORDS = new HashMap<>();

  @BeforeAll
  static void writeAndRead() throws IOException {
    mall = new Mall(folder, 7, 20_000);
    traps = mall.traps();
    read("crm", mall.members);
    read("shop", mall.users);
    read("shop-order", mall.orderRows);
    read("pos-order", mall.till);
    read("wechat", mall.miniUsers);
  }

  private static void read(String source, Rows rows) {
    for (List<String> row : rows.rows()) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(rows.header().get(i), row.get(i));
      }
      RECORDS.put(source + " " + row.getFirst(), cells);
    }
  }

  private static String cell(String source, String key, String... anyOf) {
    Map<String, String> row = Objects.requireNonNull(RECORDS.get(source + " " + key), key);
    for (String column : anyOf) {
      String value = row.get(column);
      if (value != null) {
        return value;
      }
    }
    throw new IllegalArgumentException(List.of(anyOf) + " are none of " + row.keySet());
  }

  private static String name(Mall.TrapLine trap) {
    return cell(trap.source(), trap.key(), "姓名", "收货人");
  }

  private static String digits(Mall.TrapLine trap) {
    String phone = cell(trap.source(), trap.key(), "手机号", "手机", "收货手机", "顾客手机");
    return Normalizer.normalize(phone, Normalizer.Form.NFKC)
        .replaceAll("[^0-9]", "")
        .replaceFirst("^86(?=1\\d{10}$)", "");
  }

  private static String email(Mall.TrapLine trap) {
    return cell(trap.source(), trap.key(), "邮箱");
  }

  private static List<Mall.TrapLine> of(String... kinds) {
    return traps.stream().filter(t -> Set.of(kinds).contains(t.kind())).toList();
  }

  @Test
  void traps_areAsFrequent_asSaid() {
    Map<String, Double> cells = new HashMap<>();
    cells.put("crm", (double) keys("crm "));
    cells.put("shop", filled("shop ", "姓名"));
    cells.put("shop-order", filled("shop-order ", "收货地址") - starred());
    cells.put("pos-order", filled("pos-order ", "顾客手机"));
    Map<String, Double> found = new TreeMap<>();
    Map<String, Double> said = new TreeMap<>();
    for (String line : SHARES.strip().split("\n")) {
      String[] words = line.split(" +");
      long count =
          traps.stream()
              .filter(t -> t.kind().equals(words[0]) && t.source().equals(words[1]))
              .count();
      found.put(
          words[0] + " " + words[1],
          100 * count / Objects.requireNonNull(cells.get(words[1]), words[1]));
      said.put(words[0] + " " + words[1], Double.valueOf(words[2]));
    }
    assertThat(found.keySet()).isEqualTo(said.keySet());
    assertThat(found)
        .allSatisfy(
            (what, share) ->
                assertThat(share)
                    .as(what)
                    .isCloseTo(
                        said.get(what), org.assertj.core.data.Percentage.withPercentage(20)));
    assertThat(traps.stream().map(Mall.TrapLine::kind).collect(Collectors.toSet()))
        .hasSameSizeAs(Trap.Kind.values());
  }

  private static long keys(String source) {
    return RECORDS.keySet().stream().filter(k -> k.startsWith(source) && k.length() > 4).count();
  }

  private static double filled(String source, String column) {
    return RECORDS.entrySet().stream()
        .filter(e -> e.getKey().startsWith(source))
        .filter(e -> !e.getValue().getOrDefault(column, "").isEmpty())
        .count();
  }

  private static double starred() {
    return RECORDS.entrySet().stream()
        .filter(e -> e.getKey().startsWith("shop-order "))
        .filter(e -> e.getValue().getOrDefault("收货地址", "").contains("*"))
        .count();
  }

  /** A few by hand: what stands in the record, and what stood there by right. */
  @Test
  void traps_areWhatTheyAreCalled() {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Mall.TrapLine trap : traps) {
      boolean phone = trap.kind().equals("mistyped_phone");
      boolean mail = trap.kind().equals("mistyped_mail") || trap.kind().equals("misspelt_host");
      if ((NAMES.contains(trap.kind()) || phone || mail)
          && seen.merge(trap.kind() + trap.source(), 1, Integer::sum) == 1) {
        String written = phone ? digits(trap) : mail ? email(trap) : name(trap);
        lines.add(String.join(" ", trap.kind(), trap.source(), trap.was(), "->", written));
      }
    }
    assertThat(lines).containsExactlyInAnyOrder(EXAMPLES.strip().split("\n"));
  }

  @Test
  void names_areWrittenSo() {
    for (Mall.TrapLine trap : of("pinyin", "homophone", "look_alike", "traditional", "nickname")) {
      String written = name(trap);
      switch (trap.kind()) {
        case "pinyin" -> assertThat(written).matches("[A-Za-z]+( [A-Za-z]+)*");
        case "nickname" -> assertThat(written).isNotEqualTo(trap.was()).hasSizeBetween(2, 4);
        case "traditional" ->
            assertThat(written).hasSameSizeAs(trap.was()).isNotEqualTo(trap.was());
        default -> assertThat(differences(written, trap.was())).as(written).isEqualTo(1);
      }
    }
  }

  private static int differences(String a, String b) {
    assertThat(a).hasSameSizeAs(b);
    int differences = 0;
    for (int i = 0; i < a.length(); i++) {
      differences += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return differences;
  }

  /** One digit is wrong, or two neighbours have changed places, and it looks as good as any. */
  @Test
  void phones_areMistyped_byOneSlip() {
    int swapped = 0;
    List<Mall.TrapLine> mistyped = of("mistyped_phone");
    for (Mall.TrapLine trap : mistyped) {
      String written = digits(trap);
      assertThat(written).matches("1[3-9]\\d{9}");
      int differences = differences(written, trap.was());
      assertThat(differences).isBetween(1, 2);
      if (differences == 2) {
        swapped++;
        assertThat(written.chars().sorted().toArray())
            .isEqualTo(trap.was().chars().sorted().toArray());
      }
    }
    assertThat((double) swapped / mistyped.size()).isBetween(0.3, 0.5);
  }

  /** The records of who gave it up began before, those of who has it now after; 90 days between. */
  @Test
  void recycledPhones_areOfTwoStrangers_oneAfterTheOther() {
    Map<String, Set<String>> days = new TreeMap<>();
    Map<String, Set<String>> people = new TreeMap<>();
    for (Mall.TrapLine trap : of("recycled_phone")) {
      String number = digits(trap);
      people
          .computeIfAbsent(number, n -> new TreeSet<>())
          .addAll(Set.of(trap.person(), trap.other()));
      days.computeIfAbsent(number, n -> new TreeSet<>()).add(trap.was());
      String day = trap.was().substring(6);
      boolean gave = trap.was().startsWith("until ");
      if (trap.source().equals("shop-order") || trap.source().equals("shop")) {
        String at = cell(trap.source(), trap.key(), "下单时间", "注册时间").replaceAll("[^0-9]", "");
        if (at.length() == 14) {
          String on = at.substring(0, 8);
          String border = day.replace("-", "");
          assertThat(gave ? on.compareTo(border) <= 0 : on.compareTo(border) >= 0)
              .as(trap.toString())
              .isTrue();
        }
      }
    }
    assertThat(people.values()).allMatch(pair -> pair.size() == 2);
    assertThat(days.values()).allMatch(both -> both.size() <= 2);
    List<Set<String>> bothSeen = days.values().stream().filter(d -> d.size() == 2).toList();
    assertThat(bothSeen)
        .hasSizeBetween(180, 280)
        .allSatisfy(
            both -> {
              List<String> inOrder = both.stream().map(d -> d.substring(6)).sorted().toList();
              assertThat(java.time.LocalDate.parse(inOrder.get(0)).plusDays(90))
                  .isBeforeOrEqualTo(inOrder.get(1));
              assertThat(both.stream().map(d -> d.substring(0, 5)).toList())
                  .containsExactlyInAnyOrder("until", "since");
            });
  }

  /** Parcels for another customer: with that person's name, not the buyer's, and no relative's. */
  @Test
  void gifts_goToOtherCustomers() throws IOException {
    Map<String, Set<String>> names = new HashMap<>();
    for (String key : RECORDS.keySet()) {
      if (key.startsWith("crm ") || key.startsWith("shop ")) {
        names
            .computeIfAbsent(mall.personOf.getOrDefault(key, ""), p -> new HashSet<>())
            .add(Objects.requireNonNull(RECORDS.get(key)).getOrDefault("姓名", ""));
      }
    }
    List<Mall.TrapLine> gifts = of("gift").stream().filter(t -> !name(t).contains("*")).toList();
    assertThat((double) of("gift").size() / keys("shop-order ")).isBetween(0.012, 0.017);
    long named = 0;
    for (Mall.TrapLine gift : gifts) {
      assertThat(name(gift)).isNotEmpty();
      assertThat(names).containsKey(gift.other());
      named += names.getOrDefault(gift.other(), Set.of()).contains(name(gift)) ? 1 : 0;
    }
    // The others have only an account without a name, or a name with a trap in it.
    assertThat((double) named / gifts.size()).isGreaterThan(0.7);
    Map<String, String> family = new HashMap<>();
    mall.truth("families.csv").rows().forEach(r -> family.put(r.get(2), r.get(0)));
    assertThat(gifts)
        .allMatch(
            g ->
                !family.containsKey(g.person())
                    || !Objects.equals(family.get(g.person()), family.get(g.other())));
  }

  /** Front desks: of those on cards at all, most are on several, of people of different names. */
  @Test
  void frontDesks_areShared() {
    Map<String, Set<String>> desks = new TreeMap<>();
    for (Mall.TrapLine trap : of("office_phone")) {
      String written = cell("crm", trap.key(), "手机号");
      assertThat(written).matches("0\\d{2,3}-[2-8]\\d{7}|1[3-9]\\d{9}").isNotEqualTo(trap.was());
      desks.computeIfAbsent(written, d -> new TreeSet<>()).add(trap.person());
    }
    assertThat(desks).hasSizeBetween(25, 50);
    assertThat(desks.values().stream().filter(p -> p.size() > 1).count()).isGreaterThan(20);
    assertThat(desks.values().stream().mapToInt(Set::size).max().orElse(0)).isBetween(8, 20);
    assertThat(desks.keySet().stream().filter(d -> d.startsWith("0")).count()).isBetween(10L, 30L);
  }

  @Test
  void nobodysNumbers_areTold() throws IOException {
    List<String> generic = mall.truth("generic.csv").column("value");
    assertThat(of("house_phone")).allMatch(t -> digits(t).equals(generic.getFirst()));
    List<String> tablets = generic.subList(1, generic.size());
    assertThat(tablets).hasSize(14).doesNotHaveDuplicates();
    assertThat(of("tablet_phone")).allMatch(t -> tablets.contains(digits(t)));
  }

  /**
   * Namesakes have the name of the other, in the same city; doubles the birthday too. Relatives
   * have the surname and another given name, twins the birthday.
   */
  @Test
  void people_areCalledAlike() {
    Map<String, String> nameOf = new HashMap<>();
    Map<String, String> bornOn = new HashMap<>();
    Map<String, String> cityOf = new HashMap<>();
    Set<String> misnamed = new HashSet<>();
    traps.stream()
        .filter(t -> NAMES.contains(t.kind()))
        .forEach(t -> misnamed.add(t.source() + " " + t.key()));
    for (Map.Entry<String, Map<String, String>> record : RECORDS.entrySet()) {
      String person = mall.personOf.get(record.getKey());
      if (person != null && record.getKey().startsWith("crm ")) {
        if (!misnamed.contains(record.getKey())) {
          String name = record.getValue().getOrDefault("姓名", "");
          nameOf.put(person, name.replaceAll("[ 　]|女士$|先生$", ""));
        }
        String born = record.getValue().getOrDefault("生日", "");
        if (born.matches("\\d{4}-\\d\\d-\\d\\d") && !born.equals("1990-01-01")) {
          bornOn.put(person, born);
        }
        String city = record.getValue().getOrDefault("城市", "").replace("市", "");
        if (!city.isEmpty()) {
          cityOf.put(person, city);
        }
      }
    }
    Map<String, Integer> compared = new TreeMap<>();
    for (Mall.TrapLine trap : of("namesake", "double", "twin", "sibling", "parent_or_child")) {
      boolean strangers = trap.kind().equals("namesake") || trap.kind().equals("double");
      String name = nameOf.get(trap.person());
      if (name != null) {
        compared.merge(trap.kind(), 1, Integer::sum);
        if (strangers) {
          assertThat(name).isEqualTo(trap.was());
        } else {
          assertThat(name).isNotEqualTo(trap.was()).startsWith(trap.was().substring(0, 1));
        }
      }
      if (nameOf.containsKey(trap.other())) {
        assertThat(nameOf.get(trap.other())).isEqualTo(trap.was());
      }
      same(cityOf, trap);
      if (trap.kind().equals("double") || trap.kind().equals("twin")) {
        same(bornOn, trap);
      }
    }
    assertThat(compared.keySet())
        .containsExactly("double", "namesake", "parent_or_child", "sibling", "twin");
    assertThat(compared.values()).allMatch(n -> n >= 20);
  }

  private static void same(Map<String, String> of, Mall.TrapLine trap) {
    if (of.containsKey(trap.person()) && of.containsKey(trap.other())) {
      assertThat(of.get(trap.person())).as(trap.toString()).isEqualTo(of.get(trap.other()));
    }
  }
}
