package io.gongbi.channel;

import io.gongbi.fault.Fault;
import java.time.Instant;
import java.util.Optional;

/** What became of one message, by its key. */
public sealed interface Receipt {
  String key();

  /**
   * Handed over; nobody knows yet whether it arrived. {@code messageId}: under which the provider
   * will speak of it later.
   */
  record Sent(String key, Instant happenedAt, Optional<String> messageId) implements Receipt {
    public Sent(String key, Instant happenedAt) {
      this(key, happenedAt, Optional.empty());
    }
  }

  record Delivered(String key, Instant happenedAt) implements Receipt {}

  /** {@code reason}: the words of whoever refused it, or a code that has a sentence. */
  record Failed(String key, Instant happenedAt, String reason) implements Receipt {}

  /** The customer answered that they want no more of it. */
  record OptedOut(String key, Instant happenedAt) implements Receipt {}

  /**
   * The channel cannot say whether it left. Never sent again by itself; listed for a person.
   *
   * @param reason a code that has a sentence, or empty
   */
  record Uncertain(String key, String reason) implements Receipt {
    public Uncertain(String key) {
      this(key, "");
    }
  }

  /** It certainly never left, and so may be handed over again; {@code why} is what stopped it. */
  record NotLeft(String key, Fault why) implements Receipt {}
}
