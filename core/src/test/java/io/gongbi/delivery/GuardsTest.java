package io.gongbi.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.MovingClock;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.channel.Receipt;
import io.gongbi.standard.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets no message, or not yet, and what the ledger says of it. */
final class GuardsTest extends PostOffice {
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
