package io.gongbi.campaign;

/** What a launch would do with one of the audience. */
public enum Fate {
  /** Gets the message. */
  REACHED,
  /** Is held back for comparison, whether reachable or not: chance alone decides. */
  HELD_OUT,
  /** Would get the message, but the channel has no address. */
  NO_ADDRESS,
  /** Has no number but one that a platform lent for an order. */
  PRIVACY_NUMBER,
  /** Has no number but one with stars in it. */
  MASKED_NUMBER,
  /** Did not agree to such messages, as a source says. */
  NO_CONSENT,
  /** Asked not to be written to. */
  OPTED_OUT,
  /** Lacks a personal field, and the message says nothing for that case. */
  INCOMPLETE,
  /** Has a number under which another customer gets this message: {@link FatesQuery} says who. */
  NUMBER_TAKEN,
  /** Got as many messages as the limits allow, or their number did. */
  CAPPED
}
