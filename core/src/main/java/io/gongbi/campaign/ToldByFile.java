package io.gongbi.campaign;

import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.channel.Receipt;
import io.gongbi.delivery.Addressee;
import io.gongbi.delivery.Addressees;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.Settled;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The messages of one campaign for whoever uploads a file of receipts: theirs are those of the
 * customers in sight, by their numbers only for who sees numbers. The trail learns of a file with
 * the first of it that is settled, and never of one refused.
 */
final class ToldByFile {
  private static final FieldKey PHONE = FieldKey.of("customer.phone");

  private final AuditTrail audit;
  private final Deliveries deliveries;
  private final Addressees addressees;
  private final DefinitionId id;
  private final Viewer by;
  private final Optional<Predicate<CustomerId>> theirs;
  private final String detail;
  private boolean told;

  /** {@code theirs}: absent for whom all of its customers are in sight. */
  ToldByFile(
      AuditTrail audit,
      Deliveries deliveries,
      Addressees addressees,
      DefinitionId id,
      Viewer by,
      Optional<Predicate<CustomerId>> theirs,
      String name) {
    this.audit = audit;
    this.deliveries = deliveries;
    this.addressees = addressees;
    this.id = id;
    this.by = by;
    this.theirs = theirs;
    this.detail = "receipts: " + name;
  }

  /** Whether a file may speak of messages by their numbers too. */
  boolean numbered() {
    // Who may not see numbers must not find them out by trying which of ten thousand is known.
    return by.role().shows(PHONE);
  }

  /** Which messages went to these numbers, by what was written. */
  Map<String, Addressee> addressees(Set<String> numbers) {
    return addressees.of(id, numbers, theirs.orElse(customer -> true));
  }

  /** To which address messages of other campaigns went, by their keys. */
  Map<String, String> elsewhere(Set<String> keys) {
    return deliveries.elsewhere(id, keys, theirs.orElse(customer -> true));
  }

  Settled settle(List<Receipt> receipts) {
    return recorded(
        () ->
            theirs
                .map(some -> deliveries.settle(id, receipts, some))
                .orElseGet(() -> deliveries.settle(id, receipts)));
  }

  /** Numbers of none of these messages, whose owners want no more. How many were not known. */
  long stop(Set<String> numbers) {
    return recorded(() -> deliveries.stop(id, numbers, by.user()));
  }

  private <R> R recorded(Supplier<R> work) {
    if (told) return work.get();
    told = true;
    return audit.recorded(by, Act.IMPORTED, id.toString(), detail, work);
  }
}
