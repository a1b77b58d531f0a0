package io.gongbi.source;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which lines of a sales file are no products: postage, fees, discounts and write-offs that tills
 * book as if they were goods. They give themselves away by their code (POST, BANK CHARGES), or by a
 * code without digits among codes with, and a name that says it (DOT, "DOTCOM POSTAGE").
 */
final class LineKinds {
  private static final int MOST = 200_000;
  private static final FieldKey CODE = FieldKey.of("order_line.product_code");
  private static final FieldKey NAME = FieldKey.of("order_line.product_name");

  /** In the order of the rules: what is a test is nothing else. */
  private static final Map<String, Pattern> WORDS = new LinkedHashMap<>();

  static {
    word("test", "test|testing|测试(?:商品|产品|订单|链接|专用)?");
    word(
        "postage",
        "post|postage|carriage|shipping|freight|delivery|(?:运费|邮费)(?:补差价|补差|差价)?|快递费|配送费|邮资");
    word("discount", "discount|coupon|promotion|rebate|折扣|优惠|优惠券|满减|抵扣");
    word("fee", "fee|fees|charge|charges|commission|amazonfee|手续费|服务费|佣金|包装费");
    word("adjustment", "adjust|adjustment|debt|samples?|write ?off|调整|坏账|样品|盘亏|盘盈");
    word("manual", "manual|手工|手工录入");
  }

  /** In Chinese what a thing is comes last: 快递运费 is postage, 运费险礼包 a gift. */
  private static void word(String kind, String words) {
    WORDS.put(
        kind,
        Pattern.compile("(^|[^a-z])(" + words + ")([^a-z\\p{IsHan}]|$)", Pattern.CASE_INSENSITIVE));
  }

  /** Codes that stand for themselves in many tills, where the word says nothing. */
  private static final Map<String, String> LETTERS =
      Map.of("D", "discount", "M", "manual", "S", "adjustment", "B", "adjustment");

  private final Map<String, Map<String, Integer>> namesOfCodes = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  void see(String code, String name) {
    var trimmed = name.strip();
    if (code.isBlank()) {
      if (!trimmed.isEmpty() && names.size() < MOST) names.merge(trimmed, 1, Integer::sum);
    } else if (namesOfCodes.size() < MOST || namesOfCodes.containsKey(code.strip())) {
      namesOfCodes
          .computeIfAbsent(code.strip(), c -> new HashMap<>(2))
          .merge(trimmed, 1, Integer::sum);
    }
  }

  /** Rules for the mapping, one a kind; none when all lines look like products. */
  List<Mapping.KindRule> rules() {
    boolean byCode = !namesOfCodes.isEmpty();
    var found = new LinkedHashMap<String, TreeSet<String>>();
    WORDS.keySet().forEach(k -> found.put(k, new TreeSet<>()));
    if (byCode) {
      boolean codesHaveDigits =
          namesOfCodes.keySet().stream().filter(LineKinds::hasDigit).count()
              >= 0.8 * namesOfCodes.size();
      namesOfCodes.forEach(
          (code, called) -> {
            var kind = kind(code, usual(called), codesHaveDigits);
            if (!kind.isEmpty()) Objects.requireNonNull(found.get(kind)).add(code);
          });
    } else {
      names
          .keySet()
          .forEach(
              name -> {
                var kind = whole(name);
                if (!kind.isEmpty()) Objects.requireNonNull(found.get(kind)).add(name);
              });
    }
    var rules = new ArrayList<Mapping.KindRule>();
    found.forEach(
        (kind, values) -> {
          if (!values.isEmpty()) {
            rules.add(
                new Mapping.KindRule(
                    kind,
                    new Where.In(byCode ? CODE : NAME, values.stream().map(Value::of).toList())));
          }
        });
    return rules;
  }

  private static boolean hasDigit(String code) {
    return code.chars().anyMatch(Character::isDigit);
  }

  private static String usual(Map<String, Integer> called) {
    return called.entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /**
   * A code that is such a word is no product. A code unlike the others is none if its name says so;
   * a sample book with an ordinary code stays a product.
   */
  private static String kind(String code, String name, boolean codesHaveDigits) {
    var itself = whole(code);
    if (!itself.isEmpty()) return itself;
    boolean odd = codesHaveDigits && (!hasDigit(code) || code.length() <= 2);
    if (!odd) return "";
    for (var word : WORDS.entrySet()) {
      if (word.getValue().matcher(name).find()) return word.getKey();
    }
    return name.isEmpty() ? LETTERS.getOrDefault(code.toUpperCase(Locale.ROOT), "") : "";
  }

  /** The kind that a text names and says nothing else: BANK CHARGES, 运费, TEST001. */
  private static String whole(String text) {
    var words = text.replaceAll("[0-9]+$", "").strip();
    for (var word : WORDS.entrySet()) {
      var m = word.getValue().matcher(words);
      if (m.matches() || (m.find() && words.split("[ _-]+").length <= 2 && !hasDigit(words))) {
        return word.getKey();
      }
    }
    return "";
  }
}
