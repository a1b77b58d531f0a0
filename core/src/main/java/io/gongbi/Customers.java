package io.gongbi;

import io.gongbi.identity.Decisions;
import io.gongbi.identity.Identities;
import io.gongbi.identity.LimitSettings;
import io.gongbi.profile.Cards;
import io.gongbi.profile.Imputations;
import io.gongbi.profile.ListViews;
import io.gongbi.profile.Profiles;
import io.gongbi.profile.SurvivorshipSettings;
import io.gongbi.profile.SurvivorshipTrials;
import io.gongbi.refresh.Recount;
import io.gongbi.source.Mappings;
import java.time.Clock;

/** Who is who: which records are one customer, and the customer whom they make. */
final class Customers {
  final LimitSettings limits;
  final Decisions decisions;
  final Identities identities;
  final SurvivorshipSettings survivorship;
  final SurvivorshipTrials survivorshipTrials;
  final Imputations imputations;
  final Profiles profiles;
  final ListViews listViews;
  final Cards cards;

  Customers(Clock clock, Foundation on, Mappings mappings, Recount recount) {
    limits = new LimitSettings(on.catalog, on.definitions, on.audit, recount);
    decisions = new Decisions(on.definitions, on.authors, on.warehouse, on.gate, recount);
    identities = new Identities(on.warehouse, on.gate, limits::limits, decisions::inForce, clock);
    survivorship =
        new SurvivorshipSettings(
            on.definitions, on.authors, on.standard, mappings::ofCustomers, recount);
    survivorshipTrials = new SurvivorshipTrials(on.warehouse, on.gate, on.standard, survivorship);
    imputations =
        new Imputations(on.warehouse, on.gate, on.definitions, on.authors, on.standard, recount);
    profiles =
        new Profiles(
            on.warehouse,
            on.gate,
            identities,
            clock,
            on::zone,
            survivorship::chosen,
            imputations::byField,
            on.standard);
    listViews = new ListViews(on.definitions, on.authors);
    cards = new Cards(on.warehouse, on.gate, on.definitions, on.authors, recount);
  }
}
