package io.gongbi.delivery;

import java.util.List;

/** A phone number in the forms in which providers write it: 13900000001, 8613900000001, +86…. */
final class Numbers {
  private Numbers() {}

  /** Without the signs between its digits and the prefix of mainland China. */
  static String plain(String written) {
    var signs = written.replaceAll("[\\s().-]", "");
    return signs.replaceFirst("^(\\+|00)?86(?=1[3-9][0-9]{9}$)", "");
  }

  /** Whether it may be the same; a provider that names no number leaves it open. */
  static boolean fit(String ours, String theirs) {
    return theirs.isEmpty() || plain(ours).equals(plain(theirs));
  }

  /** How it may stand in the ledger. */
  static List<String> forms(String written) {
    var plain = plain(written);
    return List.of(plain, "+86" + plain, written);
  }
}
