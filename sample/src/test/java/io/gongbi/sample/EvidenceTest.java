package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files read by a careful reader who knows which cells are traps: what they tell people by is
 * what the truth calls evidence, line by line, no more and no less. So two records share evidence
 * when and only when they share a value.
 */
class EvidenceTest {

  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern DAY = Pattern.compile("(\\d{4})\\D*?(\\d{1,2})\\D*?(\\d{1,2})\\D?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
  private static final Set<String> NOBODY = Set.of("13800138000", "11111111111");
  private static final Set<String> NO_MAIL = Set.of("test@test.com", "123@qq.com");
  private static final Set<String> NO_DAY = Set.of("1990-01-01", "1900-01-01", "0000-00-00");
  private static final Set<String> UNREADABLE =
      Set.of("pinyin", "homophone", "look_alike", "nickname", "title");

  @TempDir static Path folder;
  private static Mall mall;

  /** "crm XH00000001" to what misleads there, by its kind. */
  private static final Map<String, Map<String, String>> TRAPS = new HashMap<>();

  private static final Set<String> GENERIC = new HashSet<>();

  private final Set<String> read = new TreeSet<>();

  @BeforeAll
  static void writeAndRead() throws IOException {
    mall = new Mall(folder, 7, 6_000);
    for (Mall.TrapLine trap : mall.traps()) {
      TRAPS
          .computeIfAbsent(trap.source() + " " + trap.key(), k -> new HashMap<>())
          .put(trap.kind(), trap.was());
    }
    GENERIC.addAll(mall.truth("generic.csv").column("value"));
  }

  @Test
  void evidence_isWhatACarefulReaderReads() throws IOException {
    members();
    users();
    orders();
    till();
    miniUsers();
    Set<String> told = new TreeSet<>();
    mall.truth("evidence.csv").rows().forEach(r -> told.add(String.join("|", r)));
    assertThat(told).hasSizeGreaterThan(20_000);
    Set<String> unread = new TreeSet<>(told);
    unread.removeAll(read);
    Set<String> untold = new TreeSet<>(read);
    untold.removeAll(told);
    assertThat(unread).as("told, but stands nowhere").isEmpty();
    assertThat(untold).as("stands there, but is not told").isEmpty();
  }

  private void members() {
    for (List<String> row : mall.members.rows()) {
      String key = row.getFirst();
      if (key.isEmpty()) {
        continue;
      }
      String record = "crm " + key;
      say("crm", key, "card", Optional.of(key));
      say("crm", key, "phone", phone(record, mall.members.cell(row, "手机号")));
      say("crm", key, "email", email(record, mall.members.cell(row, "邮箱")));
      say("crm", key, "unionid", filled(mall.members.cell(row, "unionid")));
      Optional<String> name = name(record, mall.members.cell(row, "姓名"));
      Optional<String> day = day(mall.members.cell(row, "生日"));
      Optional<String> street = street(mall.members.cell(row, "详细地址"));
      say("crm", key, "name+birthday", name.flatMap(n -> day.map(d -> n + " " + d)));
      say("crm", key, "name+address", name.flatMap(n -> street.map(s -> n + " " + s)));
    }
  }

  private void users() {
    for (List<String> row : mall.users.rows()) {
      String key = row.getFirst();
      if (!key.isEmpty()) {
        String record = "shop " + key;
        say("shop", key, "phone", phone(record, mall.users.cell(row, "手机")));
        say("shop", key, "email", email(record, mall.users.cell(row, "邮箱")));
        say("shop", key, "card", card(mall.users.cell(row, "会员卡号")));
      }
    }
  }

  /** A present tells nothing of who ordered it; an order without a user is a record of its own. */
  private void orders() {
    for (List<String> row : mall.orderRows.rows()) {
      String number = row.getFirst();
      String user = mall.orderRows.cell(row, "用户ID");
      String phone = mall.orderRows.cell(row, "收货手机");
      String order = "shop-order " + number;
      boolean gift = TRAPS.getOrDefault(order, Map.of()).containsKey("gift");
      if (number.equals("合计") || gift) {
        continue;
      }
      String source = user.isEmpty() ? "shop-order" : "shop";
      String key = user.isEmpty() ? number : user;
      Optional<String> name = name(order, mall.orderRows.cell(row, "收货人"));
      Optional<String> street = street(mall.orderRows.cell(row, "收货地址"));
      say(source, key, "phone", phone(order, phone));
      say(source, key, "name+address", name.flatMap(n -> street.map(s -> n + " " + s)));
    }
  }

  /** What strangers buy on a colleague's card is nobody's record. */
  private void till() {
    for (List<String> row : mall.till.rows()) {
      String number = row.getFirst();
      if (mall.personOf.containsKey("pos-order " + number)) {
        say("pos-order", number, "card", card(mall.till.cell(row, "会员卡号")));
        String phone = mall.till.cell(row, "顾客手机");
        say("pos-order", number, "phone", phone("pos-order " + number, phone));
      }
    }
  }

  private void miniUsers() {
    for (List<String> row : mall.miniUsers.rows()) {
      String openid = row.getFirst();
      say("wechat", openid, "unionid", filled(mall.miniUsers.cell(row, "unionid")));
      say("wechat", openid, "phone", filled(mall.miniUsers.cell(row, "手机号")));
    }
  }

  private void say(String source, String key, String kind, Optional<String> value) {
    value.ifPresent(v -> read.add(String.join("|", source, key, kind, v)));
  }

  private static Optional<String> filled(String cell) {
    return Optional.of(cell).filter(c -> !c.isEmpty());
  }

  private static Optional<String> phone(String record, String cell) {
    Set<String> traps = TRAPS.getOrDefault(record, Map.of()).keySet();
    if (traps.contains("mistyped_phone") || traps.contains("office_phone") || cell.contains("*")) {
      return Optional.empty();
    }
    String digits =
        Normalizer.normalize(cell, Normalizer.Form.NFKC)
            .replaceAll("[^0-9O]", "")
            .replaceFirst("^86(?=1\\d{10}$)", "");
    return Optional.of(digits)
        .filter(d -> MOBILE.matcher(d).matches() && !NOBODY.contains(d) && !GENERIC.contains(d));
  }

  private static Optional<String> email(String record, String cell) {
    Map<String, String> traps = TRAPS.getOrDefault(record, Map.of());
    if (traps.containsKey("misspelt_host")) {
      return Optional.ofNullable(traps.get("misspelt_host"));
    }
    String plain = cell.strip().replace('＠', '@').toLowerCase(Locale.ROOT);
    return Optional.of(plain)
        .filter(p -> p.contains("@") && !NO_MAIL.contains(p))
        .filter(p -> !traps.containsKey("mistyped_mail"));
  }

  private static Optional<String> card(String cell) {
    return Optional.of(cell.strip().toUpperCase(Locale.ROOT)).filter(c -> c.startsWith("XH"));
  }

  private static Optional<String> name(String record, String cell) {
    Map<String, String> traps = TRAPS.getOrDefault(record, Map.of());
    if (traps.keySet().stream().anyMatch(UNREADABLE::contains) || cell.contains("*")) {
      return Optional.empty();
    }
    return traps.containsKey("traditional")
        ? Optional.ofNullable(traps.get("traditional"))
        : Optional.of(cell.replaceAll("[ 　]|女士$|先生$", ""));
  }

  private static Optional<String> day(String cell) {
    Matcher compact = COMPACT.matcher(cell);
    Matcher day = compact.matches() ? compact : DAY.matcher(cell);
    if (NO_DAY.contains(cell) || !day.matches()) {
      return Optional.empty();
    }
    return Optional.of(day.group(1) + "-" + two(day.group(2)) + "-" + two(day.group(3)));
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  /** Behind the district; an address that ends in stars has none. */
  private static Optional<String> street(String cell) {
    return filled(cell.substring(cell.lastIndexOf('区') + 1)).filter(s -> !s.contains("*"));
  }
}
