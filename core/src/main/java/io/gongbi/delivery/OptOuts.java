package io.gongbi.delivery;

import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Transaction;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 退订: which addresses want no messages. Kept by address, not by customer, so that the wish outlives
 * merges, and holds for a number before anybody has bought under it. 13900000001 answers a message
 * with 退订: from that moment nothing is sent to it, by whatever campaign.
 */
public final class OptOuts {
  /** At once: more come in several files. */
  private static final int MOST = 50_000;

  private static final int LONGEST_REASON = 200;
  private static final FieldKey PHONE = FieldKey.of("customer.phone");

  private final Catalog catalog;
  private final AuditTrail audit;
  private final Warehouse warehouse;

  public OptOuts(Catalog catalog, AuditTrail audit, Warehouse warehouse) {
    this.catalog = catalog;
    this.audit = audit;
    this.warehouse = warehouse;
  }

  /** {@code added} new ones, {@code known} that stood already, {@code bad} that are no address. */
  public record Added(long added, long known, List<String> bad) {
    public Added {
      bad = List.copyOf(bad);
    }
  }

  /** A page of them and how many there are. */
  public record Page(long total, List<OptOut> rows) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Enters phone numbers as they were typed or pasted: "139 0000 0001" and "+86 139-0000-0001" are
   * the same. Throws {@code delivery.no-reason}, {@code delivery.no-addresses}, {@code
   * delivery.too-many-addresses}.
   */
  public Added add(Collection<String> typed, String reason, Viewer by) {
    by.must(Right.SEND);
    var said = said(reason);
    var wanted = new LinkedHashSet<String>();
    typed.stream().map(String::strip).filter(a -> !a.isEmpty()).forEach(wanted::add);
    if (wanted.isEmpty()) throw Faults.bad("delivery.no-addresses", "addresses");
    if (wanted.size() > MOST) {
      throw new FaultException(
          new Fault.TooLarge(
              "delivery.too-many-addresses",
              "addresses",
              Map.of("n", "" + wanted.size(), "most", "" + MOST)));
    }
    var bad = new ArrayList<String>();
    var addresses = new LinkedHashSet<String>();
    for (var row : cleaned(List.copyOf(wanted)).stream().toList()) {
      row.textIfAny("phone").ifPresentOrElse(addresses::add, () -> bad.add(row.text("typed")));
    }
    long added =
        catalog.in(
            t -> {
              long now = enter(t, addresses, OptOut.Way.HAND, said, by.user());
              if (now > 0) {
                audit.record(by.user(), Act.DEFINED, "opt-out", "added " + now + ": " + said);
              }
              return now;
            });
    return new Added(added, addresses.size() - added, bad);
  }

  private Table cleaned(List<String> typed) {
    // Reads no table at all, so there is nothing that could be out of anybody's sight.
    return warehouse.query(OptOutQuery.cleaned(typed), View.of(Map.of()));
  }

  /** A number as it was typed, in the form in which customers have it; absent for what is none. */
  Optional<String> phone(String typed) {
    return cleaned(List.of(typed.strip())).stream().findFirst().flatMap(r -> r.textIfAny("phone"));
  }

  /** Part of the transaction that has learnt of it. How many are new. */
  static long enter(
      Transaction t, Set<String> addresses, OptOut.Way way, String reason, UserId by) {
    long number = t.query(OptOutQuery.LAST).only().whole("number");
    long added = 0;
    for (var address : addresses) {
      long now = t.write(OptOutQuery.add(number + 1, address, way, reason, by, t.now()));
      number += now;
      added += now;
    }
    return added;
  }

  /**
   * Ends one, because the customer agreed again. Throws {@code delivery.no-reason}, {@code
   * delivery.no-such-opt-out}.
   */
  public void lift(long number, String reason, Viewer by) {
    by.must(Right.SEND);
    var said = said(reason);
    catalog.run(
        t -> {
          if (t.write(OptOutQuery.lift(number, by.user(), said, t.now())) == 0) {
            throw Faults.notFound("delivery.no-such-opt-out", "" + number);
          }
          audit.record(by.user(), Act.DELETED, "opt-out/" + number, said);
        });
  }

  private static String said(String reason) {
    var said = reason.strip();
    if (said.isEmpty() || said.length() > LONGEST_REASON) {
      throw Faults.bad("delivery.no-reason", "reason");
    }
    return said;
  }

  /**
   * The newest first, those in force or those that ended, whose address has {@code part} in it.
   * Masked, and not sifted, for whom the role shows no phone numbers. Nobody can say whose an
   * address is, so whoever sees some customers only sees none of it: {@code
   * delivery.sees-some-only}.
   */
  public Page list(String part, boolean lifted, long offset, int limit, Viewer viewer) {
    viewer.must(Right.SEND);
    viewer.mustSeeEverybody("delivery.sees-some-only");
    boolean clear = viewer.role().shows(PHONE);
    // Who may not see numbers must not find them out digit by digit either.
    var plain = clear ? part.replaceAll("[^0-9A-Za-z@.+]", "") : "";
    return catalog.read(
        t ->
            new Page(
                t.query(OptOutQuery.count(plain, lifted)).only().whole("n"),
                t.query(OptOutQuery.list(plain, lifted, offset, limit)).stream()
                    .map(OptOutQuery::optOut)
                    .map(o -> clear ? o : o.masked())
                    .toList()));
  }

  /** All addresses that want no messages, for a look at what a launch would do. */
  public List<String> inForce() {
    return catalog.read(
        t -> t.query(OptOutQuery.IN_FORCE).stream().map(r -> r.text("address")).toList());
  }

  /** Those of these addresses that want none. */
  static Set<String> among(Transaction t, List<Intent> intents) {
    var addresses = intents.stream().flatMap(i -> i.address().stream()).sorted().toList();
    if (addresses.isEmpty()) return Set.of();
    var found = new HashSet<String>();
    t.query(OptOutQuery.between(addresses.getFirst(), addresses.getLast())).stream()
        .forEach(r -> found.add(r.text("address")));
    return found;
  }
}
