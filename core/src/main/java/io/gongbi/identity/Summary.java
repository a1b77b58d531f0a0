package io.gongbi.identity;

import io.gongbi.standard.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far records have become customers. 3 records, of Ann in the crm and in the shop and of Bo in
 * the shop, are 2 customers: by source crm 1 record, matched, 1 customer; shop 2 records, 1 of them
 * matched, 2 customers of whom 1 alone; the overlap is {crm, shop} 1 and {shop} 1.
 */
public record Summary(
    long records,
    long customers,
    List<OfSource> bySource,
    List<Overlap> overlaps,
    List<OfIdType> byIdType,
    List<Generic> generic) {
  /**
   * {@code matched}: records of customers whom another source knows too; {@code alone}: customers
   * that no other source knows.
   */
  public record OfSource(String source, long records, long matched, long customers, long alone) {}

  /** Customers with records in exactly these sources. */
  public record Overlap(Set<String> sources, long customers) {
    public Overlap {
      sources = Set.copyOf(sources);
    }
  }

  /**
   * Records that carry such an identifier, their customers, and {@code shared}: the records whose
   * value stands on another record too, which is what brings records together.
   */
  public record OfIdType(IdType idType, long records, long customers, long shared) {}

  /**
   * A value that too many records or names hold to mean one person, so it brought nobody together.
   * {@code scope} is the source whose account it is, empty for values that mean the same
   * everywhere; {@code reason} is the code of the limit that it broke.
   */
  public record Generic(
      IdType idType, String scope, String value, long records, long names, String reason) {}

  /**
   * A value that two or more hold and that was not followed: a more trusted one speaks against it.
   *
   * @param value where it may be seen
   */
  public record Contradicted(
      IdType idType, String scope, Optional<String> value, List<CustomerId> customers) {
    public Contradicted {
      customers = List.copyOf(customers);
    }
  }

  public Summary {
    bySource = List.copyOf(bySource);
    overlaps = List.copyOf(overlaps);
    byIdType = List.copyOf(byIdType);
    generic = List.copyOf(generic);
  }
}
