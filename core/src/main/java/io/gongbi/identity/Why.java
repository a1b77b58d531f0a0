package io.gongbi.identity;

import io.gongbi.standard.CustomerId;
import java.util.List;

/**
 * Why these records are one customer: crm/M0001 and shop/u7 share the phone 13900000001, shop/u7
 * and shop/u9 the card A5. Values that the viewer may not see are masked. A customer of one record
 * has no bonds.
 */
public record Why(CustomerId customer, List<RecordRef> records, List<Bond> bonds) {
  /** One value and the records that hold it. */
  public record Bond(IdType idType, String value, List<RecordRef> records) {
    public Bond {
      records = List.copyOf(records);
    }
  }

  public Why {
    records = List.copyOf(records);
    bonds = List.copyOf(bonds);
  }
}
