package io.gongbi.identity;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.Stores;
import io.gongbi.TestCompany;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.sample.SampleMall;
import io.gongbi.source.Looks;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law of {@link UndoTest} for whomever chance picks of a small shop: one word after the other
 * is said and taken back, and neither store remembers; nor does anybody who was not named lose a
 * record, a number or a trait meanwhile.
 */
final class UndoByChanceTest {
  private static final Sql EVERYBODY = Sql.of("select c.customer_id from {profile.customer} c");

  private static final int PEOPLE = 60;
  private static final int WORDS = 6;

  @TempDir Path folder;

  @Test
  void anyWord_takenBack_neverWas() throws IOException {
    var random = new Random(20261201);
    try (var company = new TestCompany(folder, "2026-06-01T02:00:00Z")) {
      land(company);
      company.refresh();
      company.gongbi.segments().fix(LIN, Label.typed("名单"), "list", EVERYBODY);
      company.refresh();
      for (int word = 0; word < WORDS; word++) {
        var before = company.stores(UndoTest.TIMES);
        var members = members(company);
        company.clock.forward(Duration.ofMinutes(1));
        var said =
            word % 2 == 0 ? merge(company, members, random) : split(company, members, random);
        company.counted();
        var named = said.named();
        var now = members(company);
        for (var other : members.entrySet()) {
          if (named.contains(other.getKey())) continue;
          assertThat(now).as("not named by " + said).contains(other);
        }
        assertThat(now).as("%s", said).isNotEqualTo(members);
        company.clock.forward(Duration.ofMinutes(1));
        company.gongbi.identityDecisions().undo(said.id(), LIN);
        assertThat(changed(company, before, said.isSplit())).as("%s", said).isEmpty();
      }
    }
  }

  private record Said(DefinitionId id, List<Long> named, boolean isSplit) {}

  private static Said merge(
      TestCompany company, Map<Long, List<RecordRef>> members, Random random) {
    var ids = new ArrayList<>(members.keySet());
    Collections.shuffle(ids, random);
    var two = ids.subList(0, 2);
    var made =
        company
            .gongbi
            .identityDecisions()
            .merge(new CustomerId(two.getFirst()), new CustomerId(two.getLast()), "", LIN);
    return new Said(made.id(), List.copyOf(two), false);
  }

  private static Said split(
      TestCompany company, Map<Long, List<RecordRef>> members, Random random) {
    var several = members.entrySet().stream().filter(e -> e.getValue().size() > 1).toList();
    var whom = several.get(random.nextInt(several.size()));
    var records = new ArrayList<>(whom.getValue());
    Collections.shuffle(records, random);
    var off = records.subList(0, 1 + random.nextInt(records.size() - 1));
    var made =
        company.gongbi.identityDecisions().split(new CustomerId(whom.getKey()), off, "", LIN);
    return new Said(made.id(), List.of(whom.getKey()), true);
  }

  /** After a split the ids that were given to those who left stay given, and lead back. */
  private static List<String> changed(TestCompany company, Stores before, boolean split) {
    return company.stores(UndoTest.TIMES).since(before).stream()
        .filter(d -> UndoTest.ADDED.stream().noneMatch(a -> d.startsWith("+ " + a + " ")))
        .filter(d -> !split || !d.startsWith("+ identity.alias "))
        .filter(d -> !split || !d.contains(" warehouse.cursor identity.numbers "))
        .toList();
  }

  private static Map<Long, List<RecordRef>> members(TestCompany company) {
    var members = new TreeMap<Long, List<RecordRef>>();
    for (var row :
        company.rows(
            """
            select m.customer_id, m.source, m.record_key
            from {identity.member} m
            order by m.source nulls last, m.record_key nulls last
            """)) {
      var cells = row.split(" ", 3);
      members
          .computeIfAbsent(Long.parseLong(cells[0]), _ -> new ArrayList<>())
          .add(new RecordRef(cells[1], cells[2]));
    }
    return members;
  }

  private void land(TestCompany company) throws IOException {
    var written = new SampleMall(7, PEOPLE, SampleMall.DEFAULT_END).write(folder.resolve("files"));
    for (var file : written.all()) {
      var name = file.path().getFileName().toString();
      var source = MappingSuggestion.sourceOf(name).orElse(new SourceId("shop"));
      company.land(
          file.path(),
          new MappingSuggestion(new Standard())
              .suggest(file.path(), name, Looks.look(file.path(), name), source));
    }
  }
}
