package io.gongbi.identity;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.IdRuleSettings.Ask;
import io.gongbi.identity.IdRuleTrial.Example;
import io.gongbi.identity.IdRuleTrial.Outcome;
import io.gongbi.identity.IdRuleTrial.Totals;
import io.gongbi.identity.IdRuleTrial.Values;
import io.gongbi.identity.IdRules.Use;
import io.gongbi.refresh.Run;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other rules would make of customers is told, and nothing of it happens. */
final class IdRuleTrialsTest {
  private static final Optional<Integer> ANY = Optional.empty();

  @TempDir Path folder;
  private TestCompany company;

  /** 张伟 and 李丽 share a phone; 王芳 left another; two records of 陈静 hold one card. */
  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members(
            """
            id name phone       card city
            a  张伟 13900000001 -    上海
            b  李丽 13900000001 -    上海
            c  王芳 13900000003 -    北京
            d  陈静 13900000004 K1   北京
            e  陈静 18687654321 K1   上海
            """)
        .refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private IdRuleTrial tried(Ask... asked) {
    var trials = company.gongbi.idRuleTrials();
    var run = trials.begin(List.of(asked), LIN);
    assertThat(company.gongbi.runs().await(run).state()).isEqualTo(Run.State.DONE);
    return trials.find(run, LIN);
  }

  private Outcome outcome(Ask... asked) {
    return tried(asked).outcome().orElseThrow();
  }

  private static Ask phone(Use use) {
    return new Ask("phone", use, 50, 5, ANY);
  }

  private static Ask card(Use use) {
    return new Ask("member_card", use, 100, 5, ANY);
  }

  private static List<String> said(Example example) {
    var all = new ArrayList<String>();
    all.add("%s of %s".formatted(example.records(), example.of()));
    for (var part : example.parts()) {
      part.some().forEach(c -> all.add(c.record() + " " + c.name().orElse("-")));
    }
    for (var reason : example.reasons()) {
      all.add(
          reason.because()
              + reason.type().map(t -> " " + t.column()).orElse("")
              + reason.value().map(v -> " " + v).orElse("")
              + reason.alike().stream().map(l -> " " + l.zh()).reduce("", String::concat));
    }
    return all;
  }

  @Test
  void sameRules_changeNothing() {
    var trial = tried(phone(Use.SHARED));
    assertThat(trial.after()).isEqualTo(trial.before()).isEqualTo(IdRules.DEFAULT);
    assertThat(trial.outcome())
        .contains(
            new Outcome(
                new Totals(5, 0, 4, 4, 4, 0, 0, 0, 0, 0, 2, 2),
                new Values(Map.of(), Map.of(), 0),
                List.of(),
                List.of()));
  }

  /** A phone that ties alone makes a household one customer. */
  @Test
  void rulesThatMergeTooMuch_showWhoWouldBeLost() {
    var outcome = outcome(phone(Use.EXCLUSIVE));
    assertThat(outcome.totals()).isEqualTo(new Totals(5, 1, 4, 3, 2, 1, 1, 0, 0, 1, 2, 2));
    assertThat(outcome.parted()).isEmpty();
    assertThat(outcome.joined())
        .extracting(IdRuleTrialsTest::said)
        .containsExactly(List.of("2 of 2", "crm/a 张伟", "crm/b 李丽", "TIED phone 13900000001"));
  }

  /** Without cards the two phones of 陈静 are two people's. */
  @Test
  void rulesThatPartTooMuch_showWhoWouldBeGained_andWhy() {
    var outcome = outcome(card(Use.OFF));
    assertThat(outcome.totals()).isEqualTo(new Totals(5, 1, 4, 5, 3, 1, 0, 1, 1, 0, 2, 1));
    assertThat(outcome.joined()).isEmpty();
    assertThat(outcome.parted())
        .extracting(IdRuleTrialsTest::said)
        .containsExactly(List.of("2 of 2", "crm/d 陈静", "crm/e 陈静", "OFF member_card K1"));
  }

  /** With 1 name a phone the shared one means nobody; it brought nobody together before either. */
  @Test
  void valuesThatCeaseToMeanSomebody_areCounted() {
    var outcome = outcome(new Ask("phone", Use.SHARED, 50, 1, ANY));
    assertThat(outcome.values()).isEqualTo(new Values(Map.of(IdType.PHONE, 1L), Map.of(), 0));
    assertThat(outcome.totals().same()).isEqualTo(4);
  }

  /**
   * Every table is afterwards what it was, to the row, and what is asked later is told of nothing.
   */
  @Test
  void trial_leavesEverythingAsItWas() {
    var before = tables();
    var rules = company.gongbi.idRules().rules();
    outcome(phone(Use.EXCLUSIVE), card(Use.OFF));
    assertThat(tables()).isEqualTo(before);
    assertThat(company.gongbi.idRules().rules()).isEqualTo(rules);
    assertThat(company.gongbi.identities().summary(LIN).customers()).isEqualTo(4);
    assertThat(company.gongbi.identities().steps().getFirst().version())
        .as("nothing is due")
        .isEqualTo(
            new Resolve(rules, Matching.DEFAULT, List.of(), List.of(), Ground.CLOCK).version());
    company.refresh();
    assertThat(company.gongbi.identities().summary(LIN).customers()).isEqualTo(4);
  }

  /** What was tried is what applying it makes. */
  @Test
  void trial_saysWhatApplyingMakes() {
    var trial = outcome(phone(Use.EXCLUSIVE)).totals();
    company.gongbi.idRules().change(List.of(phone(Use.EXCLUSIVE)), LIN);
    company.counted();
    assertThat(company.gongbi.identities().summary(LIN).customers())
        .isEqualTo(trial.after())
        .isEqualTo(3);
  }

  private Map<String, List<String>> tables() {
    var warehouse = company.gongbi.warehouse();
    var all = new TreeMap<String, List<String>>();
    for (var table : warehouse.specs().stream().map(TableSpec::name).toList()) {
      all.put(
          table.toString(),
          warehouse
              .query(Sql.of("select t.* from {" + table + "} t order by all"), View.everything())
              .stream()
              .map(r -> r.cells().toString())
              .toList());
    }
    assertThat(all).containsKeys("identity.member", "identity.assignment", "profile.customer");
    return all;
  }

  /** 陈静's card is nobody's business for who sees no personal fields. */
  @Test
  void examples_showNoMoreThanTheirViewerMaySee() {
    var trials = company.gongbi.idRuleTrials();
    var run = trials.begin(List.of(card(Use.OFF)), LIN);
    company.gongbi.runs().await(run);
    var masked =
        new Viewer(
            new UserId("hu"),
            new Role("admin", Set.of(Right.ADMIN), new Where.Always(), false, Set.of()));
    assertThat(trials.find(run, masked).outcome().orElseThrow().parted())
        .extracting(IdRuleTrialsTest::said)
        .containsExactly(List.of("2 of 2", "crm/d 陈*", "crm/e 陈*", "OFF member_card K*"));
  }

  @Test
  void trials_areForThoseWhoSeeEverybody() {
    var south =
        new Viewer(
            new UserId("hu"),
            new Role(
                "south",
                Set.of(Right.values()),
                new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")),
                true,
                Set.of()));
    var trials = company.gongbi.idRuleTrials();
    var run = trials.begin(List.of(phone(Use.OFF)), LIN);
    company.gongbi.runs().await(run);
    for (var ask :
        List.<Runnable>of(
            () -> trials.begin(List.of(phone(Use.OFF)), south), () -> trials.find(run, south))) {
      assertThat(catchThrowableOfType(FaultException.class, ask::run).faults())
          .extracting(Fault::code)
          .containsExactly("identity.sees-some-only");
    }
    assertThat(
            catchThrowableOfType(
                    FaultException.class,
                    () -> trials.begin(List.of(new Ask("phone", Use.OFF, 1, 5, ANY)), LIN))
                .faults())
        .extracting(Fault::code)
        .containsExactly("identity.limit-records");
  }
}
