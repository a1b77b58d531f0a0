package io.gongbi;

import io.gongbi.identity.Decisions;
import io.gongbi.identity.Growths;
import io.gongbi.identity.IdRuleSettings;
import io.gongbi.identity.IdRuleTrials;
import io.gongbi.identity.Identities;
import io.gongbi.identity.Judgements;
import io.gongbi.identity.MatchQuality;
import io.gongbi.identity.Relations;
import io.gongbi.identity.Review;
import io.gongbi.identity.WhyNots;
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
  final IdRuleSettings idRules;
  final IdRuleTrials idRuleTrials;
  final Decisions decisions;
  final WhyNots whyNots;
  final Growths growths;
  final Relations relations;
  final Judgements judgements;
  final Review review;
  final MatchQuality matchQuality;
  final Identities identities;
  final SurvivorshipSettings survivorship;
  final SurvivorshipTrials survivorshipTrials;
  final Imputations imputations;
  final Profiles profiles;
  final ListViews listViews;
  final Cards cards;

  Customers(Clock clock, Foundation on, Mappings mappings, Recount recount) {
    idRules = new IdRuleSettings(on.catalog, on.definitions, on.audit, recount);
    decisions = new Decisions(on.definitions, on.authors, on.warehouse, on.gate, recount);
    judgements = new Judgements(on.definitions, on.authors, on.warehouse, on.gate, recount);
    identities =
        new Identities(
            on.warehouse, on.gate, idRules::rules, decisions::inForce, judgements::inForce, clock);
    review = new Review(on.warehouse, on.gate, idRules::rules, judgements);
    matchQuality = new MatchQuality(on.warehouse, on.gate, judgements, review);
    whyNots =
        new WhyNots(
            on.warehouse,
            on.gate,
            identities,
            idRules::rules,
            () -> on.definitions.all(Decisions.KIND));
    growths =
        new Growths(
            on.warehouse,
            on.gate,
            identities,
            idRules::rules,
            () -> on.definitions.all(Decisions.KIND));
    relations = new Relations(on.warehouse, on.gate, identities);
    idRuleTrials =
        new IdRuleTrials(
            on.warehouse, on.gate, idRules, identities::resolving, on.runs, clock, on::zone);
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
