package io.gongbi;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.Period;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.Goal;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.insight.Breakdown;
import io.gongbi.insight.Distribution;
import io.gongbi.insight.Funnel;
import io.gongbi.insight.Grain;
import io.gongbi.insight.GroupProfile;
import io.gongbi.insight.Insight;
import io.gongbi.insight.Kpi;
import io.gongbi.insight.Mark;
import io.gongbi.insight.Split;
import io.gongbi.insight.Trend;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MetricId;
import io.gongbi.metric.Window;
import io.gongbi.profile.Cards;
import io.gongbi.profile.Search;
import io.gongbi.profile.Survivorships;
import io.gongbi.quality.BadRows;
import io.gongbi.quality.CleaningRule;
import io.gongbi.quality.Dismissal;
import io.gongbi.quality.Quality;
import io.gongbi.quality.Rule;
import io.gongbi.segment.ListFile;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.tag.Tag;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way by which something about customers leaves the core is asked by two people: Lin, who may
 * see all, and Hu, whose role shows customers of Shanghai and masks what is personal. Nothing that
 * Hu gets may tell of Cyrano of Beijing, nor anybody's name or number in clear; and Lin does get
 * it, or the question would prove nothing.
 *
 * <p>A new way that takes a viewer or a view must be named here: a test looks for it.
 */
final class ReadPathsTest {
  /** Annabel 100001 and Boris 100002 are of Shanghai, Cyrano 100003 is of Beijing. */
  private static final CustomerId ANNABEL = new CustomerId(100_001);

  private static final CustomerId CYRANO = new CustomerId(100_003);

  /** What only Cyrano has. */
  private static final List<String> FOREIGN =
      List.of(
          "100003", "Cyrano", "13900000003", "K-CYR", "o-cyr", "777.25", "C****o", "13****0003");

  /** What is personal of those in sight. */
  private static final List<String> CLEAR =
      List.of("Annabel", "13900000001", "K-ANN", "Boris", "13900000002");

  private static final Viewer HU =
      new Viewer(
          new UserId("hu"),
          new Role(
              "south",
              Set.of(Right.values()),
              new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")),
              false,
              Set.of()));

  private static final Period MARCH =
      new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"));
  private static final Trend REVENUE =
      new Trend(new MetricId("revenue"), Grain.MONTH, MARCH, Optional.empty(), Optional.empty());
  private static final Funnel PAID =
      new Funnel(
          List.of(paid("once"), paid("again")), 30, MARCH, Optional.empty(), Optional.empty());
  private static final Breakdown BY_RFM =
      new Breakdown(Optional.of(new TraitId("tag/rfm")), Optional.empty(), Optional.of(MARCH));

  private static final Measure ORDERS =
      Measure.of(Measure.ORDER, new Where.Always(), Aggregate.COUNT, new Window.LastDays(90));
  private static final Condition BOUGHT = new Condition.Behaviour(ORDERS, Op.GE, BigDecimal.ONE);

  private static final DefinitionId RFM = Tag.KIND.id("rfm");

  private static TestCompany company;
  private static DefinitionId segment;
  private static DefinitionId draft;
  private static DefinitionId sent;

  private static Funnel.Step paid(String label) {
    return new Funnel.Step(
        Label.typed(label), new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of("paid")));
  }

  @BeforeAll
  static void open(@TempDir Path folder) {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members(
            """
            id name    phone       card  city
            a  Annabel 13900000001 K-ANN 上海
            b  Boris   13900000002 -     上海
            c  Cyrano  13900000003 K-CYR 北京
            """)
        .orders(
            """
            no    paid                status    amount phone
            o-ann 2026-03-10_10:00:00 completed 100.50 13900000001
            o-an2 2026-03-11_10:00:00 completed 100.50 13900000001
            o-bor 2026-03-11_10:00:00 completed 100.50 13900000002
            o-cyr 2026-03-12_10:00:00 completed 777.25 13900000003
            o-cy2 2026-03-13_10:00:00 completed 777.25 13900000003
            o-bad 2026-03-13_10:00:00 completed a777.25 13900000003
            """)
        .refresh();
    segment = company.gongbi.segments().add(LIN, Label.typed("all"), Condition.everyone()).id();
    company.counted();
    draft = campaign("draft");
    sent = campaign("sent");
    assertThat(
            company
                .gongbi
                .runs()
                .await(company.gongbi.campaigns().launch(sent, LIN, company.gongbi.asOf(), true))
                .faults())
        .isEmpty();
    company.refresh();
    company.gongbi.optOuts().add(List.of("13900000003"), "asked", LIN);
  }

  private static DefinitionId campaign(String name) {
    var reach = new Reach.Own(segment, "file", "{name}", 0, BigDecimal.ONE);
    return company
        .gongbi
        .campaigns()
        .add(LIN, Label.typed(name), new Campaign(reach, 14, BigDecimal.ONE))
        .id();
  }

  /** Numbers are of nobody, so a role that masks them masks them here too, digit by digit. */
  @Test
  void optOuts_areMaskedForWhoSeesNoNumbers() {
    var clerk =
        new Viewer(
            new UserId("yu"),
            new Role("clerk", Set.of(Right.SEND), new Where.Always(), false, Set.of()));
    for (var part : List.of("", "13900000003")) {
      assertThat(company.gongbi.optOuts().list(part, false, 0, 9, clerk).rows())
          .extracting(o -> o.address())
          .containsExactly("139****0003");
    }
  }

  @AfterAll
  static void close() {
    company.close();
  }

  /** One way to ask; a refusal is an answer too. */
  private interface Ask {
    Object of(Gongbi gongbi, Viewer viewer);
  }

  /**
   * One way out of the core.
   *
   * @param tells what Lin's answer must contain: otherwise the question would prove nothing
   */
  private record Way(String name, String tells, Ask ask) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Mark mark(String column, String row, Value value) {
    return new Mark(column, Map.of(row, value));
  }

  private static View view(Gongbi gongbi, Viewer viewer) {
    return gongbi.gate().view(viewer);
  }

  private static List<Way> members(String name, Insight question, Mark mark) {
    return List.of(
        new Way(
            "insights.members " + name,
            "Cyrano",
            (g, v) -> g.insights().members(question, mark, g.asOf(), v, 0, 50)));
  }

  private static String csv(BadRows rows) {
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

  private static String csv(ListFile list) {
    var out = new ByteArrayOutputStream();
    list.write(ListFile.Format.CSV, out);
    return out.toString(StandardCharsets.UTF_8) + list.size();
  }

  static Stream<Way> ways() {
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
    for (var customer : List.of(ANNABEL, CYRANO)) {
      var tells = customer.equals(CYRANO) ? "Cyrano" : "Annabel";
      var order = customer.equals(CYRANO) ? "o-cyr" : "o-ann";
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
      ways.add(
          new Way(
              "tags.why " + customer,
              "2026",
              (g, v) -> g.tags().why(Tag.KIND.id("rfm"), customer, v)));
      ways.add(
          new Way(
              "conditions.explain " + customer,
              order,
              (g, v) -> g.conditions().explain(BOUGHT, customer, g.asOf(), view(g, v))));
      ways.add(
          new Way(
              "conditions.measured " + customer,
              order,
              (g, v) -> g.conditions().measured(ORDERS, customer, g.asOf(), view(g, v))));
      ways.add(
          new Way(
              "conditions.sees " + customer,
              "true",
              (g, v) -> g.conditions().sees(customer, view(g, v))));
      ways.add(
          new Way(
              "traits.changesOf " + customer,
              "segment/s1",
              (g, v) -> g.traits().changesOf(customer, TraitId.of(segment), view(g, v))));
    }
    ways.add(
        new Way(
            "traits.heldBy",
            "100003",
            (g, v) -> g.traits().heldBy(List.of(ANNABEL, CYRANO), view(g, v))));
    ways.add(new Way("traits.holders", "3", (g, v) -> g.traits().holders(view(g, v))));
    ways.add(
        new Way(
            "traits.values", "3", (g, v) -> g.traits().values(TraitId.of(segment), view(g, v))));
    ways.add(
        new Way(
            "traits.history",
            "3",
            (g, v) -> g.traits().history(TraitId.of(segment), g.asOf(), view(g, v))));
    ways.add(new Way("identities.summary", "3", (g, v) -> g.identities().summary(v)));
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
        new Way(
            "corrections.row",
            "a777.25",
            (g, v) ->
                g.corrections().row(FeedId.of("shop", "orders"), "file2.csv", 7, g.cleaning(), v)));
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
    ways.add(new Way("trials.suggestions", "", (g, v) -> g.trials().suggestions(v)));
    ways.add(new Way("cards.list", "", (g, v) -> g.cards().list(Cards.State.OPEN, 0, 10, v)));
    ways.add(new Way("cards.counts", "open=", (g, v) -> g.cards().counts(v)));
    ways.add(new Way("cards.outside", "", (g, v) -> g.cards().outside(v)));
    ways.add(new Way("cards.among", "", (g, v) -> g.cards().among(List.of(ANNABEL, CYRANO), v)));
    ways.add(
        new Way(
            "survivorshipTrials.tried",
            "",
            (g, v) -> g.survivorshipTrials().tried(Survivorships.USUAL, v)));
    ways.add(new Way("quality.kinds", "", (g, v) -> g.quality().kinds(v)));
    ways.add(new Way("landing.batches", "crm", (g, v) -> g.landing().batches(v, g.gate())));
    ways.add(
        new Way(
            "conditions.count",
            "3",
            (g, v) -> g.conditions().count(Condition.everyone(), g.asOf(), view(g, v))));
    ways.add(
        new Way(
            "conditions.parts",
            "3",
            (g, v) ->
                g.conditions().parts(Condition.holds(TraitId.of(segment)), g.asOf(), view(g, v))));
    ways.add(
        new Way(
            "conditions.occurring",
            "o-cyr",
            (g, v) -> g.conditions().occurring(FieldKey.of("order.order_no"), "", view(g, v))));
    ways.add(new Way("tags.views", "3", (g, v) -> g.tags().views(v)));
    ways.add(new Way("tags.view", "3", (g, v) -> g.tags().view(Tag.KIND.id("rfm"), v)));
    ways.add(
        new Way(
            "tags.preview",
            "3",
            (g, v) ->
                g.tags().preview(Tag.flag("x", Label.typed("x"), Condition.everyone()).rule(), v)));
    ways.add(new Way("tags.history", "3", (g, v) -> g.tags().history(Tag.KIND.id("rfm"), v)));
    ways.add(new Way("tags.rfm", "1554.5", (g, v) -> g.tags().rfm(Tag.KIND.id("rfm"), v)));
    ways.add(new Way("segments.count", "3", (g, v) -> g.segments().count(Condition.everyone(), v)));
    ways.add(
        new Way(
            "segments.parts",
            "3",
            (g, v) -> g.segments().parts(Condition.holds(TraitId.of(segment)), v)));
    ways.add(
        new Way(
            "segments.occurring",
            "o-cyr",
            (g, v) -> g.segments().occurring(FieldKey.of("order.order_no"), "", v)));
    ways.add(new Way("segments.all", "3", (g, v) -> g.segments().all(v)));
    ways.add(new Way("segments.get", "3", (g, v) -> g.segments().get(segment, v)));
    ways.add(new Way("segments.history", "3", (g, v) -> g.segments().history(segment, v)));
    ways.add(
        new Way(
            "segments.list",
            "Cyrano",
            (g, v) ->
                csv(
                    g.segments()
                        .list(segment, List.of("name", "phone", "net_revenue"), v)
                        .file(Label::en))));
    ways.add(
        new Way(
            "insights.answer trend", "1856", (g, v) -> g.insights().answer(REVENUE, g.asOf(), v)));
    ways.add(
        new Way("insights.answer funnel", "3", (g, v) -> g.insights().answer(PAID, g.asOf(), v)));
    ways.add(
        new Way(
            "insights.answer breakdown",
            "1554.5",
            (g, v) -> g.insights().answer(BY_RFM, g.asOf(), v)));
    ways.add(
        new Way(
            "insights.answer by city",
            "北京",
            (g, v) ->
                g.insights().answer(Breakdown.by(FieldKey.of("customer.city")), g.asOf(), v)));
    var split =
        new Trend(
            REVENUE.metric(),
            REVENUE.grain(),
            REVENUE.period(),
            REVENUE.versus(),
            REVENUE.who(),
            Optional.of(Split.by(FieldKey.of("customer.city"))));
    ways.add(
        new Way(
            "insights.answer trend by city",
            "北京",
            (g, v) -> g.insights().answer(split, g.asOf(), v)));
    ways.add(
        new Way(
            "insights.answer kpi",
            "1856",
            (g, v) ->
                g.insights()
                    .answer(
                        new Kpi(REVENUE.metric(), REVENUE.period(), Optional.empty()),
                        g.asOf(),
                        v)));
    ways.add(
        new Way(
            "insights.answer distribution",
            "1554.5",
            (g, v) ->
                g.insights()
                    .answer(
                        new Distribution(
                            Distribution.Spread.SPENT, Optional.empty(), Optional.empty()),
                        g.asOf(),
                        v)));
    ways.add(
        new Way(
            "insights.answer groupProfile",
            "北京",
            (g, v) ->
                g.insights()
                    .answer(
                        new GroupProfile(
                            Condition.everyone(), List.of(Split.by(FieldKey.of("customer.city")))),
                        g.asOf(),
                        v)));
    ways.addAll(members("trend", REVENUE, mark("value", "bucket", Value.of("2026-03-01"))));
    ways.addAll(members("funnel", PAID, mark("customers", "step", Value.of(2))));
    ways.add(new Way("boards.all", "", (g, v) -> g.boards().all(g.asOf(), v)));
    ways.add(new Way("boards.find", "", (g, v) -> g.boards().find("overview", g.asOf(), v)));
    ways.add(
        new Way(
            "boards.answer",
            "1856",
            (g, v) ->
                g.boards().find("overview", g.asOf(), v).orElseThrow().tiles().stream()
                    .map(t -> g.boards().answer(t, g.asOf(), v))
                    .toList()));
    ways.add(
        new Way("reports.write", "北京", (g, v) -> g.reports().write(Optional.empty(), g.asOf(), v)));
    ways.add(new Way("reports.worthwhile", "", (g, v) -> g.reports().worthwhile(g.asOf(), v)));
    ways.add(new Way("campaigns.past", "", (g, v) -> g.campaigns().past(v)));
    ways.add(
        new Way(
            "campaigns.rehearse", "Cyrano", (g, v) -> g.campaigns().rehearse(draft, v, g.asOf())));
    ways.add(
        new Way(
            "campaigns.people",
            "Cyrano",
            (g, v) -> g.campaigns().people(draft, Optional.empty(), 0, 50, v, g.asOf())));
    ways.add(
        new Way(
            "campaigns.outlook",
            "audience=3",
            (g, v) -> g.campaigns().outlook(segment, "file", 14, Goal.USUAL, v, g.asOf())));
    ways.add(
        new Way(
            "campaigns.preview",
            "Cyrano",
            (g, v) -> g.campaigns().preview(segment, "file", "{name}", v, g.asOf())));
    ways.add(new Way("campaigns.all", "SENT=3", (g, v) -> g.campaigns().all(v, g.asOf())));
    ways.add(new Way("campaigns.get", "SENT=3", (g, v) -> g.campaigns().get(sent, v, g.asOf())));
    ways.add(
        new Way(
            "campaigns.entries",
            "100003",
            (g, v) -> g.campaigns().entries(sent, Optional.empty(), 0, 50, v)));
    ways.add(new Way("campaigns.list", "13900000003", (g, v) -> csv(g.campaigns().list(sent, v))));
    ways.add(new Way("campaigns.effect", "3", (g, v) -> g.campaigns().effect(sent, v, g.asOf())));
    ways.add(
        new Way("optOuts.list", "13900000003", (g, v) -> g.optOuts().list("", false, 0, 9, v)));
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
    ways.add(
        new Way(
            "traits.valueHistory",
            "2026",
            (g, v) -> g.traits().valueHistory(TraitId.of(RFM), g.asOf(), view(g, v))));
    ways.add(
        new Way(
            "traits.latest",
            "Cyrano",
            (g, v) -> g.traits().latest(TraitId.of(segment), 9, view(g, v))));
    ways.add(new Way("tags.valueHistory", "2026", (g, v) -> g.tags().valueHistory(RFM, v)));
    ways.add(new Way("segments.latest", "Cyrano", (g, v) -> g.segments().latest(segment, 9, v)));
    ways.add(new Way("tags.latest", "Cyrano", (g, v) -> g.tags().latest(RFM, 9, v)));
    for (var customer : List.of(ANNABEL, CYRANO)) {
      ways.add(
          new Way(
              "traits.valueOf " + customer,
              "true",
              (g, v) -> g.traits().valueOf(TraitId.of(segment), customer, view(g, v))));
      ways.add(
          new Way(
              "segments.why " + customer,
              "2026",
              (g, v) -> g.segments().why(segment, customer, v)));
    }
    return ways.stream();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void nothing_tellsOfCustomersOutOfSight_norAnythingPersonal(Way way) {
    var lin = said(way, LIN);
    assertThat(lin).as("what Lin gets").contains(way.tells());
    var hu = said(way, HU);
    // What was asked for is no answer: a refusal repeats the number it was given.
    var asked = way.name().endsWith(CYRANO.toString()) ? List.of(CYRANO.toString()) : List.of();
    assertThat(FOREIGN.stream().filter(f -> !asked.contains(f) && hu.contains(f)))
        .as("what Hu is told of Cyrano: %s", hu)
        .isEmpty();
    assertThat(CLEAR.stream().filter(hu::contains)).as("in clear to Hu: %s", hu).isEmpty();
  }

  /** Everything in the answer, in words; its SQL apart, which names what was asked. */
  private static String said(Way way, Viewer viewer) {
    try {
      return String.valueOf(way.ask().of(company.gongbi, viewer));
    } catch (FaultException e) {
      return e.faults().toString();
    }
  }

  /** Counts are of those in sight. */
  @Test
  void counts_areOfThoseInSight() {
    var gongbi = company.gongbi;
    var counts = new LinkedHashMap<String, List<Long>>();
    for (var viewer : List.of(LIN, HU)) {
      var view = gongbi.gate().view(viewer);
      counts.put(
          viewer.user().value(),
          List.of(
              gongbi.profiles().count(Search.all(), viewer),
              gongbi.profiles().totals(viewer).customers(),
              gongbi.profiles().totals(viewer).orders(),
              gongbi.segments().count(Condition.everyone(), viewer).count(),
              gongbi.segments().get(segment, viewer).size(),
              gongbi.segments().list(segment, List.of("name"), viewer).size(),
              gongbi.traits().holders(view).customers(),
              gongbi
                  .insights()
                  .members(
                      PAID, mark("customers", "step", Value.of(2)), gongbi.asOf(), viewer, 0, 50)
                  .total(),
              gongbi.campaigns().rehearse(draft, viewer, gongbi.asOf()).audience()));
    }
    assertThat(counts)
        .containsExactly(
            Map.entry("lin", List.of(3L, 3L, 5L, 3L, 3L, 3L, 3L, 2L, 3L)),
            Map.entry("hu", List.of(2L, 2L, 3L, 2L, 2L, 2L, 2L, 1L, 2L)));
  }

  /** What takes a viewer or a view and is no question: it decides, saves, or sends. */
  private static final Set<String> NO_QUESTIONS =
      Set.of(
          "gate.view",
          "gate.figures",
          "importLog.settle",
          "audit.recorded",
          "segments.add",
          "segments.change",
          "segments.rename",
          "segments.fix",
          "segments.fixCounted",
          "segments.snapshot",
          "segments.delete",
          "identityLimits.change",
          "survivorship.change",
          "corrections.add",
          "corrections.undo",
          "dismissals.add",
          "dismissals.undo",
          "rules.add",
          "rules.change",
          "rules.delete",
          "cards.decide",
          "cards.leaveOut",
          "listViews.add",
          "listViews.delete",
          "tags.add",
          "tags.draft",
          "tags.file",
          "tags.move",
          "tags.moveCategory",
          "tags.put",
          "tags.retire",
          "boards.save",
          "boards.add",
          "boards.delete",
          "campaigns.add",
          "campaigns.change",
          "campaigns.delete",
          "campaigns.launch",
          "campaigns.goOn",
          "campaigns.hold",
          "campaigns.receipts",
          "outbound.change",
          "connections.add",
          "connections.change",
          "connections.retire",
          "connections.callback",
          "connections.renewCallback",
          "trialMessages.send",
          "optOuts.add",
          "optOuts.lift");

  /**
   * The ways that carry their own rights, or that nobody can ask in a viewer's name. What is shown
   * in clear for a reason is held by the server's test of scopes. Of channels, whoever sees some
   * customers only is told no counts at all, and trials are of no customer.
   */
  private static final Set<String> RAW =
      Set.of(
          "warehouse.query",
          "warehouse.each",
          "profiles.inClear",
          "listViews.all",
          "channelDays.today",
          "trialMessages.latest");

  @Test
  void everyWay_isNamedHere() {
    var found = new TreeSet<String>();
    for (var concept : Gongbi.class.getMethods()) {
      if (Modifier.isStatic(concept.getModifiers()) || concept.getParameterCount() > 0) continue;
      var type = concept.getReturnType();
      if (!type.getPackageName().startsWith("io.gongbi")) continue;
      for (var method : type.getMethods()) {
        if (asks(method)) found.add(concept.getName() + "." + method.getName());
      }
    }
    var named = new TreeSet<String>();
    ways().forEach(w -> named.add(w.name().split(" ")[0]));
    named.addAll(NO_QUESTIONS);
    named.addAll(RAW);
    assertThat(named).containsAll(found);
  }

  private static boolean asks(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .anyMatch(p -> p.equals(Viewer.class) || p.equals(View.class));
  }
}
