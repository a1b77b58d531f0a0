package io.gongbi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.MovingClock;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.SealingKey;
import io.gongbi.catalog.Secrets;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Connected;
import io.gongbi.channel.Connection;
import io.gongbi.channel.Connections;
import io.gongbi.channel.gateway.FakeGateway;
import io.gongbi.channel.gateway.GatewayChannel;
import io.gongbi.source.AllowedHosts;
import io.gongbi.source.Outbound;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sending over HTTP to a provider on this machine: whatever it does and whenever we stop, its own
 * book has each number once at most, and ours says of each what is known.
 */
final class SendingByGatewayTest {
  private static final DefinitionId C1 = new DefinitionId("campaign", "c1");
  private static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());
  private static final List<Migration> MIGRATIONS =
      Stream.concat(Users.MIGRATIONS.stream(), Ledger.MIGRATIONS.stream()).toList();

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock("2026-03-01T04:00:00Z");
  private final FakeGateway gateway = new FakeGateway();
  private boolean allowed = true;

  @AfterEach
  void close() {
    gateway.close();
  }

  /** One process: opened again over the same store, it is the next. */
  private final class Office implements AutoCloseable {
    final Catalog catalog;
    final Connections connections;
    final Deliveries deliveries;
    final Callbacks callbacks;
    final ChannelDays days;

    Office(CatalogEngine.Store store) {
      catalog = store.open(MIGRATIONS, clock);
      var definitions = new Definitions(catalog);
      var company = new CompanySettings(catalog, definitions);
      connections =
          new Connections(
              catalog,
              definitions,
              new Authorship(catalog, definitions, new AuditTrail(catalog)),
              new Secrets(catalog, SealingKey.of(folder, Map.of())),
              new Outbound(this::hosts),
              List.of(new GatewayChannel()));
      var settings = new SendingSettings(catalog, definitions, company);
      deliveries = new Deliveries(catalog, settings, folder, connections);
      callbacks = new Callbacks(catalog, deliveries, company);
      days = new ChannelDays(catalog, company);
    }

    private AllowedHosts hosts() {
      return new AllowedHosts(
          allowed ? List.of(new AllowedHosts.Host(gateway.host(), true)) : List.of());
    }

    Office connected() {
      var spec = connections.specs().getFirst();
      var values = new HashMap<>(spec.presets().getFirst().values());
      values.put("url", "http://" + gateway.host() + "/send");
      values.put("rate", "200");
      values.put("timeout", "1");
      connections.add(
          LIN,
          Label.typed("短信网关"),
          new Connection(spec.id(), values, new BigDecimal("0.045")),
          Map.of("secret", "river-stone-7"));
      return this;
    }

    Connected sms() {
      return connections.get("sms1");
    }

    /** As a launch does: what an earlier process left first, then those not entered yet. */
    void send(long people) {
      deliveries.recover(C1, sms());
      long after = deliveries.ledger().lastEntered(C1).orElse(0L);
      for (long from = after + 1; from <= people; from += 10) {
        deliveries.send(C1, sms(), people(from, Math.min(people, from + 9)));
      }
    }

    Map<LedgerEntry.State, Long> counts() {
      return deliveries.ledger().counts(C1);
    }

    LedgerEntry entry(long customer) {
      return deliveries.ledger().list(C1, Optional.empty(), customer - 1, 1).getFirst();
    }

    Callbacks.Told hear(String json) {
      return callbacks.hear(
          sms(), sms().hear("application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
      catalog.close();
    }
  }

  private static String phone(long customer) {
    return "139%08d".formatted(customer);
  }

  private static List<Intent> people(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(
            c ->
                new Intent(
                    C1,
                    "message",
                    "once",
                    new CustomerId(c),
                    "treated",
                    false,
                    Optional.of(phone(c)),
                    Optional.empty(),
                    "客户" + c,
                    "您好，客户" + c))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void everybody_getsItOnce_andTheSecretIsInTheRequestAlone(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected()) {
      office.send(25);
      office.send(25);
      assertThat(office.counts()).containsExactly(Map.entry(LedgerEntry.State.SENT, 25L));
      assertThat(gateway.phones()).hasSize(25).doesNotHaveDuplicates();
      assertThat(gateway.requests().getFirst().body()).contains("\"password\":\"river-stone-7\"");
      assertThat(office.connections.definition("sms1").body().toString())
          .doesNotContain("river-stone");
      assertThat(office.connections.secretsSetAt("sms1"))
          .containsExactly(Map.entry("secret", clock.instant()));
    }
  }

  /**
   * The provider is down at times, silent at times, hangs up at times; the process dies four times
   * in the middle of a batch. In the end its book has nobody twice, and whom it has not is shown as
   * uncertain or refused.
   */
  @ParameterizedTest
  @EnumSource
  void stoppedAndStartedAgain_nobodyGetsItTwice_andNobodyIsForgotten(CatalogEngine engine) {
    var store = engine.store(folder);
    var turn = new AtomicInteger();
    gateway.behaving(
        (exchange, request) -> {
          switch (turn.incrementAndGet() % 12) {
            case 3 -> FakeGateway.answer(exchange, 500, "oh");
            case 6 -> FakeGateway.hangUp(exchange, request);
            case 9 -> FakeGateway.answer(exchange, 200, "{\"code\":\"3\",\"msg\":\"空号\"}");
            case 11 -> FakeGateway.answer(exchange, 200, "<html>");
            default -> FakeGateway.accept(exchange, request);
          }
        });
    try (var office = new Office(store).connected()) {
      office.send(20);
    }
    for (int death = 1; death <= 4; death++) {
      long from = 20 + 10L * death - 9;
      try (var office = new Office(store)) {
        office.deliveries.recover(C1, office.sms());
        dieInTheMiddle(office, people(from, from + 9), death);
      }
    }
    try (var office = new Office(store)) {
      office.send(90);
      var counts = office.counts();
      assertThat(counts.values().stream().mapToLong(n -> n).sum()).isEqualTo(90);
      assertThat(counts).doesNotContainKey(LedgerEntry.State.CLAIMED);
      assertThat(gateway.phones()).doesNotHaveDuplicates();
      var reached = Set.copyOf(gateway.phones());
      for (var entry : office.deliveries.ledger().list(C1, Optional.empty(), 0, 100)) {
        if (entry.state() == LedgerEntry.State.UNCERTAIN) continue;
        assertThat(reached).as(entry.toString()).contains(phone(entry.customer().value()));
      }
      assertThat(counts.get(LedgerEntry.State.UNCERTAIN)).isBetween(1L, 60L);
    }
  }

  /** Claimed, and said in part: then the process is gone before it writes down what it heard. */
  private void dieInTheMiddle(Office office, List<Intent> ten, int said) {
    var claimed = office.deliveries.ledger().claim(ten, office.sms());
    office
        .sms()
        .send(
            new io.gongbi.channel.Batch(
                "c1",
                claimed.batch(),
                folder,
                clock.instant(),
                claimed.messages().subList(0, 2 * said)));
  }

  /** A gateway that is down loses nothing: what never left is sent when it is back. */
  @ParameterizedTest
  @EnumSource
  void closedDoor_stopsTheSending_andGoingOnReachesEverybodyOnce(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected()) {
      office.send(10);
      gateway.behaving((exchange, request) -> FakeGateway.answer(exchange, 401, "who are you"));
      assertThatThrownBy(() -> office.send(40))
          .hasMessageContaining("channel.turned-away")
          .hasMessageContaining("who are you");
      // Ten more are promised, and none of them has been refused or lost.
      assertThat(office.counts())
          .containsOnly(
              Map.entry(LedgerEntry.State.SENT, 10L), Map.entry(LedgerEntry.State.CLAIMED, 10L));

      allowed = false;
      assertThatThrownBy(() -> office.send(40)).hasMessageContaining("source.outbound-not-allowed");
      allowed = true;

      gateway.behaving(FakeGateway::accept);
      var answered = new HashSet<String>();
      gateway.behaving(
          (exchange, request) -> {
            assertThat(answered.add(request.keys().getFirst())).isTrue();
            FakeGateway.accept(exchange, request);
          });
      office.send(40);
      assertThat(office.counts()).containsExactly(Map.entry(LedgerEntry.State.SENT, 40L));
      assertThat(answered).hasSize(30);
    }
  }

  /** Whoever opts out while a message waits to be said again gets none. */
  @ParameterizedTest
  @EnumSource
  void whatNeverLeft_isAskedForGuardsAgain(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected()) {
      gateway.behaving((exchange, request) -> FakeGateway.answer(exchange, 429, "slow"));
      assertThatThrownBy(() -> office.send(3)).hasMessageContaining("channel.turned-away");
      office.catalog.run(
          t -> OptOuts.enter(t, Set.of(phone(2)), OptOut.Way.HAND, "电话", new UserId("lin")));
      gateway.behaving(FakeGateway::accept);
      int before = gateway.phones().size();
      office.send(3);
      assertThat(office.counts())
          .containsOnly(
              Map.entry(LedgerEntry.State.SENT, 2L), Map.entry(LedgerEntry.State.REFUSED, 1L));
      assertThat(office.entry(2).reason()).contains("delivery.opted-out");
      assertThat(gateway.phones().subList(before, gateway.phones().size()))
          .containsExactlyInAnyOrder(phone(1), phone(3));
      // And not at night either.
      assertThat(office.deliveries.recover(C1, office.sms())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void night_isWaitedOut_alsoByWhatNeverLeft(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected()) {
      gateway.behaving((exchange, request) -> FakeGateway.answer(exchange, 403, "no"));
      assertThatThrownBy(() -> office.send(3)).hasMessageContaining("channel.turned-away");
      gateway.behaving(FakeGateway::accept);
      clock.forward(Duration.ofHours(10));
      // 22:00 in Shanghai: until 08:00 tomorrow.
      assertThat(office.deliveries.recover(C1, office.sms()))
          .contains(Instant.parse("2026-03-02T00:00:00Z"));
      assertThat(office.counts()).containsExactly(Map.entry(LedgerEntry.State.CLAIMED, 3L));
    }
  }

  /** An account without money refuses everybody: after 20 in a row somebody must look. */
  @ParameterizedTest
  @EnumSource
  void twentyInARowWithoutOneAccepted_stopTheSending(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected()) {
      gateway.behaving(
          (exchange, request) ->
              FakeGateway.answer(exchange, 200, "{\"code\":\"9\",\"msg\":\"余额不足\"}"));
      assertThatThrownBy(() -> office.send(500))
          .hasMessageContaining("delivery.none-accepted")
          .hasMessageContaining("9 余额不足");
      assertThat(office.counts()).containsExactly(Map.entry(LedgerEntry.State.FAILED, 20L));
      gateway.behaving((exchange, request) -> FakeGateway.answer(exchange, 500, ""));
      assertThatThrownBy(() -> office.send(500)).hasMessageContaining("delivery.none-answered");
      gateway.behaving(FakeGateway::accept);
      office.send(60);
      assertThat(office.counts())
          .containsOnly(
              Map.entry(LedgerEntry.State.FAILED, 20L),
              Map.entry(LedgerEntry.State.UNCERTAIN, 10L),
              Map.entry(LedgerEntry.State.SENT, 30L));
    }
  }

  /**
   * 1 to 3 are accepted as p-m1 to p-m3, 4 times out and never learns its id. Then the provider
   * speaks: of 1 twice, of 2 that it failed, of 4 by its number, of one that is nobody's, and 3
   * answers TD.
   */
  @ParameterizedTest
  @EnumSource
  void receipts_settleWhatIsKnownAndUncertain_andDoNoHarmTwice(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected()) {
      office.send(3);
      gateway.behaving(FakeGateway::hangUp);
      office.send(4);
      assertThat(office.entry(4).state()).isEqualTo(LedgerEntry.State.UNCERTAIN);
      assertThat(office.entry(4).reason()).contains("channel.cut");

      var told =
          office.hear(
              """
              [{"msgid":"p-m1","phone":"13900000001","status":"DELIVRD"},
               {"msgid":"p-m1","phone":"8613900000001","status":"DELIVRD"},
               {"msgid":"p-m2","status":"MK:0001"},
               {"msgid":"p-of-nobody","status":"DELIVRD"},
               {"msgid":"'; drop table delivery_entry; --","status":"DELIVRD"},
               {"msgid":"unknown-to-us","phone":"+8613900000004","status":"DELIVRD"},
               {"phone":"13900000003","content":"td"},
               {"msgid":"p-m1"}]""");
      assertThat(told).isEqualTo(new Callbacks.Told(new Settled(4, 1, 2), 1, 1));
      assertThat(office.entry(1).state()).isEqualTo(LedgerEntry.State.DELIVERED);
      assertThat(office.entry(2).state()).isEqualTo(LedgerEntry.State.FAILED);
      assertThat(office.entry(2).reason()).contains("MK:0001");
      assertThat(office.entry(3).state()).isEqualTo(LedgerEntry.State.DELIVERED);
      assertThat(office.entry(4).state()).isEqualTo(LedgerEntry.State.DELIVERED);
      assertThat(office.entry(4).reason()).isEmpty();

      // 3 is written to no more, by whatever campaign.
      var again = new ArrayList<Intent>();
      for (var intent : people(1, 3)) {
        again.add(
            new Intent(
                new DefinitionId("campaign", "c2"),
                "message",
                "once",
                intent.customer(),
                "treated",
                false,
                intent.address(),
                Optional.empty(),
                "",
                "您好"));
      }
      gateway.behaving(FakeGateway::accept);
      office.deliveries.send(new DefinitionId("campaign", "c2"), office.sms(), again);
      assertThat(office.deliveries.ledger().counts(new DefinitionId("campaign", "c2")))
          .containsOnly(
              Map.entry(LedgerEntry.State.SENT, 2L), Map.entry(LedgerEntry.State.REFUSED, 1L));

      // Somebody whom we never wrote to wants nothing either.
      assertThat(office.hear("{\"phone\":\"13911112222\",\"content\":\"退订\"}"))
          .isEqualTo(new Callbacks.Told(new Settled(1, 0, 0), 0, 1));

      var ofShanghai =
          Role.marketer()
              .over(new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")));
      assertThat(office.days.today("sms1", new Viewer(new UserId("mei"), ofShanghai))).isEmpty();
      var day = office.days.today("sms1", LIN).orElseThrow();
      assertThat(day.entries())
          .containsOnly(
              Map.entry(LedgerEntry.State.DELIVERED, 3L),
              Map.entry(LedgerEntry.State.FAILED, 1L),
              Map.entry(LedgerEntry.State.SENT, 2L),
              Map.entry(LedgerEntry.State.REFUSED, 1L));
      assertThat(day.answers())
          .extracting(a -> a.state() + " " + a.reason() + " " + a.messages())
          .containsExactly("FAILED MK:0001 1");
      assertThat(day.told()).isEqualTo(new Callbacks.Told(new Settled(5, 1, 2), 1, 2));
    }
  }

  /** Two gateways send texts alike: who got two today by one gets no third by the other. */
  @ParameterizedTest
  @EnumSource
  void limit_countsTextsByWhateverGateway(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected().connected()) {
      for (var campaign : List.of("c1", "c2", "c3")) {
        var id = new DefinitionId("campaign", campaign);
        var by = office.connections.get(campaign.equals("c2") ? "sms2" : "sms1");
        var one = people(1, 1).getFirst();
        office.deliveries.send(
            id,
            by,
            List.of(
                new Intent(
                    id,
                    "message",
                    "once",
                    one.customer(),
                    "treated",
                    false,
                    one.address(),
                    Optional.empty(),
                    "",
                    "您好")));
      }
      assertThat(gateway.phones()).hasSize(2);
      assertThat(office.deliveries.ledger().capped("sms2")).containsExactly(1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void callback_isForItsConnectionAlone_andRenewedItHoldsNoMore(CatalogEngine engine) {
    try (var office = new Office(engine.store(folder)).connected().connected()) {
      var first = office.connections.callback(LIN, "sms1");
      assertThat(first).hasSize(43).isEqualTo(office.connections.callback(LIN, "sms1"));
      assertThat(office.connections.calledBack("sms1", first)).isPresent();
      assertThat(office.connections.calledBack("sms2", first)).isEmpty();
      assertThat(office.connections.calledBack("sms9", first)).isEmpty();
      assertThat(office.connections.calledBack("../x", first)).isEmpty();
      assertThat(office.connections.calledBack("sms1", "")).isEmpty();
      var second = office.connections.renewCallback(LIN, "sms1");
      assertThat(office.connections.calledBack("sms1", first)).isEmpty();
      assertThat(office.connections.calledBack("sms1", second)).isPresent();
      office.connections.retire(LIN, "sms1");
      assertThat(office.connections.calledBack("sms1", second)).isEmpty();
      assertThatThrownBy(() -> office.deliveries.send(C1, office.sms(), people(1, 1)))
          .hasMessageContaining("channel.retired");
      assertThat(office.connections.all()).extracting(Connected::id).containsExactly("sms2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void secret_goesToNoOtherHost_unlessEnteredAnew(CatalogEngine engine) throws IOException {
    try (var office = new Office(engine.store(folder)).connected()) {
      var before = office.connections.definition("sms1").body();
      var moved = new HashMap<>(before.settings());
      moved.put("url", "https://elsewhere.example.com/send");
      var connection = new Connection(before.channel(), moved, before.price());
      assertThatThrownBy(
              () ->
                  office.connections.change(LIN, "sms1", Label.typed("短信网关"), connection, Map.of()))
          .hasMessageContaining("channel.secret-anew");
      var renamed = office.connections.change(LIN, "sms1", Label.typed("华东账号"), before, Map.of());
      assertThat(renamed.label().zh()).isEqualTo("华东账号");
      assertThat(office.sms().line().settings().open("secret")).isEqualTo("river-stone-7");
      office.connections.change(
          LIN, "sms1", Label.typed("短信网关"), connection, Map.of("secret", "another"));
      assertThat(office.sms().line().settings().open("secret")).isEqualTo("another");
    }
  }
}
