package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.identity.IdRules.Use;
import io.gongbi.quality.CleanTables;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** In whatever order and parts records come, the same of them are one customer. */
final class ResolveLawTest extends ResolvedGround {
  @Test
  void rowOrder_changesNothing() throws Exception {
    var rules =
        IdRules.DEFAULT
            .with(IdType.MEMBER_CARD, IdRules.DEFAULT.of(IdType.MEMBER_CARD).atMost(1))
            .with(IdType.DEVICE, IdRules.DEFAULT.of(IdType.DEVICE).as(Use.OFF));
    rowOrderChangesNothing(IdRules.DEFAULT);
    assertThat(rowOrderChangesNothing(rules)).as("accounts that contradict cards").isNotEmpty();
  }

  /** Gives what contradicts. */
  private List<String> rowOrderChangesNothing(IdRules rules) throws Exception {
    var rows = random(new Random(7), 300);
    var expected = List.<String>of();
    var contradicted = List.<String>of();
    for (int seed = 0; seed <= 3; seed++) {
      var shuffled = new ArrayList<>(rows);
      if (seed > 0) Collections.shuffle(shuffled, new Random(seed));
      var place = folder.resolve("shuffled" + rules.hashCode() + seed);
      try (var ground = new Ground(Files.createDirectory(place))) {
        ground.put(CleanTables.CUSTOMER, shuffled);
        ground.run(steps(rules), ALL);
        if (seed == 0) {
          expected = ground.rows(MEMBER);
          contradicted = ground.rows(CONTRADICTED);
        }
        assertThat(ground.rows(MEMBER)).isEqualTo(expected).isNotEmpty();
        assertThat(ground.rows(CONTRADICTED)).isEqualTo(contradicted);
      }
    }
    return contradicted;
  }

  /** The law: one run over everything, or any split into batches: the same records are together. */
  @Test
  void everything_equalsAnySplitIntoBatches() throws Exception {
    var rows = random(new Random(11), 300);
    given.put(CleanTables.CUSTOMER, rows);
    resolve(ALL);
    var expected = parts(given);
    for (int seed = 1; seed <= 3; seed++) {
      var random = new Random(seed);
      try (var other = new Ground(Files.createDirectory(folder.resolve("split" + seed)))) {
        var left = new ArrayList<>(rows);
        Collections.shuffle(left, random);
        for (long batch = 1; !left.isEmpty(); batch++) {
          int n = Math.min(left.size(), 1 + random.nextInt(90));
          var landed = left.subList(0, n);
          long number = batch;
          other.put(
              CleanTables.CUSTOMER,
              landed.stream()
                  .map(
                      r -> {
                        var row = new ArrayList<>(r);
                        row.set(3, Value.of(number));
                        return List.copyOf(row);
                      })
                  .toList());
          landed.clear();
          other.run(steps(IdRules.DEFAULT), batch(batch));
        }
        assertThat(parts(other)).isEqualTo(expected);
      }
    }
  }

  /**
   * Small landings on a large ground, resolved within their reach, beside the same landings with
   * everything resolved anew: equal to the row, ids included. Limits are low, so that values become
   * generic and cease to be; records change, vanish and come back.
   */
  @Test
  void smallLanding_leavesWhatResolvingEverythingLeaves() throws Exception {
    smallLandings(limited(IdType.PHONE, 6, 2), 2);
  }

  /** The same where cards are lent, and where accounts contradict cards. */
  @Test
  void smallLanding_leavesTheSame_whereIdsAreSharedOrContradictEachOther() throws Exception {
    var phones = limited(IdType.PHONE, 6, 2);
    var cards = phones.of(IdType.MEMBER_CARD);
    var accounts = phones.of(IdType.PLATFORM_ID);
    smallLandings(phones.with(IdType.MEMBER_CARD, cards.as(Use.SHARED)), 1);
    assertThat(
            smallLandings(
                phones
                    .with(IdType.MEMBER_CARD, cards.atMost(1))
                    .with(IdType.PLATFORM_ID, accounts.atMost(2)),
                1))
        .as("landings that changed what contradicts")
        .isGreaterThan(3);
  }

  private int smallLandings(IdRules rules, int seeds) throws Exception {
    int contradictions = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      var random = new Random(seed);
      try (var narrow =
              new Ground(
                  Files.createDirectory(folder.resolve("narrow" + rules.hashCode() + seed)));
          var whole =
              new Ground(
                  Files.createDirectory(folder.resolve("whole" + rules.hashCode() + seed)))) {
        var rows = random(random, 200);
        narrow.put(CleanTables.CUSTOMER, rows);
        whole.put(CleanTables.CUSTOMER, rows);
        narrow.run(steps(rules), batch(1));
        whole.run(steps(rules), ALL);
        int flips = 0;
        var generic = narrow.rows(GENERIC);
        var contradicted = narrow.rows(CONTRADICTED);
        for (long batch = 2; batch <= 12; batch++) {
          var landed = landing(random, batch);
          var gone = "crm/r" + 2 * random.nextInt(110);
          for (var ground : List.of(narrow, whole)) {
            ground.put(CleanTables.CUSTOMER, landed);
            ground.remove(CleanTables.CUSTOMER, gone);
          }
          narrow.run(steps(rules), batch(batch));
          whole.run(steps(rules), ALL);
          for (var table : List.of(MEMBER, ALIAS, GENERIC, EVIDENCE, ASSIGNMENT)) {
            assertThat(narrow.rows(table)).as(table).isEqualTo(whole.rows(table)).isNotEmpty();
          }
          var cut = narrow.rows(CONTRADICTED);
          assertThat(cut).isEqualTo(whole.rows(CONTRADICTED));
          if (!contradicted.equals(cut)) contradictions++;
          contradicted = cut;
          if (!generic.equals(narrow.rows(GENERIC))) flips++;
          generic = narrow.rows(GENERIC);
        }
        assertThat(flips).as("landings that changed what is generic").isGreaterThan(3);
      }
    }
    return contradictions;
  }

  private static final String MEMBER = "select m.* from {identity.member} m order by all";
  private static final String ALIAS = "select l.* from {identity.alias} l order by all";
  private static final String GENERIC = "select g.* from {identity.generic} g order by all";
  private static final String CONTRADICTED =
      "select c.* from {identity.contradicted} c order by all";
  private static final String EVIDENCE = "select e.* from {identity.evidence} e order by all";
  private static final String ASSIGNMENT = "select a.* from {identity.assignment} a order by all";

  /** Ten records, old ones with new content and new ones. */
  private static List<List<Value>> landing(Random random, long batch) {
    var rows = new ArrayList<List<Value>>();
    var all = random(random, 220);
    for (int i : random.ints(0, 220).distinct().limit(10).toArray()) {
      var row = new ArrayList<>(all.get(i));
      row.set(3, Value.of(batch));
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  /** Customers named by their least record: numbers depend on history, who is together doesn't. */
  private static Map<String, Set<String>> parts(Ground ground) {
    var byCustomer = new TreeMap<Long, TreeSet<String>>();
    ground
        .warehouse()
        .query(
            Sql.of(
                "select m.customer_id, m.source || '/' || m.record_key as record from {identity.member} m"),
            View.everything())
        .stream()
        .forEach(
            r ->
                byCustomer
                    .computeIfAbsent(r.whole("customer_id"), c -> new TreeSet<>())
                    .add(r.text("record")));
    var named = new TreeMap<String, Set<String>>();
    byCustomer.values().forEach(part -> named.put(part.first(), part));
    return named;
  }

  /** Few enough that namesakes, homophones and slips meet. */
  private static final List<String> NAMES =
      List.of(
          "王伟",
          "王玮",
          "Wang Wei",
          "張偉",
          "张伟",
          "王女士",
          "李丽",
          "李莉",
          "欧阳小明",
          "欧阳小名",
          "小鱼",
          "Ann Lee",
          "Anne Lee",
          "Bo Smith");

  /** Records over few values, so that chains of all lengths and one generic phone come about. */
  private static List<List<Value>> random(Random random, int records) {
    var rows = new ArrayList<List<Value>>();
    for (int i = 0; i < records; i++) {
      var phone =
          random.nextInt(12) == 0 ? "13800000000" : "139%08d".formatted(random.nextInt(records));
      var row = new ArrayList<Value>();
      for (var column : CleanTables.CUSTOMER.columns()) {
        row.add(
            switch (column.name()) {
              case "source" -> Value.of(i % 2 == 0 ? "crm" : "shop");
              case "feed" -> Value.of("feed");
              case "record_key" -> Value.of("r" + i);
              case "batch", "line" -> Value.of(1);
              case "name" -> some(random, 0.8, NAMES.get(random.nextInt(NAMES.size())));
              case "birthday" ->
                  switch (random.nextInt(8)) {
                    case 0 -> Value.of(LocalDate.of(1990, 1, 1));
                    case 1, 2 ->
                        Value.of(LocalDate.of(1980 + random.nextInt(6), 1 + random.nextInt(2), 1));
                    default -> Value.missing();
                  };
              case "address" ->
                  random.nextInt(15) == 0
                      ? Value.of("中山路8号")
                      : some(random, 0.3, "人民路" + random.nextInt(records / 3) + "号");
              case "gender" -> some(random, 0.3, random.nextBoolean() ? "male" : "female");
              case "phone" -> some(random, 0.7, phone);
              case "email" -> some(random, 0.3, random.nextInt(records) + "@x.cn");
              case "member_card" -> some(random, 0.4, "A" + random.nextInt(records));
              case "platform_id" -> some(random, 0.4, "u" + random.nextInt(records));
              default -> Value.missing();
            });
      }
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static Value some(Random random, double share, String value) {
    return random.nextDouble() < share ? Value.of(value) : Value.missing();
  }
}
