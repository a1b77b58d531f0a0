package io.gongbi;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.Way.CYRANO;
import static io.gongbi.Way.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.Search;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static TestCompany company;
  private static DefinitionId segment;
  private static DefinitionId draft;
  private static DefinitionId sent;

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
                .await(company.gongbi.launches().launch(sent, LIN, company.gongbi.asOf(), true))
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

  static Stream<Way> ways() {
    var landed = new LandedWays();
    return Stream.of(
            landed.customers(),
            landed.rows(),
            new SaidWays(segment).statements(),
            new AskedWays().answers(),
            new SentWays(segment, draft, sent).campaigns())
        .flatMap(List::stream);
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
                      AskedWays.PAID,
                      AskedWays.mark("customers", "step", Value.of(2)),
                      gongbi.asOf(),
                      viewer,
                      0,
                      50)
                  .total(),
              gongbi.forecast().rehearse(draft, viewer, gongbi.asOf()).audience()));
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
          "idRules.change",
          "idRuleTrials.begin",
          "identityDecisions.split",
          "identityDecisions.merge",
          "identityDecisions.undo",
          "judgements.judge",
          "judgements.undo",
          "judgements.follow",
          "survivorship.change",
          "imputations.put",
          "imputations.remove",
          "corrections.add",
          "corrections.undo",
          "repairs.add",
          "repairs.undo",
          "upkeep.assign",
          "upkeep.reviewed",
          "completions.give",
          "completions.withdraw",
          "completions.fill",
          "procedures.add",
          "procedures.change",
          "procedures.done",
          "procedures.reopen",
          "procedures.delete",
          "falls.change",
          "falls.see",
          "falls.tells",
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
          "launches.launch",
          "launches.goOn",
          "launches.hold",
          "campaigns.receipts",
          "campaigns.stateCost",
          "runs.cancel",
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
