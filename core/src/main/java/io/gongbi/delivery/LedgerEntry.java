package io.gongbi.delivery;

import io.gongbi.standard.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the ledger as it stands. {@code optedOutAt}: when the customer answered this message
 * that they want no more; {@code parts}: how many messages are billed for it.
 */
public record LedgerEntry(
    long number,
    String origin,
    CustomerId customer,
    String arm,
    String channel,
    State state,
    Optional<String> reason,
    Instant enteredAt,
    Optional<Instant> sentAt,
    Optional<Instant> deliveredAt,
    Optional<Instant> optedOutAt,
    long parts) {
  /**
   * {@code CLAIMED} is promised and not yet handed over; {@code UNCERTAIN} was being handed over
   * when the process ended and the channel cannot tell: it is listed, and never sent again by
   * itself.
   */
  public enum State {
    HELD_OUT,
    REFUSED,
    CLAIMED,
    SENT,
    DELIVERED,
    FAILED,
    UNCERTAIN
  }
}
