package io.gongbi.source;

import io.gongbi.standard.FieldKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words by which people call the fields of the standard, in Chinese and English. */
final class Headings {
  private static final String PART = "+";
  private static final String TABLE = "source/headings.txt";

  /** Words before a heading that only say whose it is. */
  private static final List<String> WHOSE =
      List.of(
          "客户",
          "会员",
          "用户",
          "买家",
          "顾客",
          "收货",
          "收件人",
          "订单",
          "商品",
          "产品",
          "customer",
          "member",
          "user",
          "buyer",
          "client",
          "shopper",
          "order",
          "product",
          "item",
          "shipping",
          "billing",
          "lineitem");

  /** Words that mean something only together with what they are of. */
  private static final Set<String> TELLS_NOTHING =
      Set.of("id", "no", "name", "code", "type", "kind", "value", "title", "状态", "status");

  private final Map<String, List<Candidate>> byWord = new LinkedHashMap<>();

  /**
   * A field that a heading may mean; the lower the rank, the likelier. {@code part}: of a field
   * that several columns make together, such as 门牌号.
   */
  record Candidate(FieldKey field, int rank, boolean part) {
    private Candidate later(int by) {
      return new Candidate(field, rank + by, part);
    }
  }

  static Headings read() {
    var headings = new Headings();
    for (var line : text().lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      var name = line.substring(0, line.indexOf('=')).strip();
      boolean part = name.endsWith(PART);
      var field = FieldKey.of(part ? name.substring(0, name.length() - 1) : name);
      int rank = 0;
      for (var word : line.substring(line.indexOf('=') + 1).split(",")) {
        headings
            .byWord
            .computeIfAbsent(normal(word), w -> new ArrayList<>())
            .add(new Candidate(field, rank++, part));
      }
    }
    return headings;
  }

  private static String text() {
    try (var in = Headings.class.getClassLoader().getResourceAsStream(TABLE)) {
      if (in == null) throw new IllegalStateException("no resource " + TABLE);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code Order No.} and {@code ORDER_NO} are {@code orderno}; units in brackets don't count. */
  static String normal(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .replaceAll("\\(.*?\\)|\\[.*?]|【.*?】", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** What a heading may mean, of all entities; nothing when nobody calls a field so. */
  List<Candidate> of(String heading) {
    var word = normal(heading);
    var exact = byWord.get(word);
    if (exact != null) return exact;
    for (var whose : WHOSE) {
      if (word.length() > whose.length() && word.startsWith(whose)) {
        var rest = byWord.get(word.substring(whose.length()));
        // Less sure than the word itself: 商品时间 is not quite 时间.
        if (rest != null) {
          return rest.stream().map(c -> c.later(50)).toList();
        }
      }
    }
    return ofLast(heading);
  }

  /** {@code extra.keyword} of a nested object is most likely a {@code keyword}. */
  private List<Candidate> ofLast(String heading) {
    int dot = heading.lastIndexOf('.');
    if (dot < 0) return List.of();
    var last = normal(heading.substring(dot + 1));
    if (TELLS_NOTHING.contains(last)) return List.of();
    return byWord.getOrDefault(last, List.of()).stream().map(c -> c.later(60)).toList();
  }
}
