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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * Of customers with several records one is said to be somebody else, and strangers are said to be
   * one: it holds in whatever order the rows lie, and through every later run over everything.
   */
  @Test
  void decisions_holdThroughEveryRun_whateverTheOrderOfRows() throws Exception {
    var random = new Random(5);
    var rows = random(random, 300);
    given.put(CleanTables.CUSTOMER, rows);
    resolve(ALL);
    var several = new ArrayList<List<String>>();
    parts(given).values().stream()
        .filter(part -> part.size() > 1)
        .forEach(part -> several.add(List.copyOf(part)));
    var apart = new ArrayList<List<String>>();
    var together = new ArrayList<List<String>>();
    for (int i = 0; i < 9; i++) {
      var part = several.get(4 * i);
      apart.add(List.of(part.getFirst(), part.getLast()));
      together.add(List.of(several.get(4 * i + 1).getFirst(), several.get(4 * i + 3).getLast()));
    }
    var decisions = new ArrayList<Decision>();
    apart.forEach(two -> decisions.add(decided(Decision.Verdict.APART, two)));
    together.forEach(two -> decisions.add(decided(Decision.Verdict.TOGETHER, two)));
    var expected = Map.<String, Set<String>>of();
    for (int seed = 0; seed <= 2; seed++) {
      Collections.shuffle(rows, new Random(seed));
      try (var ground = new Ground(Files.createDirectory(folder.resolve("decided" + seed)))) {
        ground.put(CleanTables.CUSTOMER, rows);
        for (int night = 0; night < 3; night++) {
          ground.run(steps(IdRules.DEFAULT, MATCHING, decisions), ALL);
          var parts = parts(ground);
          if (expected.isEmpty()) expected = parts;
          assertThat(parts).isEqualTo(expected);
        }
      }
    }
    for (var two : apart) assertThat(expected.values()).noneMatch(p -> p.containsAll(two));
    for (var two : together) assertThat(expected.values()).anyMatch(p -> p.containsAll(two));
  }

  private static Decision decided(Decision.Verdict verdict, List<String> two) {
    return new Decision(verdict, List.of(ref(two.getFirst())), List.of(ref(two.getLast())), "");
  }

  private static RecordRef ref(String record) {
    int slash = record.indexOf('/');
    return new RecordRef(record.substring(0, slash), record.substring(slash + 1));
  }

  /**
   * Whoever has the same records after a run as before it has the same id: through landings, runs
   * over everything, other weights and other rules.
   */
  @Test
  void customerWhoseRecordsStay_keepsTheId() {
    var random = new Random(3);
    given.put(CleanTables.CUSTOMER, random(random, 300));
    given.run(steps(IdRules.DEFAULT), ALL);
    var stricter = limited(IdType.PHONE, 4, 2);
    // What is learnt of these very records, instead of what is usual.
    var learning = new Matching(0, Optional.empty());
    long stayed = 0;
    long changed = 0;
    for (long batch = 2; batch <= 14; batch++) {
      var before = ids(given);
      switch ((int) batch % 5) {
        case 0 -> given.run(steps(IdRules.DEFAULT, learning, List.of()), ALL);
        case 1 -> given.run(steps(stricter), ALL);
        case 2 -> given.run(steps(IdRules.DEFAULT), ALL);
        default -> {
          given.put(CleanTables.CUSTOMER, landing(random, batch));
          given.run(steps(IdRules.DEFAULT), batch(batch));
        }
      }
      var after = ids(given);
      for (var part : after.entrySet()) {
        var id = before.get(part.getKey());
        if (id == null) changed++;
        else {
          assertThat(part.getValue()).as("%s", part.getKey()).isEqualTo(id);
          stayed++;
        }
      }
    }
    assertThat(stayed).isGreaterThan(1000);
    assertThat(changed).isGreaterThan(50);
  }

  /** The id of each set of records that is a customer. */
  private static Map<Set<String>, Long> ids(Ground ground) {
    var records = new TreeMap<Long, Set<String>>();
    for (var row :
        ground.rows("select m.customer_id, m.source, m.record_key from {identity.member} m")) {
      var cells = row.split(" ");
      records
          .computeIfAbsent(Long.parseLong(cells[0]), _ -> new TreeSet<>())
          .add(cells[1] + "/" + cells[2]);
    }
    var ids = new HashMap<Set<String>, Long>();
    records.forEach((id, of) -> ids.put(of, id));
    return ids;
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
