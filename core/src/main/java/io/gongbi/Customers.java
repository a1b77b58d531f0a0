package io.gongbi;

import io.gongbi.identity.Identities;
import io.gongbi.identity.LimitSettings;
import io.gongbi.profile.Cards;
import io.gongbi.profile.ListViews;
import io.gongbi.profile.Profiles;
import io.gongbi.refresh.Recount;
import java.time.Clock;
import java.util.List;

/** Who is who: which records are one customer, and the customer whom they make. */
final class Customers {
  final LimitSettings limits;
  final Identities identities;
  final Profiles profiles;
  final ListViews listViews;
  final Cards cards;

  Customers(Clock clock, Foundation on, Recount recount) {
    limits = new LimitSettings(on.catalog, on.definitions, on.audit, recount);
    identities = new Identities(on.warehouse, on.gate, limits::limits, clock);
    profiles =
        new Profiles(on.warehouse, on.gate, identities, clock, on::zone, List.of(), on.standard);
    listViews = new ListViews(on.definitions, on.authors);
    cards = new Cards(on.warehouse, on.gate, on.definitions, on.authors, recount);
  }
}
