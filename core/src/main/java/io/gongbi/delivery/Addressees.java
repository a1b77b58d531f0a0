package io.gongbi.delivery;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Transaction;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which message went to a number, for senders who know our messages by the number alone. Within one
 * campaign a number gets one message: {@code +86 139-0000-0001} is {@code m17}. What is masked, no
 * number, or written to more than once is not guessed at.
 */
public final class Addressees {
  /** Each is looked up as it may stand in the ledger, which makes three parameters of it. */
  private static final int AT_ONCE = 1_000;

  private final Catalog catalog;
  private final Warehouse warehouse;

  public Addressees(Catalog catalog, Warehouse warehouse) {
    this.catalog = catalog;
    this.warehouse = warehouse;
  }

  /**
   * The addressee of each of these, by what was written; whom {@code theirs} does not name is a
   * stranger. None of them may have a line break.
   */
  public Map<String, Addressee> of(
      DefinitionId origin, Collection<String> written, Predicate<CustomerId> theirs) {
    var found = new HashMap<String, Addressee>();
    var clean = new HashMap<String, String>();
    if (!written.isEmpty()) {
      // Reads no table at all, so there is nothing that could be out of anybody's sight.
      warehouse
          .query(NumberQuery.read(List.copyOf(new HashSet<>(written))), View.of(Map.of()))
          .stream()
          .forEach(
              r ->
                  r.textIfAny("phone")
                      .ifPresentOrElse(
                          phone -> clean.put(r.text("typed"), phone),
                          () ->
                              found.put(r.text("typed"), new Addressee.Unclear(r.text("fault")))));
    }
    var keys = catalog.read(t -> keys(t, origin, new HashSet<>(clean.values()), theirs));
    clean.forEach(
        (typed, phone) -> found.put(typed, addressee(phone, keys.getOrDefault(phone, Set.of()))));
    return found;
  }

  private static Addressee addressee(String phone, Set<String> keys) {
    return switch (keys.size()) {
      case 0 -> new Addressee.Stranger(phone);
      case 1 -> new Addressee.Of(keys.iterator().next());
      default -> new Addressee.Unclear("delivery.number-twice");
    };
  }

  /** The keys of the messages that went to these numbers, whatever came of them. */
  static Map<String, Set<String>> keys(
      Transaction t, DefinitionId origin, Set<String> numbers, Predicate<CustomerId> theirs) {
    var keys = new HashMap<String, Set<String>>();
    var all = new ArrayList<>(numbers);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      var forms = some.stream().flatMap(n -> Numbers.forms(n).stream()).distinct().toList();
      t.query(NumberQuery.writtenTo(origin.toString(), forms)).stream()
          .filter(r -> theirs.test(new CustomerId(r.whole("customer_id"))))
          .forEach(
              r ->
                  keys.computeIfAbsent(Numbers.plain(r.text("address")), n -> new HashSet<>())
                      .add(LedgerQuery.key(r.whole("number"))));
    }
    return keys;
  }
}
