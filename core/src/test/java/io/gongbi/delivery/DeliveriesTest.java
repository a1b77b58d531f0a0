package io.gongbi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.MovingClock;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.SealingKey;
import io.gongbi.catalog.Secrets;
import io.gongbi.catalog.Settings;
import io.gongbi.catalog.Spec;
import io.gongbi.channel.Batch;
import io.gongbi.channel.Channel;
import io.gongbi.channel.Connections;
import io.gongbi.channel.Line;
import io.gongbi.channel.Receipt;
import io.gongbi.source.AllowedHosts;
import io.gongbi.source.Outbound;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is reached twice, and nobody is forgotten: on both catalogs. */
final class DeliveriesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final DefinitionId C1 = new DefinitionId("campaign", "c1");

  @TempDir Path folder;

  /** Notes what it was asked to send; breaks at the batches it is told to. */
  private static final class Postman implements Channel {
    final List<String> sent = new ArrayList<>();
    final boolean repeatable;
    boolean breaks;
    boolean atOnce;

    Postman(boolean repeatable) {
      this.repeatable = repeatable;
    }

    @Override
    public Spec spec() {
      return new Spec(
          "postman", Label.typed("Postman"), Label.typed("Postman"), List.of(), List.of());
    }

    @Override
    public int atOnce(Settings settings) {
      return 1_000;
    }

    @Override
    public String addressField() {
      return "phone";
    }

    @Override
    public boolean repeatable() {
      return repeatable;
    }

    @Override
    public boolean reachesAtOnce() {
      return atOnce;
    }

    @Override
    public List<Receipt> send(Batch batch, Line line) {
      batch.messages().forEach(m -> sent.add(batch.number() + ":" + m.key() + ":" + m.address()));
      if (breaks) throw new IllegalStateException("the line is cut");
      return batch.messages().stream()
          .<Receipt>map(m -> new Receipt.Sent(m.key(), batch.happenedAt()))
          .toList();
    }
  }

  private static Intent intent(long customer, boolean heldOut, String phone) {
    return new Intent(
        C1,
        "message",
        "once",
        new CustomerId(customer),
        heldOut ? "control" : "treated",
        heldOut,
        phone.isEmpty() ? Optional.empty() : Optional.of(phone),
        Optional.empty(),
        "客户" + customer,
        "您好");
  }

  /** 1 and 4 are treated, 2 is held out, 3 has no phone. */
  private static final List<Intent> FOUR =
      List.of(
          intent(1, false, "139-1"),
          intent(2, true, "139-2"),
          intent(3, false, ""),
          intent(4, false, "139-4"));

  private Catalog open(CatalogEngine engine) {
    return engine.store(folder).open(Ledger.MIGRATIONS, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private Deliveries deliveries(Catalog catalog, Channel channel) {
    var definitions = new Definitions(catalog);
    var authors = new Authorship(catalog, definitions, new AuditTrail(catalog));
    var connections =
        new Connections(
            catalog,
            definitions,
            authors,
            new Secrets(catalog, SealingKey.of(folder, Map.of())),
            new Outbound(() -> new AllowedHosts(List.of())),
            List.of(channel));
    return new Deliveries(catalog, settings(catalog), folder, connections);
  }

  private static SendingSettings settings(Catalog catalog) {
    var definitions = new Definitions(catalog);
    return new SendingSettings(catalog, definitions, new CompanySettings(catalog, definitions));
  }

  private static List<String> states(Deliveries deliveries) {
    return deliveries.ledger().list(C1, Optional.empty(), 0, 100).stream()
        .map(e -> e.customer() + " " + e.arm() + " " + e.state())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void send_entersEveryone_andReachesEachOnce(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      deliveries.send(C1, deliveries.channel("postman"), FOUR);
      deliveries.send(C1, deliveries.channel("postman"), FOUR);
      assertThat(postman.sent).containsExactly("1:m1:139-1", "1:m4:139-4");
      assertThat(states(deliveries))
          .containsExactly(
              "1 treated SENT", "2 control HELD_OUT", "3 treated REFUSED", "4 treated SENT");
      assertThat(deliveries.ledger().counts(C1))
          .containsOnly(
              java.util.Map.entry(LedgerEntry.State.SENT, 2L),
              java.util.Map.entry(LedgerEntry.State.HELD_OUT, 1L),
              java.util.Map.entry(LedgerEntry.State.REFUSED, 1L));
    }
  }

  /**
   * 1 and 2 have one number, written in two ways, 3 has its own, 4 is held out and has no message.
   */
  @ParameterizedTest
  @EnumSource
  void numbers_nameTheMessagesOfTheirOriginThatLeft(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var deliveries = deliveries(catalog, new Postman(true));
      deliveries.send(
          C1,
          deliveries.channel("postman"),
          List.of(
              intent(1, false, "13900000001"),
              intent(2, false, "+8613900000001"),
              intent(3, false, "+85291234567"),
              intent(4, true, "13900000004"),
              intent(5, false, "13900000005")));
      var numbers =
          Set.of("13900000001", "+85291234567", "13900000004", "13900000005", "13900000006");
      var keys = catalog.read(t -> Addressees.keys(t, C1, numbers, customer -> true));
      assertThat(keys)
          .isEqualTo(
              Map.of(
                  "13900000001", Set.of("m1", "m2"),
                  "+85291234567", Set.of("m3"),
                  "13900000005", Set.of("m5")));
      var other = new DefinitionId("campaign", "c2");
      var none = catalog.read(t -> Addressees.keys(t, other, numbers, customer -> true));
      assertThat(none).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void brokenSend_isSentAgainWithTheSameKeys_byARepeatableChannel(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      postman.breaks = true;
      assertThatThrownBy(() -> deliveries.send(C1, deliveries.channel("postman"), FOUR))
          .isInstanceOf(IllegalStateException.class);
      assertThat(states(deliveries)).contains("1 treated CLAIMED", "4 treated CLAIMED");
      postman.breaks = false;
      deliveries.recover(C1, deliveries.channel("postman"));
      assertThat(postman.sent)
          .containsExactly("1:m1:139-1", "1:m4:139-4", "1:m1:139-1", "1:m4:139-4");
      assertThat(states(deliveries)).contains("1 treated SENT", "4 treated SENT");
    }
  }

  @ParameterizedTest
  @EnumSource
  void brokenSend_isUncertainAndNotSentAgain_byAnyOtherChannel(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(false);
      var deliveries = deliveries(catalog, postman);
      postman.breaks = true;
      assertThatThrownBy(() -> deliveries.send(C1, deliveries.channel("postman"), FOUR))
          .isInstanceOf(IllegalStateException.class);
      postman.breaks = false;
      deliveries.recover(C1, deliveries.channel("postman"));
      deliveries.send(C1, deliveries.channel("postman"), FOUR);
      assertThat(postman.sent).containsExactly("1:m1:139-1", "1:m4:139-4");
      assertThat(states(deliveries)).contains("1 treated UNCERTAIN", "4 treated UNCERTAIN");
      assertThat(deliveries.settle(C1, List.of(new Receipt.Delivered("m1", NOON))))
          .isEqualTo(new Settled(1, 0, 0));
      assertThat(states(deliveries)).contains("1 treated DELIVERED", "4 treated UNCERTAIN");
    }
  }

  @ParameterizedTest
  @EnumSource
  void receipt_neverGoesBack_andUnknownKeysChangeNothing(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      deliveries.send(C1, deliveries.channel("postman"), FOUR);
      assertThat(
              deliveries.settle(
                  C1,
                  List.of(
                      new Receipt.Delivered("m1", NOON.plusSeconds(60)),
                      new Receipt.Failed("m4", NOON.plusSeconds(60), "phone is off"),
                      new Receipt.Sent("m1", NOON.plusSeconds(90)),
                      new Receipt.Delivered("m99", NOON),
                      new Receipt.Delivered("'; drop table delivery_entry; --", NOON))))
          .isEqualTo(new Settled(2, 1, 2));
      assertThat(states(deliveries)).contains("1 treated DELIVERED", "4 treated FAILED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void feed_givesEachEntryInItsNewestState(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      deliveries.send(C1, deliveries.channel("postman"), FOUR);
      var feed = deliveries.ledger().entries();
      assertThat(feed.after(Position.START, 100))
          .extracting(e -> e.body().customer().value() + " " + e.body().state())
          .containsExactly("2 HELD_OUT", "3 REFUSED", "1 SENT", "4 SENT");
      var seen = feed.end();
      deliveries.settle(C1, List.of(new Receipt.Delivered("m4", NOON)));
      assertThat(feed.after(seen, 100))
          .extracting(e -> e.body().customer().value() + " " + e.body().state())
          .containsExactly("4 DELIVERED");
    }
  }

  private static Intent to(String origin, long customer, boolean declined) {
    return new Intent(
        new DefinitionId("campaign", origin),
        "message",
        "once",
        new CustomerId(customer),
        "treated",
        false,
        Optional.of("139-" + customer),
        declined ? Optional.of(Refusal.NO_CONSENT) : Optional.empty(),
        "客户" + customer,
        "您好");
  }

  private static List<String> reasons(Deliveries deliveries, String origin) {
    return deliveries
        .ledger()
        .list(new DefinitionId("campaign", origin), Optional.empty(), 0, 100)
        .stream()
        .map(e -> e.customer() + " " + e.state() + e.reason().map(r -> " " + r).orElse(""))
        .toList();
  }

  /** 1 agreed, 2 declined, 3 answers the first message with 退订. */
  @ParameterizedTest
  @EnumSource
  void guards_stopWhoDeclinedOrOptedOut_andTheLedgerSaysWhy(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      deliveries.send(
          C1,
          deliveries.channel("postman"),
          List.of(to("c1", 1, false), to("c1", 2, true), to("c1", 3, false)));
      assertThat(reasons(deliveries, "c1"))
          .containsExactly("1 SENT", "2 REFUSED delivery.no-consent", "3 SENT");
      var stop = List.<Receipt>of(new Receipt.OptedOut("m3", NOON.plusSeconds(60)));
      assertThat(deliveries.settle(C1, stop)).isEqualTo(new Settled(1, 0, 0));
      assertThat(deliveries.settle(C1, stop)).isEqualTo(new Settled(0, 1, 0));
      assertThat(reasons(deliveries, "c1")).contains("3 DELIVERED");

      var second = new DefinitionId("campaign", "c2");
      deliveries.send(
          second, deliveries.channel("postman"), List.of(to("c2", 1, false), to("c2", 3, false)));
      assertThat(reasons(deliveries, "c2"))
          .containsExactly("1 SENT", "3 REFUSED delivery.opted-out");
      assertThat(postman.sent).containsExactly("1:m1:139-1", "1:m3:139-3", "2:m4:139-1");
    }
  }

  /** Nobody answers twice when a stop comes with a message that arrived before. */
  @ParameterizedTest
  @EnumSource
  void optOut_holdsThoughTheArrivalWasKnownBefore(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      deliveries.send(C1, deliveries.channel("postman"), List.of(to("c1", 1, false)));
      deliveries.settle(C1, List.of(new Receipt.Delivered("m1", NOON)));
      deliveries.settle(C1, List.of(new Receipt.OptedOut("m1", NOON.plusSeconds(60))));
      var second = new DefinitionId("campaign", "c2");
      deliveries.send(second, deliveries.channel("postman"), List.of(to("c2", 1, false)));
      assertThat(reasons(deliveries, "c2")).containsExactly("1 REFUSED delivery.opted-out");
    }
  }

  /** Two a day are allowed: the third campaign of the day is one too many, and not tomorrow. */
  @ParameterizedTest
  @EnumSource
  void limits_countCalendarDaysOfTheCompany(CatalogEngine engine) {
    // 23:00 and 01:00 in Shanghai.
    var clock = new MovingClock("2026-03-02T15:00:00Z");
    try (var catalog = engine.store(folder).open(Ledger.MIGRATIONS, clock)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      for (var origin : List.of("c1", "c2", "c3")) {
        deliveries.send(
            new DefinitionId("campaign", origin),
            deliveries.channel("postman"),
            List.of(to(origin, 1, false)));
      }
      assertThat(reasons(deliveries, "c2")).containsExactly("1 SENT");
      assertThat(reasons(deliveries, "c3")).containsExactly("1 REFUSED delivery.capped");
      assertThat(deliveries.ledger().capped("postman")).containsExactly(1L);
      clock.forward(Duration.ofHours(2));
      assertThat(deliveries.ledger().capped("postman")).isEmpty();
      deliveries.send(
          new DefinitionId("campaign", "c4"),
          deliveries.channel("postman"),
          List.of(to("c4", 1, false)));
      assertThat(reasons(deliveries, "c4")).containsExactly("1 SENT");
    }
  }

  /** Nine at night in Shanghai: nothing is claimed, and at eight in the morning it leaves. */
  @ParameterizedTest
  @EnumSource
  void channelThatReachesAtOnce_waitsOutTheNight(CatalogEngine engine) {
    var clock = new MovingClock("2026-03-02T13:00:00Z");
    try (var catalog = engine.store(folder).open(Ledger.MIGRATIONS, clock)) {
      var postman = new Postman(false);
      postman.atOnce = true;
      var deliveries = deliveries(catalog, postman);
      assertThat(deliveries.send(C1, deliveries.channel("postman"), FOUR))
          .contains(Instant.parse("2026-03-03T00:00:00Z"));
      assertThat(states(deliveries)).isEmpty();
      clock.forward(Duration.ofHours(11));
      assertThat(deliveries.send(C1, deliveries.channel("postman"), FOUR)).isEmpty();
      assertThat(postman.sent).containsExactly("1:m1:139-1", "1:m4:139-4");
    }
  }

  private static Intent at(long customer, String phone, Optional<Refusal> against, String text) {
    return new Intent(
        C1,
        "message",
        "once",
        new CustomerId(customer),
        "treated",
        false,
        phone.isEmpty() ? Optional.empty() : Optional.of(phone),
        against,
        "客户" + customer,
        text);
  }

  /**
   * Whatever the sender overlooked is refused for its own reason; 71 characters are billed twice,
   * and what does not leave is not billed.
   */
  @ParameterizedTest
  @EnumSource
  void numbersThatReachNobody_areRefused_andPartsAreCounted(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      deliveries.send(
          C1,
          deliveries.channel("postman"),
          List.of(
              at(1, "13900000001", Optional.empty(), "好".repeat(71)),
              at(2, "17012345678-3421", Optional.empty(), "您好"),
              at(3, "13812345678转3421", Optional.empty(), "您好"),
              at(4, "139****0004", Optional.empty(), "您好"),
              at(5, "", Optional.of(Refusal.PRIVACY_NUMBER), "您好"),
              at(6, "", Optional.of(Refusal.INCOMPLETE), ""),
              at(7, "13900000007", Optional.of(Refusal.INCOMPLETE), "")));
      assertThat(reasons(deliveries, "c1"))
          .containsExactly(
              "1 SENT",
              "2 REFUSED delivery.privacy-number",
              "3 REFUSED delivery.privacy-number",
              "4 REFUSED delivery.masked-number",
              "5 REFUSED delivery.privacy-number",
              "6 REFUSED delivery.no-address",
              "7 REFUSED delivery.incomplete");
      assertThat(deliveries.ledger().list(C1, Optional.empty(), 0, 9))
          .extracting(LedgerEntry::parts)
          .containsExactly(2L, 0L, 0L, 0L, 0L, 0L, 0L);
    }
  }

  /** Customers 5 and 7 have one number, and nobody said beforehand who gives way: 5 came first. */
  @ParameterizedTest
  @EnumSource
  void oneNumber_getsOneMessage_alsoInAnotherBatch(CatalogEngine engine) {
    try (var catalog = open(engine)) {
      var postman = new Postman(true);
      var deliveries = deliveries(catalog, postman);
      var channel = deliveries.channel("postman");
      deliveries.send(C1, channel, List.of(intent(5, false, "139-5"), intent(6, false, "139-6")));
      deliveries.send(
          C1,
          channel,
          List.of(intent(7, false, "139-5"), intent(8, false, "139-8"), intent(9, false, "139-8")));
      assertThat(postman.sent).containsExactly("1:m1:139-5", "1:m2:139-6", "2:m4:139-8");
      assertThat(deliveries.ledger().list(C1, Optional.empty(), 0, 9))
          .extracting(e -> e.customer().value() + " " + e.reason().orElse(e.state().name()))
          .containsExactly(
              "5 SENT", "6 SENT", "7 delivery.number-taken", "8 SENT", "9 delivery.number-taken");
    }
  }
}
