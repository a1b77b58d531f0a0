package io.gongbi;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.Way.ANNABEL;
import static io.gongbi.Way.BORIS;
import static io.gongbi.Way.CYRANO;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.condition.Condition;
import io.gongbi.identity.Alarm;
import io.gongbi.identity.IdRuleSettings;
import io.gongbi.identity.IdRules;
import io.gongbi.identity.Review;
import io.gongbi.identity.WhyNots;
import io.gongbi.profile.Cards;
import io.gongbi.profile.Imputation;
import io.gongbi.profile.Search;
import io.gongbi.profile.Survivorships;
import io.gongbi.quality.BadRows;
import io.gongbi.quality.CleaningRule;
import io.gongbi.quality.Completions;
import io.gongbi.quality.Dismissal;
import io.gongbi.quality.Mend;
import io.gongbi.quality.Quality;
import io.gongbi.quality.Repairs;
import io.gongbi.quality.Rule;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Ways to what landed, and to whom it makes customers. */
final class LandedWays {
  /** Who customers are. */
  List<Way> customers() {
    var ways = new ArrayList<Way>();
    ways.add(new Way("profiles.search", "Cyrano", (g, v) -> g.profiles().search(Search.all(), v)));
    for (var text : List.of("Cyrano", "13900000003", "K-CYR", "100003", "139")) {
      ways.add(
          new Way(
              "profiles.search " + text,
              "Cyrano",
              (g, v) -> g.profiles().search(Search.of(text), v)));
    }
    ways.add(
        new Way(
            "profiles.search sorted by name",
            "Cyrano",
            (g, v) ->
                g.profiles()
                    .search(
                        new Search(
                            Optional.empty(),
                            Optional.of(g.conditions().members(Condition.everyone(), g.asOf())),
                            new Search.Sort("name", true),
                            0,
                            50),
                        v)));
    ways.add(
        new Way(
            "profiles.names", "Cyrano", (g, v) -> g.profiles().names(List.of(ANNABEL, CYRANO), v)));
    ways.add(new Way("profiles.count", "3", (g, v) -> g.profiles().count(Search.all(), v)));
    ways.add(new Way("profiles.totals", "1856.0000", (g, v) -> g.profiles().totals(v)));
    ways.add(new Way("identities.summary", "3", (g, v) -> g.identities().summary(v)));
    ways.add(new Way("identities.links", "crm c 100003", LandedWays::links));
    ways.add(new Way("identities.linkCount", "8", (g, v) -> g.identities().linkCount(v)));
    ways.add(new Way("idRuleTrials.find", "13900000001", LandedWays::trial));
    ways.add(new Way("review.due", "SAMPLE=", (g, v) -> g.review().due(v)));
    ways.add(
        new Way(
            "review.next",
            "1390000000",
            (g, v) -> g.review().next(Optional.of(Review.Reason.BARE), 10, v)));
    ways.add(new Way("judgements.standing", "", (g, v) -> g.judgements().standing(v)));
    ways.add(new Way("judgements.progress", "judged=0", (g, v) -> g.judgements().progress(v)));
    ways.add(new Way("review.bare", "", (g, v) -> g.review().bare(v)));
    ways.add(new Way("relations.counts", "", (g, v) -> g.relations().counts(v)));
    ways.add(new Way("identities.contradicted", "", (g, v) -> g.identities().contradicted(v)));
    ways.add(new Way("matchQuality.report", "100003", (g, v) -> g.matchQuality().report(v)));
    ways.add(
        new Way(
            "matchQuality.alarmed",
            "",
            (g, v) -> g.matchQuality().alarmed(Alarm.MANY_RECORDS, 0, 10, v)));
    ways.add(new Way("cards.list", "", (g, v) -> g.cards().list(Cards.State.OPEN, 0, 10, v)));
    ways.add(new Way("cards.counts", "open=", (g, v) -> g.cards().counts(v)));
    ways.add(new Way("cards.outside", "", (g, v) -> g.cards().outside(v)));
    ways.add(new Way("cards.among", "", (g, v) -> g.cards().among(List.of(ANNABEL, CYRANO), v)));
    ways.add(
        new Way(
            "survivorshipTrials.tried",
            "",
            (g, v) -> g.survivorshipTrials().tried(Survivorships.USUAL, v)));
    ways.add(new Way("imputations.overview", "customers=3", (g, v) -> g.imputations().overview(v)));
    ways.add(
        new Way(
            "imputations.tried",
            "known=3",
            (g, v) ->
                g.imputations()
                    .tried(
                        new Imputation(FieldKey.of("customer.city"), new Imputation.Typical()),
                        v)));
    for (var customer : List.of(ANNABEL, CYRANO)) {
      var tells = customer.equals(CYRANO) ? "Cyrano" : "Annabel";
      ways.add(
          new Way(
              "profiles.portrait " + customer,
              tells,
              (g, v) -> g.profiles().portrait(customer, v)));
      ways.add(
          new Way(
              "profiles.timeline " + customer,
              "paid",
              (g, v) ->
                  g.profiles().timeline(customer, v, Optional.empty(), Optional.empty(), 50)));
      ways.add(
          new Way(
              "profiles.rhythm " + customer,
              "hour=10",
              (g, v) -> g.profiles().rhythm(customer, v)));
      ways.add(
          new Way(
              "profiles.habits " + customer,
              "orders=2",
              (g, v) -> g.profiles().habits(customer, v)));
      ways.add(
          new Way(
              "identities.why " + customer, "1390000", (g, v) -> g.identities().why(customer, v)));
      ways.add(new Way("growths.of " + customer, "crm/", (g, v) -> g.growths().of(customer, v)));
      ways.add(new Way("relations.of " + customer, "", (g, v) -> g.relations().of(customer, v)));
      ways.add(
          new Way(
              "whyNots.of " + customer,
              "Phones differ in a digit",
              (g, v) -> g.whyNots().of(side(BORIS), side(customer), v)));
    }
    return ways;
  }

  private static WhyNots.Side side(CustomerId customer) {
    return new WhyNots.Side(customer, Optional.empty());
  }

  /** What would become of customers if phones said nothing. */
  private static Object trial(Gongbi gongbi, Viewer viewer) {
    var ask = new IdRuleSettings.Ask("phone", IdRules.Use.OFF, 50, 5, Optional.empty());
    var run = gongbi.idRuleTrials().begin(List.of(ask), LIN);
    gongbi.runs().await(run);
    return gongbi.idRuleTrials().find(run, viewer);
  }

  /** Rows as they came, and what was wrong with them. */
  List<Way> rows() {
    var ways = new ArrayList<Way>();
    ways.add(new Way("quality.counts", "6", (g, v) -> g.quality().counts(v)));
    ways.add(
        new Way(
            "quality.refusals",
            "a777.25",
            (g, v) -> g.quality().refusals(v, Quality.Which.all(), 0, 50)));
    ways.add(new Way("quality.reach", "", (g, v) -> g.quality().reach(v)));
    ways.add(new Way("scores.card", "customer.phone", (g, v) -> g.scores().card(v, g.asOf())));
    ways.add(
        new Way("quality.coverage", "birthday=0", (g, v) -> g.quality().coverage(g.standard(), v)));
    var dear =
        new Rule(
            Standard.ORDER,
            Optional.empty(),
            Optional.empty(),
            Rule.Severity.REMIND,
            true,
            new CleaningRule.Range(
                FieldKey.of("order.amount"), Optional.empty(), Optional.of(BigDecimal.TEN)));
    ways.add(
        new Way("trials.tried", "777.25", (g, v) -> g.trials().tried(dear, Optional.empty(), v)));
    ways.add(
        new Way("trials.measured", "", (g, v) -> g.trials().measured(dear, Optional.empty(), v)));
    ways.add(
        new Way(
            "corrections.row",
            "a777.25",
            (g, v) ->
                g.corrections().row(FeedId.of("shop", "orders"), "file2.csv", 7, g.cleaning(), v)));
    ways.add(
        new Way("identityDecisions.standing", "", (g, v) -> g.identityDecisions().standing(v)));
    ways.add(new Way("dismissals.standing", "", (g, v) -> g.dismissals().standing(v)));
    ways.add(
        new Way(
            "dismissals.count",
            "1",
            (g, v) ->
                g.dismissals()
                    .count(
                        new Dismissal(
                            new SourceId("shop"),
                            "orders",
                            "quality.number-invalid",
                            "order.amount",
                            Optional.empty(),
                            Optional.empty(),
                            ""),
                        v)));
    ways.add(
        new Way("corrections.standing", "", (g, v) -> g.corrections().standing(g.cleaning(), v)));
    ways.add(
        new Way(
            "repairs.tried",
            "a777.25",
            (g, v) ->
                g.repairs()
                    .tried(
                        new Repairs.Where(
                            FeedId.of("shop", "orders"), "order.amount", "quality.number-invalid"),
                        new Mend.Replace("a", ""),
                        g.cleaning(),
                        v)));
    ways.add(new Way("repairs.standing", "", (g, v) -> g.repairs().standing(g.cleaning(), v)));
    var lack =
        new Completions.Lack(
            FeedId.of("shop", "orders"), FieldKey.of("order.amount"), Optional.of("amount"));
    ways.add(new Way("completions.shares", "a777.25", (g, v) -> g.completions().shares(lack, v)));
    ways.add(
        new Way(
            "completions.columns",
            "amount",
            (g, v) -> g.completions().columns(FeedId.of("shop", "orders"), v)));
    ways.add(new Way("completions.standing", "", (g, v) -> g.completions().standing(v)));
    ways.add(new Way("completions.rows", "a777.25", (g, v) -> rowsOfTask(lack, g, v)));
    ways.add(new Way("falls.unseen", "", (g, v) -> g.falls().unseen(v, g.asOf())));
    ways.add(
        new Way(
            "diagnoses.write",
            "a777.25",
            (g, v) -> g.diagnoses().write(Optional.empty(), g.asOf(), v)));
    ways.add(new Way("trials.suggestions", "", (g, v) -> g.trials().suggestions(v)));
    ways.add(new Way("quality.kinds", "", (g, v) -> g.quality().kinds(v)));
    ways.add(new Way("landing.batches", "crm", (g, v) -> g.landing().batches(v, g.gate())));
    ways.add(
        new Way(
            "landing.look",
            "Cyrano",
            (g, v) ->
                g.mappings().all().stream()
                    .filter(m -> m.source().value().equals("crm"))
                    .map(m -> g.landing().look(m, v, g.gate()))
                    .toList()));
    ways.add(
        new Way("quality.batches", "landed=3", (g, v) -> g.quality().batches(v, List.of(1L, 2L))));
    ways.add(
        new Way(
            "quality.badRows",
            "a777.25",
            (g, v) -> csv(g.quality().badRows(v, FeedId.of("shop", "orders")))));
    return ways;
  }

  /** Of a task that Lin gives to somebody else. */
  private static Object rowsOfTask(Completions.Lack lack, Gongbi gongbi, Viewer viewer) {
    var who =
        gongbi
            .users()
            .named("clerk")
            .orElseGet(() -> gongbi.users().add(LIN.user(), "clerk", Role.viewer()))
            .id();
    var due = LocalDate.parse("2100-01-01");
    var given = new Completions.Given(lack, "a777.25", true, who, due, "");
    var task = gongbi.completions().give(given, LIN).id();
    try {
      return gongbi.completions().rows(task, viewer);
    } finally {
      gongbi.completions().withdraw(task, LIN);
    }
  }

  static String csv(BadRows rows) {
    var out = new ByteArrayOutputStream();
    rows.writeCsv(
        out,
        new BadRows.Language() {
          @Override
          public List<String> heads() {
            return List.of("file", "line", "reason", "text");
          }

          @Override
          public String reason(Optional<String> field, String reason, Optional<Long> place) {
            return reason;
          }
        });
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String links(Gongbi gongbi, Viewer viewer) {
    var lines = new StringJoiner("\n");
    gongbi
        .identities()
        .links(
            viewer,
            some ->
                some.rows()
                    .forEach(
                        r ->
                            lines.add(
                                r.stream().map(Value::shown).collect(Collectors.joining(" ")))));
    return lines.toString();
  }
}
