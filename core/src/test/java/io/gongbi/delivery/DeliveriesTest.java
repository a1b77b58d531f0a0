package io.gongbi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.channel.Receipt;
import io.gongbi.warehouse.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is reached twice, and nobody is forgotten: on both catalogs. */
final class DeliveriesTest extends PostOffice {
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
}
