package io.gongbi.delivery;

import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why somebody who should get a message gets none, in the order in which the guards ask: without an
 * address nothing else matters, and a wish weighs more than a count. The ledger keeps the {@code
 * code}.
 */
public enum Refusal {
  NO_ADDRESS("delivery.no-address"),
  /** The only number is one that a platform lent for one order: it rings at a stranger's by now. */
  PRIVACY_NUMBER("delivery.privacy-number"),
  /** Of the only number some digits are stars: the file came so from a platform. */
  MASKED_NUMBER("delivery.masked-number"),
  /** A source says that this customer did not agree to such messages. */
  NO_CONSENT("delivery.no-consent"),
  /** Asked here not to be written to: {@link OptOuts}. */
  OPTED_OUT("delivery.opted-out"),
  /** The words ask for a personal field that they lack, and say nothing for that case. */
  INCOMPLETE("delivery.incomplete"),
  /**
   * Their number is that of another customer to whom this very message goes: a family with one
   * phone reads it once.
   */
  NUMBER_TAKEN("delivery.number-taken"),
  /** They, or their number, got as many as {@link SendingLimits} allow. */
  CAPPED("delivery.capped");

  /** A mobile number and the extension behind it: 17012345678-3421, 13812345678转3421. */
  private static final Pattern LENT =
      Pattern.compile("(\\+?86)?1[3-9][0-9]{9}\\s*(转|分机|ext\\.?|EXT\\.?|[-,;#_xX])+\\s*[0-9]{1,6}");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Optional<Refusal> of(Intent intent, boolean optedOut, boolean taken, boolean capped) {
    var found = EnumSet.noneOf(Refusal.class);
    intent.against().ifPresent(found::add);
    if (optedOut) found.add(OPTED_OUT);
    if (taken) found.add(NUMBER_TAKEN);
    if (capped) found.add(CAPPED);
    intent.address().flatMap(Refusal::unfit).ifPresent(found::add);
    // Why there is none weighs more than that there is none.
    boolean said = found.contains(PRIVACY_NUMBER) || found.contains(MASKED_NUMBER);
    if (intent.address().isEmpty() && !said) found.add(NO_ADDRESS);
    return found.stream().findFirst();
  }

  /** Whatever cleaning has let through, from wherever it came: nobody may be sent to these. */
  private static Optional<Refusal> unfit(String address) {
    if (LENT.matcher(address).matches()) return Optional.of(PRIVACY_NUMBER);
    return address.contains("*") ? Optional.of(MASKED_NUMBER) : Optional.empty();
  }
}
