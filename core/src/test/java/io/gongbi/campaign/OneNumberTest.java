package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.Gongbi;
import io.gongbi.MovingClock;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Connection;
import io.gongbi.channel.file.FileChannel;
import io.gongbi.channel.gateway.FakeGateway;
import io.gongbi.condition.Condition;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.delivery.SendingLimits;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.segment.ListFile;
import io.gongbi.source.AllowedHosts;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A family with one phone: 父 (1), 母 (2) and 女 (3) all have 13900000001, which one record each gives
 * to father and daughter and two give to mother; the daughter bought last. 赵敏 (4) has a phone of
 * her own.
 */
final class OneNumberTest {
  private static final String FAMILY = "13900000001";
  private static final String ALONE = "13900000004";

  /** Sees everybody, and no numbers. */
  private static final Viewer MASKED =
      new Viewer(
          new UserId("mei"),
          new Role(
              "marketer",
              Set.of(Right.VIEW, Right.DEFINE, Right.SEND),
              new Where.Always(),
              false,
              Set.of()));

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock("2026-03-02T04:00:00Z");
  private Gongbi gongbi;
  private DefinitionId everybody;

  @BeforeEach
  void open() {
    gongbi = Gongbi.open(folder, clock);
    gongbi.refresher().refresh(new RunId(-1), clock.instant(), false, Progress.NONE);
    put(
        ProfileTables.CUSTOMER,
        List.of(
            customer(1, "父", FAMILY, "2026-02-01"),
            customer(2, "母", FAMILY, "2026-01-01"),
            customer(3, "女", FAMILY, "2026-02-20"),
            customer(4, "赵敏", ALONE, "2026-02-01")));
    put(
        ProfileTables.LINEAGE,
        List.of(record(1, "a"), record(2, "b"), record(2, "c"), record(3, "d")));
    everybody = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone()).id();
    gongbi.runs().await(gongbi.runs().latest(1).getFirst().id());
  }

  @AfterEach
  void close() {
    gongbi.close();
  }

  private static Map<String, Value> customer(long id, String name, String phone, String bought) {
    var row = new HashMap<String, Value>();
    row.put("customer_id", Value.of(id));
    row.put("name", Value.of(name));
    row.put("phone", Value.of(phone));
    row.put("last_order_day", Value.of(LocalDate.parse(bought)));
    return row;
  }

  private static Map<String, Value> record(long customer, String key) {
    return Map.of(
        "customer_id", Value.of(customer),
        "field", Value.of("phone"),
        "value", Value.of(FAMILY),
        "source", Value.of("crm"),
        "record_key", Value.of(key));
  }

  private void put(TableSpec table, List<Map<String, Value>> rows) {
    try (var write = gongbi.warehouse().write(Set.of(table.name().concept()))) {
      write.append(
          table,
          new Table(
              table.columns(),
              rows.stream()
                  .map(
                      r ->
                          table.columns().stream()
                              .map(c -> r.getOrDefault(c.name(), Value.missing()))
                              .toList())
                  .toList()));
      write.commit();
    }
  }

  private DefinitionId draft(String channel, String message, int controlPerMille) {
    var reach = new Reach.Own(everybody, channel, message, controlPerMille, new BigDecimal("0.05"));
    return gongbi
        .campaigns()
        .add(LIN, Label.typed("上新"), new Campaign(reach, 14, new BigDecimal("0.3")))
        .id();
  }

  private void launch(DefinitionId id) {
    var run = gongbi.runs().await(gongbi.campaigns().launch(id, LIN, gongbi.asOf(), true));
    assertThat(run.faults()).isEmpty();
  }

  /** {@code 1 NUMBER_TAKEN, 2 REACHED …}. */
  private Map<Long, String> forecast(DefinitionId id, Viewer viewer) {
    var fates = new TreeMap<Long, String>();
    gongbi
        .campaigns()
        .people(id, Optional.empty(), 0, 10, viewer, gongbi.asOf())
        .forEach(p -> fates.put(p.person().customer(), p.fate().name()));
    return fates;
  }

  /** {@code 1 number-taken, 2 SENT …}. */
  private Map<Long, String> ledger(DefinitionId id) {
    var found = new TreeMap<Long, String>();
    gongbi
        .deliveries()
        .ledger()
        .list(id, Optional.empty(), 0, 10)
        .forEach(
            e ->
                found.put(
                    e.customer().value(),
                    e.reason().map(r -> r.replace("delivery.", "")).orElse(e.state().name())));
    return found;
  }

  private List<String> file(DefinitionId id) throws IOException {
    var lines = new ArrayList<String>();
    for (var part : FileChannel.parts(gongbi.deliveries().place(id))) {
      for (var line : Files.readAllLines(part)) {
        var cells = line.substring(1, line.length() - 1).split("\",\"");
        lines.add(cells[1] + " " + cells[2]);
      }
    }
    return lines;
  }

  private String connect(FakeGateway gateway) {
    gongbi
        .outbound()
        .change(new AllowedHosts(List.of(new AllowedHosts.Host(gateway.host(), true))), LIN);
    var spec =
        gongbi.connections().specs().stream()
            .filter(s -> !s.presets().isEmpty())
            .findFirst()
            .orElseThrow();
    var values = new HashMap<>(spec.presets().getFirst().values());
    values.put("url", "http://" + gateway.host() + "/send");
    values.put("timeout", "1");
    gongbi
        .connections()
        .add(
            LIN,
            Label.typed("短信网关"),
            new Connection(spec.id(), values, new BigDecimal("0.045")),
            Map.of("secret", "river-stone-7"));
    return "sms1";
  }

  /** Two of four are reached; the cost is that of two messages. */
  @Test
  void number_getsTheMessageOnce_asWasForecast_byFile() throws IOException {
    var id = draft("file", "{name}，上新了", 0);
    var rehearsal = gongbi.campaigns().rehearse(id, LIN, gongbi.asOf());
    assertThat(rehearsal.fates()).isEqualTo(Map.of(Fate.REACHED, 2L, Fate.NUMBER_TAKEN, 2L));
    assertThat(rehearsal.treated()).isEqualTo(4);
    assertThat(rehearsal.cost()).isEqualByComparingTo("0.10");
    var expected = Map.of(1L, "NUMBER_TAKEN", 2L, "REACHED", 3L, "NUMBER_TAKEN", 4L, "REACHED");
    assertThat(forecast(id, LIN)).isEqualTo(expected);
    assertThat(forecast(id, MASKED)).isEqualTo(expected);

    launch(id);
    assertThat(ledger(id))
        .isEqualTo(Map.of(1L, "number-taken", 2L, "SENT", 3L, "number-taken", 4L, "SENT"));
    assertThat(file(id)).containsExactly(FAMILY + " 母", ALONE + " 赵敏");
    var out = new ByteArrayOutputStream();
    gongbi.campaigns().list(id, LIN).write(ListFile.Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
  }

  @Test
  void number_getsTheMessageOnce_byGateway() {
    try (var gateway = new FakeGateway()) {
      var id = draft(connect(gateway), "{name}，上新了", 0);
      launch(id);
      assertThat(gateway.phones()).containsExactlyInAnyOrder(FAMILY, ALONE);
      assertThat(ledger(id))
          .isEqualTo(Map.of(1L, "number-taken", 2L, "SENT", 3L, "number-taken", 4L, "SENT"));
    }
  }

  /** The mother declined: of the other two, of equal evidence, the daughter bought last. */
  @Test
  void whoMayNotBeWrittenTo_doesNotKeepTheNumber() {
    try (var write = gongbi.warehouse().write(Set.of("profile"))) {
      write.delete(
          ProfileTables.CUSTOMER,
          Slice.rows(Sql.of("select cast(2 as bigint) as customer_id"), "customer_id"),
          View.everything());
      write.commit();
    }
    var mother = new HashMap<>(customer(2, "母", FAMILY, "2026-01-01"));
    mother.put("sms_consent", Value.of("no"));
    put(ProfileTables.CUSTOMER, List.of(mother));
    var id = draft("file", "{name}，上新了", 0);
    assertThat(forecast(id, LIN))
        .isEqualTo(Map.of(1L, "NUMBER_TAKEN", 2L, "NO_CONSENT", 3L, "REACHED", 4L, "REACHED"));
    launch(id);
    assertThat(ledger(id))
        .isEqualTo(Map.of(1L, "number-taken", 2L, "no-consent", 3L, "SENT", 4L, "SENT"));
  }

  /** The wish of one is the wish of the number. */
  @Test
  void optOut_holdsForAllOfTheNumber() {
    gongbi.optOuts().add(List.of(FAMILY), "来电要求", LIN);
    var id = draft("file", "上新了", 0);
    assertThat(forecast(id, MASKED))
        .isEqualTo(Map.of(1L, "OPTED_OUT", 2L, "OPTED_OUT", 3L, "OPTED_OUT", 4L, "REACHED"));
    launch(id);
    assertThat(ledger(id))
        .isEqualTo(Map.of(1L, "opted-out", 2L, "opted-out", 3L, "opted-out", 4L, "SENT"));
  }

  /**
   * One a day: the first campaign went to the mother. The second is for the daughter alone, whose
   * number has had its message.
   */
  @Test
  void cap_countsByNumber_whicheverCustomerGotTheMessage() {
    gongbi.deliveries().settings().change(new SendingLimits(1, 0, 0), gongbi.audit(), LIN);
    launch(draft("file", "上新了", 0));
    var second = draft("file", "再上新", 0);
    assertThat(forecast(second, MASKED))
        .isEqualTo(Map.of(1L, "CAPPED", 2L, "CAPPED", 3L, "CAPPED", 4L, "CAPPED"));
    launch(second);
    assertThat(ledger(second))
        .isEqualTo(Map.of(1L, "capped", 2L, "capped", 3L, "capped", 4L, "capped"));
    clock.forward(Duration.ofDays(1));
    var third = draft("file", "明天见", 0);
    launch(third);
    assertThat(ledger(third))
        .isEqualTo(Map.of(1L, "number-taken", 2L, "SENT", 3L, "number-taken", 4L, "SENT"));
  }

  /** Launched at ten in the evening, sent at ten in the morning by the next process. */
  @Test
  void number_getsTheMessageOnce_alsoAfterTheNight_byTheNextProcess() {
    try (var gateway = new FakeGateway()) {
      var channel = connect(gateway);
      clock.forward(Duration.ofHours(10));
      var id = draft(channel, "上新了", 0);
      launch(id);
      assertThat(ledger(id)).isEmpty();
      close();
      clock.forward(Duration.ofHours(12));
      gongbi = Gongbi.open(folder, clock);
      gongbi.campaigns().resumeDue().forEach(run -> gongbi.runs().await(run));
      assertThat(gateway.phones()).containsExactlyInAnyOrder(FAMILY, ALONE);
      assertThat(ledger(id))
          .isEqualTo(Map.of(1L, "number-taken", 2L, "SENT", 3L, "number-taken", 4L, "SENT"));
    }
  }

  /** Whichever arm their lot draws, the family is in it together: nobody held back reads it. */
  @Test
  void family_isInOneGroup() {
    var ways = new HashSet<String>();
    for (int i = 0; i < 12; i++) {
      var id = draft("file", "上新了", 500);
      var control = Campaign.experiment(id, 500).armOf(new CustomerId(1)).control();
      var fates = forecast(id, MASKED);
      fates.remove(4L);
      assertThat(fates)
          .isEqualTo(
              control
                  ? Map.of(1L, "HELD_OUT", 2L, "HELD_OUT", 3L, "HELD_OUT")
                  : Map.of(1L, "NUMBER_TAKEN", 2L, "REACHED", 3L, "NUMBER_TAKEN"));
      ways.add(control + "");
    }
    assertThat(ways).containsExactlyInAnyOrder("true", "false");
    var id = draft("file", "上新了", 500);
    launch(id);
    var counts = gongbi.deliveries().ledger().counts(id);
    assertThat(counts.values().stream().mapToLong(n -> n).sum()).isEqualTo(4);
    assertThat(counts.getOrDefault(LedgerEntry.State.HELD_OUT, 0L)).isIn(0L, 1L, 3L, 4L);
  }
}
