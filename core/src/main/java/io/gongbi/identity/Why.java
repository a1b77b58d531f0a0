package io.gongbi.identity;

import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import java.util.List;

/**
 * Why these records are one customer: crm/M0001 and shop/u7 share the phone 13900000001, shop/u7
 * and shop/u9 the card A5; and crm/M0001 has the name of shop/u3 and lives behind the same door,
 * which together say so with odds of 4,000 to 1. Values that the viewer may not see are masked. A
 * customer of one record has neither bonds nor likenesses.
 *
 * @param likenesses the strongest that hold the customer together where no account or card does
 */
public record Why(
    CustomerId customer, List<RecordRef> records, List<Bond> bonds, List<Likeness> likenesses) {
  /** One value and the records that hold it. */
  public record Bond(IdType idType, String value, List<RecordRef> records) {
    public Bond {
      records = List.copyOf(records);
    }
  }

  /**
   * What two records, and whatever accounts and cards tie to each, have in common.
   *
   * @param bits the logarithm (base 2) of the odds that they are one person: 12 is 4,096 to 1
   * @param before the part of it that speaks before anything is compared
   * @param two what they would most likely be if they were two
   */
  public record Likeness(
      RecordRef one, RecordRef other, double bits, double before, Label two, List<Trait> traits) {
    public Likeness {
      traits = List.copyOf(traits);
    }
  }

  /** What one comparison found, and what it adds; below 0 it speaks for two people. */
  public record Trait(Label found, double bits) {}

  public Why {
    records = List.copyOf(records);
    bonds = List.copyOf(bonds);
    likenesses = List.copyOf(likenesses);
  }
}
