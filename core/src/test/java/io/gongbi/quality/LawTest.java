package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.refresh.Delta;
import io.gongbi.source.Mapping;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever lands, in whatever order: cleaning batch by batch gives what cleaning everything gives,
 * every landed row has exactly one fate, and the fates add up to what landed.
 */
@Order(3)
@Execution(ExecutionMode.CONCURRENT)
final class LawTest {
  private static final String LINE =
      """
      no → order.order_no
      code → order_line.product_code
      qty → order_line.quantity
      at → order.paid_at
      price → order_line.unit_price
      who → customer.platform_id
      phone → customer.phone
      land → customer.country""";
  private static final List<String> LINE_COLUMNS =
      List.of("no", "n", "code", "qty", "at", "price", "who", "phone", "land");

  private static final Mapping MEMBERS =
      mapping(
          "members",
          "customer",
          List.of("id"),
          """
          id → customer.platform_id
          name → customer.name
          phone → customer.phone
          born → customer.birthday""");
  private static final Mapping UNKEYED = mapping("lines", "order_line", List.of(), LINE);
  private static final Mapping KEYED = mapping("lines", "order_line", List.of("no", "n"), LINE);
  private static final Mapping ORDERS =
      mapping(
          "orders",
          "order",
          List.of("no"),
          """
          no → order.order_no
          at → order.paid_at
          total → order.amount
          who → customer.platform_id
          phone → customer.phone""");
  private static final Mapping SENT =
      mapping(
          "sent",
          "delivery",
          List.of(),
          """
          campaign → delivery.campaign
          who → customer.platform_id
          phone → customer.phone
          at → delivery.sent_at
          state → delivery.status""");

  /** Of each sort one: about one cell, about two, about where a file came, about other rows. */
  private static final Map<String, Rule> RULES =
      Map.of(
          "r1",
          rule(
              Standard.ORDER_LINE,
              Rule.Severity.QUARANTINE,
              atLeastNothing("order_line.unit_price")),
          "r2",
          rule(Standard.ORDER, Rule.Severity.QUARANTINE, atLeastNothing("order.amount")),
          "r3",
          rule(
              Standard.CUSTOMER,
              Rule.Severity.REMIND,
              new CleaningRule.Unique(FieldKey.of("customer.phone"))),
          "r4",
          rule(
              Standard.ORDER_LINE,
              Rule.Severity.REMIND,
              new CleaningRule.PlausibleDate(
                  FieldKey.of("order.paid_at"), LocalDate.parse("2026-01-02"))),
          "r5",
          rule(
              Standard.ORDER,
              Rule.Severity.CAP,
              new CleaningRule.Outlier(
                  FieldKey.of("order.amount"),
                  List.of(),
                  CleaningRule.Spread.MAD,
                  new BigDecimal("3.5"),
                  true,
                  List.of(
                      new CleaningRule.Fence(
                          Optional.empty(),
                          30,
                          Optional.of(new BigDecimal("20")),
                          Optional.of(new BigDecimal("50.5")))))));

  private static Rule rule(EntityName rows, Rule.Severity severity, CleaningRule check) {
    return new Rule(rows, Optional.empty(), Optional.empty(), severity, true, check);
  }

  private static CleaningRule atLeastNothing(String field) {
    return new CleaningRule.Range(
        FieldKey.of(field), Optional.of(BigDecimal.ZERO), Optional.empty());
  }

  @TempDir private Path folder;

  /** Few different values, so that keys, orders and buyers collide all the time. */
  private static String cell(String column, Random dice) {
    return switch (column) {
      case "id", "who" -> pick(dice, "u1", "u2", "u3", "u4.0", "", "无");
      case "name" -> pick(dice, "王小明", "李女士", "测试", "");
      case "phone" -> pick(dice, "13812340001", "138****0001", "13912340002", "", "x");
      case "born" -> pick(dice, "1990-01-01", "0000-00-00", "");
      case "no" -> pick(dice, "A1", "A2", "A3", "A4", "");
      case "n" -> pick(dice, "1", "2", "3");
      case "code" -> pick(dice, "P1", "P2", "POST");
      case "qty" -> pick(dice, "1", "2", "-1", "x");
      case "price", "total" -> pick(dice, "1.50", "¥2", "0", "-3", "", "abc");
      case "at" -> pick(dice, "2026-01-01 08:00:00", "2026/1/2", "0000-00-00", "2026-01-03", "");
      case "campaign" -> pick(dice, "spring", "summer", "");
      case "state" -> pick(dice, "送达", "失败", "?");
      case "land" -> pick(dice, "FR", "ES", "");
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static String pick(Random dice, String... values) {
    return values[dice.nextInt(values.length)];
  }

  private static String file(List<String> columns, Random dice) {
    var rows =
        IntStream.range(0, 1 + dice.nextInt(12))
            .mapToObj(
                i -> columns.stream().map(c -> cell(c, dice)).collect(Collectors.joining(",")))
            .collect(Collectors.toList());
    // Exact repeats, next to each other and apart; a line that is none.
    if (dice.nextBoolean()) rows.add(rows.getFirst());
    if (dice.nextBoolean()) rows.add(rows.getLast());
    if (dice.nextInt(4) == 0) rows.add("torn");
    return String.join(",", columns) + "\n" + String.join("\n", rows) + "\n";
  }

  private void law(long seed, List<Mapping> mappings, List<List<String>> columns) {
    law(seed, mappings, columns, List.of());
  }

  /** {@code others}: what the first mapping may be changed to, between any two files. */
  private void law(
      long seed, List<Mapping> mappings, List<List<String>> columns, List<Mapping> others) {
    var dice = new Random(seed);
    var home = folder.resolve("seed" + seed + mappings.getFirst().feed() + mappings.size());
    assertThat(home.toFile().mkdirs()).isTrue();
    try (var here = new CleanFolder(home, mappings.toArray(Mapping[]::new))) {
      if (seed % 2 == 0) here.rules.putAll(RULES);
      for (int i = 0; i < 8; i++) {
        int which = dice.nextInt(mappings.size());
        here.land(
            mappings.get(which), "f" + dice.nextInt(3) + ".csv", file(columns.get(which), dice));
        if (!others.isEmpty() && dice.nextBoolean()) {
          here.mappings.set(0, others.get(dice.nextInt(others.size())));
        }
        if (dice.nextInt(3) > 0) {
          var passedOn = here.cleanNew();
          if (others.isEmpty()) assertThat(passedOn).isInstanceOf(Delta.Batches.class);
          assertThat(here.hasNews()).as("seed %d: all is read as it is mapped", seed).isFalse();
        }
      }
      here.cleanNew();
      var stepwise = here.everything();
      here.clean();
      var whole = here.everything();
      assertThat(stepwise.stream().filter(r -> !whole.contains(r)).toList())
          .as("seed %d: only stepwise", seed)
          .isEmpty();
      assertThat(whole.stream().filter(r -> !stepwise.contains(r)).toList())
          .as("seed %d: only when everything is cleaned", seed)
          .isEmpty();
      assertThat(stepwise).hasSameSizeAs(whole);
      assertThat(here.rows("select count(*) as n from {quality.fate} f"))
          .as("seed %d: landed = clean + quarantined + merged + superseded", seed)
          .isEqualTo(here.rows("select sum(b.rows) as n from {source.batch} b"));
      assertThat(
              here.rows(
                  """
                  select f.batch, f.line
                  from {quality.fate} f
                  group by f.batch, f.line
                  having count(*) > 1
                  """))
          .isEmpty();
      assertThat(
              here.rows(
                  """
                  select f.batch, f.line, f.fate
                  from {quality.fate} f
                  where f.fate = 'quarantined'
                    and not exists (
                      select 1
                      from {quality.quarantine} q
                      where q.batch = f.batch and q.line = f.line and q.severity = 'quarantine')
                  """))
          .as("seed %d: every row in quarantine has its reason", seed)
          .isEmpty();
      assertThat(
              here.rows(
                  """
                  select q.batch, q.line, q.reason
                  from {quality.quarantine} q
                  join {quality.fate} f on f.batch = q.batch and f.line = q.line
                  where q.severity = 'quarantine' and f.fate <> 'quarantined'
                  """))
          .as("seed %d: and nothing else is said to be out", seed)
          .isEmpty();
      assertThat(here.rows("select q.* from {quality.quarantine} q").stream().sorted().toList())
          .as("seed %d: only doubtful rows have anything refused", seed)
          .isEqualTo(here.refusedOfAll());
      assertThat(
              here.rows(
                  """
                  select c.source, c.record_key
                  from {quality.customer} c
                  group by c.source, c.record_key
                  having count(*) > 1
                  """))
          .isEmpty();
      assertThat(
              here.rows(
                  """
                  select o.source, o.order_key
                  from {quality.order} o
                  group by o.source, o.order_key
                  having count(*) > 1
                  """))
          .isEmpty();
      assertThat(
              here.rows(
                  """
                  select o.buyer_key
                  from {quality.order} o
                  where o.buyer_key is not null
                    and not exists (
                      select 1
                      from {quality.customer} c
                      where c.source = o.source and c.record_key = o.buyer_key)
                  """))
          .as("seed %d: every buyer has a record", seed)
          .isEmpty();
    }
  }

  @Test
  void law_ofFilesWithoutKey() {
    for (long seed = 1; seed <= 6; seed++) {
      law(
          seed,
          List.of(UNKEYED, MEMBERS),
          List.of(LINE_COLUMNS, List.of("id", "name", "phone", "born")));
    }
  }

  @Test
  void law_ofKeyedLinesThatMakeOrders() {
    for (long seed = 21; seed <= 26; seed++) law(seed, List.of(KEYED), List.of(LINE_COLUMNS));
  }

  @Test
  void law_ofOrdersBesideTheirLinesAndWhatWasSent() {
    for (long seed = 41; seed <= 46; seed++) {
      law(
          seed,
          List.of(ORDERS, KEYED, SENT),
          List.of(
              List.of("no", "at", "total", "who", "phone"),
              LINE_COLUMNS,
              List.of("campaign", "who", "phone", "at", "state")));
    }
  }

  /** The same rows, with a key and without, as other fields, and with lines sorted by kind. */
  @Test
  void law_ofMappingsThatChange() {
    var fewer =
        mapping(
            "lines",
            "order_line",
            List.of("no", "n"),
            """
            no → order.order_no
            code → order_line.product_name
            qty → order_line.quantity
            at → order.ordered_at
            price → order_line.amount
            phone → customer.phone""");
    for (long seed = 61; seed <= 63; seed++) {
      law(seed, List.of(UNKEYED), List.of(LINE_COLUMNS), List.of(UNKEYED, KEYED, fewer));
    }
  }
}
