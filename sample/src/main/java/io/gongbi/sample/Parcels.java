package io.gongbi.sample;

import io.gongbi.sample.Receivers.Receiver;
import io.gongbi.sample.Trap.Kind;
import java.io.IOException;
import java.util.Optional;

/** What the receivers on orders tell of those who ordered, and where they mislead. */
final class Parcels {

  private static final String ORDER = "shop-order";

  private final World world;
  private final Truth truth;

  Parcels(World world, Truth truth) {
    this.world = world;
    this.truth = truth;
  }

  /** Of an order that names its user: a record of the user's, but for presents. */
  void ofUser(String number, String user, Person person, Receiver receiver) throws IOException {
    if (receiver.friend().isPresent()) {
      Trap gift = Trap.of(Kind.GIFT, receiver.friend().get(), person.name().full());
      truth.trap(ORDER, number, person, Optional.of(gift));
    } else if (receiver.full()) {
      tell("shop", user, number, person, receiver);
    }
  }

  /** Of an order that names nobody: a record of its own, told by its receiver. */
  void ofNobody(String number, Person person, Receiver receiver) throws IOException {
    truth.record(ORDER, number, person);
    tell(ORDER, number, number, person, receiver);
  }

  private void tell(String source, String key, String number, Person person, Receiver receiver)
      throws IOException {
    truth.evidence(source, key, "phone", Optional.of(receiver.phone()));
    if (!receiver.street().isEmpty()) {
      truth.evidence(
          source,
          key,
          "name+address",
          receiver.name().means().map(n -> n + " " + receiver.street()));
    }
    truth.trap(ORDER, number, person, receiver.name().trap());
    truth.trap(ORDER, number, person, world.numbers.recycled(person, receiver.phone()));
    if (receiver.firm().isPresent() && !receiver.street().isEmpty()) {
      String door = world.addresses.of(person).street();
      truth.trap(ORDER, number, person, Optional.of(Trap.of(Kind.OFFICE_ADDRESS, door)));
    }
  }
}
