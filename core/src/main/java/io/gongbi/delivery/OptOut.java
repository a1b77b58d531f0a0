package io.gongbi.delivery;

import io.gongbi.catalog.UserId;
import java.time.Instant;
import java.util.Optional;

/** That an address wants no messages, since when, how we know, and when that ended if it did. */
public record OptOut(
    long number,
    String address,
    Way way,
    String reason,
    Instant since,
    UserId by,
    Optional<Lifted> lifted) {
  public enum Way {
    /** Entered or pasted by a person. */
    HAND,
    /** Answered a message with 退订, TD or R. */
    REPLY
  }

  /** 13900000001 as 139****0001; shorter ones not at all. */
  OptOut masked() {
    return new OptOut(number, masked(address), way, reason, since, by, lifted);
  }

  static String masked(String address) {
    return address.length() < 8
        ? "****"
        : address.substring(0, 3) + "****" + address.substring(address.length() - 4);
  }

  /** The end of it: whoever agrees again is written to again. */
  public record Lifted(Instant at, UserId by, String reason) {}
}
