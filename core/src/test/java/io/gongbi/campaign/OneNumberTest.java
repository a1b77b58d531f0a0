package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.file.FileChannel;
import io.gongbi.channel.gateway.FakeGateway;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.delivery.SendingLimits;
import io.gongbi.profile.ProfileTables;
import io.gongbi.segment.ListFile;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private CampaignFolder company;
  private Gongbi gongbi;
  private DefinitionId everybody;

  @BeforeEach
  void open() {
    company = new CampaignFolder(folder, "2026-03-02T04:00:00Z");
    gongbi = company.gongbi;
    company.put(
        ProfileTables.CUSTOMER,
        List.of(
            customer(1, "父", FAMILY, "2026-02-01"),
            customer(2, "母", FAMILY, "2026-01-01"),
            customer(3, "女", FAMILY, "2026-02-20"),
            customer(4, "赵敏", ALONE, "2026-02-01")));
    company.put(
        ProfileTables.RECORD,
        List.of(record(1, "a"), record(2, "b"), record(2, "c"), record(3, "d")));
    everybody = company.everybody();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private static Map<String, Value> customer(long id, String name, String phone, String bought) {
    return CampaignFolder.customer(id, name, "phone", phone, "last_order_day", bought);
  }

  private static Map<String, Value> record(long customer, String key) {
    return Map.of(
        "customer_id", Value.of(customer),
        "phone", Value.of(FAMILY),
        "source", Value.of("crm"),
        "record_key", Value.of(key));
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

  /** Two of four are reached; the cost is that of two messages. */
  @Test
  void number_getsTheMessageOnce_asWasForecast_byFile() throws IOException {
    var id = company.draft(everybody, "file", "{name}，上新了", 0);
    var rehearsal = gongbi.forecast().rehearse(id, LIN, gongbi.asOf());
    assertThat(rehearsal.fates()).isEqualTo(Map.of(Fate.REACHED, 2L, Fate.NUMBER_TAKEN, 2L));
    assertThat(rehearsal.treated()).isEqualTo(4);
    assertThat(rehearsal.cost().orElseThrow()).isEqualByComparingTo("0.10");
    var expected = Map.of(1L, "NUMBER_TAKEN", 2L, "REACHED", 3L, "NUMBER_TAKEN", 4L, "REACHED");
    assertThat(company.forecast(id, LIN)).isEqualTo(expected);
    assertThat(company.forecast(id, MASKED)).isEqualTo(expected);

    company.launch(id);
    assertThat(company.ledger(id))
        .isEqualTo(Map.of(1L, "number-taken", 2L, "SENT", 3L, "number-taken", 4L, "SENT"));
    assertThat(file(id)).containsExactly(FAMILY + " 母", ALONE + " 赵敏");
    var out = new ByteArrayOutputStream();
    gongbi.campaigns().list(id, LIN).write(ListFile.Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
  }

  @Test
  void number_getsTheMessageOnce_byGateway() {
    try (var gateway = new FakeGateway()) {
      var id = company.draft(everybody, company.connect(gateway), "{name}，上新了", 0);
      company.launch(id);
      assertThat(gateway.phones()).containsExactlyInAnyOrder(FAMILY, ALONE);
      assertThat(company.ledger(id))
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
    company.put(ProfileTables.CUSTOMER, List.of(mother));
    var id = company.draft(everybody, "file", "{name}，上新了", 0);
    assertThat(company.forecast(id, LIN))
        .isEqualTo(Map.of(1L, "NUMBER_TAKEN", 2L, "NO_CONSENT", 3L, "REACHED", 4L, "REACHED"));
    company.launch(id);
    assertThat(company.ledger(id))
        .isEqualTo(Map.of(1L, "number-taken", 2L, "no-consent", 3L, "SENT", 4L, "SENT"));
  }

  /** The wish of one is the wish of the number. */
  @Test
  void optOut_holdsForAllOfTheNumber() {
    gongbi.optOuts().add(List.of(FAMILY), "来电要求", LIN);
    var id = company.draft(everybody, "file", "上新了", 0);
    assertThat(company.forecast(id, MASKED))
        .isEqualTo(Map.of(1L, "OPTED_OUT", 2L, "OPTED_OUT", 3L, "OPTED_OUT", 4L, "REACHED"));
    company.launch(id);
    assertThat(company.ledger(id))
        .isEqualTo(Map.of(1L, "opted-out", 2L, "opted-out", 3L, "opted-out", 4L, "SENT"));
  }

  /**
   * One a day: the first campaign went to the mother. The second is for the daughter alone, whose
   * number has had its message.
   */
  @Test
  void cap_countsByNumber_whicheverCustomerGotTheMessage() {
    gongbi.deliveries().settings().change(new SendingLimits(1, 0, 0), gongbi.audit(), LIN);
    company.launch(company.draft(everybody, "file", "上新了", 0));
    var second = company.draft(everybody, "file", "再上新", 0);
    assertThat(company.forecast(second, MASKED))
        .isEqualTo(Map.of(1L, "CAPPED", 2L, "CAPPED", 3L, "CAPPED", 4L, "CAPPED"));
    company.launch(second);
    assertThat(company.ledger(second))
        .isEqualTo(Map.of(1L, "capped", 2L, "capped", 3L, "capped", 4L, "capped"));
    company.clock.forward(Duration.ofDays(1));
    var third = company.draft(everybody, "file", "明天见", 0);
    company.launch(third);
    assertThat(company.ledger(third))
        .isEqualTo(Map.of(1L, "number-taken", 2L, "SENT", 3L, "number-taken", 4L, "SENT"));
  }

  /** Launched at ten in the evening, sent at ten in the morning by the next process. */
  @Test
  void number_getsTheMessageOnce_alsoAfterTheNight_byTheNextProcess() {
    try (var gateway = new FakeGateway()) {
      var channel = company.connect(gateway);
      company.clock.forward(Duration.ofHours(10));
      var id = company.draft(everybody, channel, "上新了", 0);
      company.launch(id);
      assertThat(company.ledger(id)).isEmpty();
      company.clock.forward(Duration.ofHours(12));
      company.reopen();
      gongbi = company.gongbi;
      gongbi.launches().resumeDue().forEach(run -> gongbi.runs().await(run));
      assertThat(gateway.phones()).containsExactlyInAnyOrder(FAMILY, ALONE);
      assertThat(company.ledger(id))
          .isEqualTo(Map.of(1L, "number-taken", 2L, "SENT", 3L, "number-taken", 4L, "SENT"));
    }
  }

  /** Whichever arm their lot draws, the family is in it together: nobody held back reads it. */
  @Test
  void family_isInOneGroup() {
    var ways = new HashSet<String>();
    for (int i = 0; i < 12; i++) {
      var id = company.draft(everybody, "file", "上新了", 500);
      var control = Campaign.experiment(id, 500).armOf(new CustomerId(1)).control();
      var fates = company.forecast(id, MASKED);
      fates.remove(4L);
      assertThat(fates)
          .isEqualTo(
              control
                  ? Map.of(1L, "HELD_OUT", 2L, "HELD_OUT", 3L, "HELD_OUT")
                  : Map.of(1L, "NUMBER_TAKEN", 2L, "REACHED", 3L, "NUMBER_TAKEN"));
      ways.add(control + "");
    }
    assertThat(ways).containsExactlyInAnyOrder("true", "false");
    var id = company.draft(everybody, "file", "上新了", 500);
    company.launch(id);
    var counts = gongbi.deliveries().ledger().counts(id);
    assertThat(counts.values().stream().mapToLong(n -> n).sum()).isEqualTo(4);
    assertThat(counts.getOrDefault(LedgerEntry.State.HELD_OUT, 0L)).isIn(0L, 1L, 3L, 4L);
  }
}
