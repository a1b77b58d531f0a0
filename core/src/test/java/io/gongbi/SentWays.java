package io.gongbi;

import static io.gongbi.Way.csv;

import io.gongbi.campaign.Goal;
import io.gongbi.catalog.DefinitionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways to whom campaigns write. */
record SentWays(DefinitionId segment, DefinitionId draft, DefinitionId sent) {
  /** Before a launch and after it. */
  List<Way> campaigns() {
    var ways = new ArrayList<Way>();
    ways.add(new Way("campaigns.past", "", (g, v) -> g.campaigns().past(v)));
    ways.add(
        new Way(
            "forecast.rehearse", "Cyrano", (g, v) -> g.forecast().rehearse(draft, v, g.asOf())));
    ways.add(
        new Way(
            "forecast.people",
            "Cyrano",
            (g, v) -> g.forecast().people(draft, Optional.empty(), 0, 50, v, g.asOf())));
    ways.add(
        new Way(
            "forecast.outlook",
            "audience=3",
            (g, v) -> g.forecast().outlook(segment, "file", 14, Goal.USUAL, v, g.asOf())));
    ways.add(
        new Way(
            "forecast.preview",
            "Cyrano",
            (g, v) -> g.forecast().preview(segment, "file", "{name}", v, g.asOf())));
    ways.add(new Way("campaigns.all", "SENT=3", (g, v) -> g.campaigns().all(v, g.asOf())));
    ways.add(new Way("campaigns.get", "SENT=3", (g, v) -> g.campaigns().get(sent, v, g.asOf())));
    ways.add(
        new Way(
            "campaigns.entries",
            "100003",
            (g, v) -> g.campaigns().entries(sent, Optional.empty(), 0, 50, v)));
    ways.add(new Way("campaigns.list", "13900000003", (g, v) -> csv(g.campaigns().list(sent, v))));
    ways.add(new Way("campaigns.effect", "3", (g, v) -> g.campaigns().effect(sent, v, g.asOf())));
    ways.add(new Way("campaigns.cost", "correctable=true", (g, v) -> g.campaigns().cost(sent, v)));
    ways.add(
        new Way("optOuts.list", "13900000003", (g, v) -> g.optOuts().list("", false, 0, 9, v)));
    return ways;
  }
}
