package io.gongbi.identity;

import io.gongbi.catalog.Definition;
import io.gongbi.standard.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a customer came to be: crm/1 of 2024, shop/u7 of 2025 with the same card, pos/9 by name and
 * phone; 100234 was swallowed in May; in June Lin split pos/3 off.
 *
 * @param records the oldest first
 * @param links enough to hold all of them together, the strongest there are; of n records at most n
 *     − 1, and fewer only where what held some is no longer told
 * @param events what changed since, the oldest first
 * @param said what people decided of these records, the oldest first; nothing for whoever sees some
 *     customers only
 */
public record Growth(
    CustomerId customer,
    List<Arrival> records,
    List<Link> links,
    List<Event> events,
    List<Definition<Decision>> said) {
  public Growth {
    records = List.copyOf(records);
    links = List.copyOf(links);
    events = List.copyOf(events);
    said = List.copyOf(said);
  }

  /**
   * @param seen the moment of which the record tells, as its source says
   * @param before the customer it was of before, where it ever changed
   */
  public record Arrival(RecordRef record, Optional<Instant> seen, Optional<CustomerId> before) {}

  /**
   * What holds two records together.
   *
   * @param by the identifier they share; nothing where they are alike, or people said so
   * @param bits the logarithm of the odds, where they are alike
   */
  public record Link(
      RecordRef one, RecordRef other, Hold hold, Optional<IdType> by, Optional<Double> bits) {}

  /** By what two records are one. */
  public enum Hold {
    /** An account or a card, which one person alone has. */
    TIED,
    /** All that was compared. */
    ALIKE,
    /** A person said so. */
    DECIDED,
    /** A phone, mailbox or device: both have it, and are one by other records. */
    SHARED
  }

  /**
   * Records that changed hands at one moment.
   *
   * @param other whose they were, or are now; nothing where the viewer may not see them
   */
  public record Event(
      Instant happenedAt, What what, Optional<CustomerId> other, List<RecordRef> records) {
    public Event {
      records = List.copyOf(records);
    }
  }

  public enum What {
    /** The other was swallowed, and its number is a former one of this customer. */
    SWALLOWED,
    /** Records came from somebody who is still there. */
    CAME,
    /** Records went to somebody else. */
    LEFT
  }
}
