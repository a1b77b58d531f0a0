package io.gongbi;

import io.gongbi.condition.Conditions;
import io.gongbi.refresh.Recount;
import io.gongbi.segment.Segments;
import io.gongbi.source.Mappings;
import io.gongbi.tag.Tags;
import io.gongbi.trait.Traits;
import java.util.Set;

/**
 * What is said of customers: traits, the language for who is meant, and their authors, tags and
 * segments.
 */
final class Statements {
  final Traits traits;
  final Conditions conditions;
  final Tags tags;
  final Segments segments;

  Statements(Foundation on, Mappings mappings, Customers who, Recount recount) {
    traits = new Traits(on.warehouse);
    on.gate.figuresAre(ask -> who.cards.layer(ask, Set.of(Traits.HELD)));
    traits.rulesAre(ask -> who.cards.layer(ask, Set.of()));
    who.profiles.contribute(traits.panel());
    conditions = new Conditions(on.warehouse, traits, on.standard, mappings::all);
    tags =
        new Tags(
            on.warehouse,
            on.definitions,
            on.authors,
            traits,
            conditions,
            on.gate,
            recount,
            who.profiles::asOf);
    tags.ship();
    segments =
        new Segments(
            on.warehouse,
            on.definitions,
            on.authors,
            traits,
            conditions,
            on.gate,
            recount,
            who.profiles::asOf);
  }
}
