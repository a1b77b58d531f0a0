package io.gongbi.profile;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Written;
import io.gongbi.standard.CustomerId;
import java.util.List;
import java.util.Locale;

/**
 * What a person found out about a suspected card: Lin asked the shop of 徐汇, and 100079 is the card
 * beside the till. It stays with the customer whatever the figures say later, also when records are
 * brought together.
 */
public record CardVerdict(CustomerId customer, Verdict verdict, String reason) {
  public enum Verdict {
    /** Lent to others: in a family, an office, a group of friends. */
    SHARED,
    /** A clerk's, which takes purchases of strangers beside the till. */
    STAFF,
    /** Of somebody who buys to sell on. */
    RESELLER,
    /** Somebody's own after all. */
    OWN,
    UNDECIDED;

    /** Whether it says that what the card bought was not one customer's own. */
    public boolean isConfirmed() {
      return switch (this) {
        case SHARED, STAFF, RESELLER -> true;
        case OWN, UNDECIDED -> false;
      };
    }

    /** How it is stored and sent. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public static final Kind<CardVerdict> KIND =
      Kind.of("card", CardVerdict.class, List.of(Written.lower(Verdict.class)));
}
