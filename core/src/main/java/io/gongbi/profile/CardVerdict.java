package io.gongbi.profile;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Written;
import io.gongbi.standard.CustomerId;
import java.util.List;

/**
 * What a person found out about a suspected card: Lin asked the shop of 徐汇, and 100079 is the card
 * beside the till. It stays with the customer whatever the figures say later, also when records are
 * brought together.
 */
public record CardVerdict(CustomerId customer, Verdict verdict, String reason) {
  /** {@code SHARED}: lent to others. {@code OWN}: somebody's own after all. */
  public enum Verdict {
    SHARED,
    OWN,
    UNDECIDED
  }

  public static final Kind<CardVerdict> KIND =
      Kind.of("card", CardVerdict.class, List.of(Written.lower(Verdict.class)));
}
