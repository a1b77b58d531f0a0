package io.gongbi.channel;

import java.time.Instant;

/** What became of one message, by its key. */
public sealed interface Receipt {
  String key();

  /** Handed over; nobody knows yet whether it arrived. */
  record Sent(String key, Instant happenedAt) implements Receipt {}

  record Delivered(String key, Instant happenedAt) implements Receipt {}

  record Failed(String key, Instant happenedAt, String reason) implements Receipt {}

  /** The customer answered that they want no more of it. */
  record OptedOut(String key, Instant happenedAt) implements Receipt {}

  /** The channel cannot say whether it left. Never sent again by itself; listed for a person. */
  record Uncertain(String key) implements Receipt {}
}
