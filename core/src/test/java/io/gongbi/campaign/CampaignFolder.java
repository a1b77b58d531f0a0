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
import io.gongbi.channel.gateway.FakeGateway;
import io.gongbi.condition.Condition;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.segment.ListFile;
import io.gongbi.source.AllowedHosts;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/**
 * The whole product over a folder whose customers and orders are put in by hand, and what a test of
 * campaigns does with it: draft, launch, and look what the ledger says of each.
 */
final class CampaignFolder implements AutoCloseable {
  static final Where OF_SHANGHAI =
      new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));

  /** Sees Shanghai with names and numbers, and may send to it. */
  static final Viewer SHANGHAI =
      new Viewer(
          new UserId("mei"),
          new Role(
              "shanghai",
              Set.of(Right.VIEW, Right.DEFINE, Right.SEND),
              OF_SHANGHAI,
              false,
              Set.of()));

  final MovingClock clock;
  private final Path folder;
  private long runs;

  /** The process that has the folder open now. */
  Gongbi gongbi;

  CampaignFolder(Path folder, String now) {
    this.folder = folder;
    clock = new MovingClock(now);
    gongbi = Gongbi.open(folder, clock);
    // Whatever follows from landed rows is up to date before rows are put in by hand.
    refresh();
  }

  /**
   * Forty customers, 1 … 40; the even ones live in 上海, the others in 北京; number 40 has no phone.
   */
  static CampaignFolder ofForty(Path folder) {
    var company = new CampaignFolder(folder, "2026-03-01T04:00:00Z");
    company.customers(
        LongStream.rangeClosed(1, 40)
            .mapToObj(
                id -> {
                  var city = id % 2 == 0 ? "上海" : "北京";
                  return id == 40
                      ? customer(id, "客户" + id, "city", city)
                      : customer(id, "客户" + id, "city", city, "phone", "139%08d".formatted(id));
                })
            .toList());
    return company;
  }

  /** Ends the process; the next one finds the folder as it was left. */
  void reopen() {
    gongbi.close();
    gongbi = Gongbi.open(folder, clock);
  }

  @Override
  public void close() {
    gongbi.close();
  }

  void refresh() {
    gongbi.refresher().refresh(new RunId(--runs), clock.instant(), false, Progress.NONE);
  }

  /** Waits for the run that counts what was saved last. */
  void counted() {
    var run = gongbi.runs().await(gongbi.runs().latest(1).getFirst().id());
    assertThat(run.faults()).isEmpty();
  }

  /** Waits until the warehouse has followed the ledger. */
  void followed() {
    for (var run : gongbi.runs().latest(20)) {
      assertThat(gongbi.runs().await(run.id()).state()).isEqualTo(Run.State.DONE);
    }
  }

  void put(TableSpec table, List<Map<String, Value>> rows) {
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

  /** A customer with these cells, such as {@code "city", "上海"}. */
  static Map<String, Value> customer(long id, String name, String... cells) {
    var row = new HashMap<String, Value>();
    row.put("customer_id", Value.of(id));
    row.put("name", Value.of(name));
    for (int i = 0; i < cells.length; i += 2) {
      row.put(
          cells[i],
          cells[i].equals("last_order_day")
              ? Value.of(LocalDate.parse(cells[i + 1]))
              : Value.of(cells[i + 1]));
    }
    return row;
  }

  void customers(List<Map<String, Value>> rows) {
    put(ProfileTables.CUSTOMER, rows);
  }

  /** A sale, or a return when it is less than nothing. */
  static Map<String, Value> sale(long customer, String amount, Instant at) {
    return Map.of(
        "customer_id", Value.of(customer),
        "kind", Value.of(new BigDecimal(amount).signum() > 0 ? "sale" : "return"),
        "order_no", Value.of("o" + customer),
        "happened_at", Value.of(at),
        "day", Value.of(LocalDate.ofInstant(at, ZoneOffset.ofHours(8))),
        "amount", Value.of(new BigDecimal(amount)));
  }

  /** A segment of all who are there. */
  DefinitionId everybody() {
    var id = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone()).id();
    counted();
    return id;
  }

  /** A gateway of the provider's first preset, {@code sms1} when it is the first of all. */
  String connect(FakeGateway gateway) {
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
    values.put("rate", "200");
    values.put("timeout", "1");
    gongbi
        .connections()
        .add(
            LIN,
            Label.typed("短信网关"),
            new Connection(spec.id(), values, new BigDecimal("0.045")),
            Map.of("secret", "river-stone-7"));
    return gongbi.connections().all().getLast().id();
  }

  /** A draft for everybody, as a list; of each thousand so many are held back. */
  CampaignView draft(Viewer by, int controlPerMille) {
    var campaign =
        new Campaign(
            new Reach.Own(
                everybody(),
                "file",
                "{name}，您好，{city}门店上新",
                controlPerMille,
                new BigDecimal("0.10")),
            14,
            new BigDecimal("0.30"));
    var definition = gongbi.campaigns().add(by, Label.typed("上新"), campaign);
    return gongbi.campaigns().get(definition.id(), LIN, gongbi.asOf());
  }

  /** Launches it, whatever it could show, and waits until it has ended. */
  Run launch(CampaignView campaign, Viewer by) {
    return gongbi
        .runs()
        .await(gongbi.launches().launch(campaign.definition().id(), by, gongbi.asOf(), true));
  }

  /** Whether the lot has drawn this customer into the control group of half of them. */
  static boolean heldOut(CampaignView campaign, long customer) {
    return Campaign.experiment(campaign.definition().id(), 500)
        .armOf(new CustomerId(customer))
        .control();
  }

  /** The lines of a list as a text. */
  static List<String> csv(ListFile list) {
    var out = new ByteArrayOutputStream();
    list.write(ListFile.Format.CSV, out);
    return out.toString(StandardCharsets.UTF_8).substring(1).lines().toList();
  }

  /** Work that keeps all other work waiting until it is released. */
  static Runs.Work waitingFor(CountDownLatch release) {
    return (run, progress) -> {
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return Map.of();
    };
  }

  /** A draft of Lin's for a segment. */
  DefinitionId draft(DefinitionId segment, String channel, String message, int controlPerMille) {
    var reach = new Reach.Own(segment, channel, message, controlPerMille, new BigDecimal("0.05"));
    return gongbi
        .campaigns()
        .add(LIN, Label.typed("上新"), new Campaign(reach, 14, new BigDecimal("0.3")))
        .id();
  }

  /** Launches it and waits until all that can be sent is. */
  void launch(DefinitionId id) {
    var run = gongbi.runs().await(gongbi.launches().launch(id, LIN, gongbi.asOf(), true));
    assertThat(run.faults()).isEmpty();
  }

  /** {@code 1 NUMBER_TAKEN, 2 REACHED …}. */
  Map<Long, String> forecast(DefinitionId id, Viewer viewer) {
    var fates = new TreeMap<Long, String>();
    gongbi
        .forecast()
        .people(id, Optional.empty(), 0, 100, viewer, gongbi.asOf())
        .forEach(p -> fates.put(p.person().customer(), p.fate().name()));
    return fates;
  }

  /** {@code 1 number-taken, 2 SENT …}. */
  Map<Long, String> ledger(DefinitionId id) {
    var found = new TreeMap<Long, String>();
    gongbi
        .deliveries()
        .ledger()
        .list(id, Optional.empty(), 0, 100)
        .forEach(
            e ->
                found.put(
                    e.customer().value(),
                    e.reason().map(r -> r.replace("delivery.", "")).orElse(e.state().name())));
    return found;
  }
}
