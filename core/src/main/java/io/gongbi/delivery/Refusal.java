package io.gongbi.delivery;

import java.util.Optional;

/**
 * Why somebody who should get a message gets none, in the order in which the guards ask: without an
 * address nothing else matters, and a wish weighs more than a count. The ledger keeps the {@code
 * code}.
 */
public enum Refusal {
  NO_ADDRESS("delivery.no-address"),
  /** A source says that this customer did not agree to such messages. */
  NO_CONSENT("delivery.no-consent"),
  /** Asked here not to be written to: {@link OptOuts}. */
  OPTED_OUT("delivery.opted-out"),
  /** Got as many as {@link SendingLimits} allow. */
  CAPPED("delivery.capped");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Optional<Refusal> of(Intent intent, boolean optedOut, boolean capped) {
    if (intent.address().isEmpty()) return Optional.of(NO_ADDRESS);
    if (intent.declined()) return Optional.of(NO_CONSENT);
    if (optedOut) return Optional.of(OPTED_OUT);
    return capped ? Optional.of(CAPPED) : Optional.empty();
  }
}
