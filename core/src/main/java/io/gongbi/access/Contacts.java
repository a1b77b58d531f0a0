package io.gongbi.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How what identifies a customer (name, phone, e-mail, address …) is shown to somebody. A clerk who
 * calls customers back gets {@link #REVEAL}: the list shows 138****1234, and for each number asked
 * for the {@link AuditTrail} keeps who, whose and why.
 */
public enum Contacts {
  /** A hint of it only. */
  MASKED,
  /** A hint, and one value at a time in clear for a reason that is kept. */
  REVEAL,
  /** In clear. */
  CLEAR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Contacts> of(String code) {
    return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
  }
}
