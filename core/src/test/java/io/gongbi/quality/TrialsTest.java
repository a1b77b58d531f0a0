package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.source.FeedId;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a rule before it is saved, and to whom. */
final class TrialsTest extends RuledFeeds {
  /** Two of three standing rows cost less than nothing; the fourth cannot be read anyway. */
  @Test
  void trial_countsStandingRows_andShowsThem() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(
          ORDERS,
          "a.csv",
          """
          no,at,paid,total,shop,phone
          o1,2026-01-02,,10,,
          o2,2026-01-02,,-1,,
          o3,2026-01-02,,(2.50),,
          o4,2026-01-02,,abc,,
          """);
      here.clean();
      var rule = out("order", range("order.amount", "0", ""));
      var expected =
          new Trials.Trial(
              List.of(f("order.amount")),
              List.of(),
              List.of(
                  new Trials.OfFeed(
                      FeedId.of("shop", "orders"),
                      3,
                      2,
                      List.of(
                          new Trials.Sample(
                              "a.csv", 3, List.of(Optional.of("-1")), Optional.empty()),
                          new Trials.Sample(
                              "a.csv", 4, List.of(Optional.of("(2.50)")), Optional.empty())),
                      Optional.empty())));
      assertThat(trials(here).tried(rule, Optional.empty(), Viewer.system())).isEqualTo(expected);
      assertThat(here.rows(FATES)).as("nothing was done").containsExactly("1 5 quarantined");
      here.rules.put("r1", rule);
      here.clean();
      assertThat(trials(here).tried(rule, Optional.of("r1"), Viewer.system()))
          .as("tried again, it counts what it has put out already")
          .isEqualTo(expected);
    }
  }

  @Test
  void trial_isClosedToWhoDoesNotSeeTheValues() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(MEMBERS, "m.csv", "card,phone,born,level\nK1,13812340001,,\nK2,13812340001,,\n");
      here.clean();
      var phone = remind("customer", new CleaningRule.Unique(f("customer.phone")));
      var level = remind("customer", new CleaningRule.Required(f("customer.level")));
      var analyst = new Viewer(new UserId("lin"), Role.analyst());
      var south =
          new Viewer(
              new UserId("hu"),
              new Role(
                  "south",
                  Set.of(Right.values()),
                  new Where.Missing(f("customer.city")),
                  true,
                  Set.of()));
      assertThat(trials(here).tried(phone, Optional.empty(), Viewer.system()).broken())
          .isEqualTo(2);
      assertThat(trials(here).tried(level, Optional.empty(), analyst).broken()).isEqualTo(2);
      assertThat(faults(() -> trials(here).tried(phone, Optional.empty(), analyst)))
          .containsExactly("quality.rule-field-masked");
      assertThat(faults(() -> trials(here).tried(level, Optional.empty(), south)))
          .containsExactly("quality.sees-some-only");
    }
  }

  /** What breaks a rule today comes first; what somebody has made already does not come at all. */
  @Test
  void suggestions_areThoseThatTheColumnsAllow() {
    try (var here = new CleanFolder(folder, ORDERS);
        var catalog =
            Catalog.open(folder.resolve("c.sqlite"), Users.MIGRATIONS, Clock.systemUTC())) {
      var rules = kept(here, catalog);
      here.land(
          ORDERS,
          "a.csv",
          """
          no,at,paid,total,shop,phone
          o1,2026-01-02,2026-01-01,10,,
          o2,2026-01-02,2026-01-01,,,
          o3,2026-01-02,,,,
          o4,1980-01-02,,,,
          """);
      here.clean();
      assertThat(trials(here, rules).suggestions(Viewer.system()))
          .extracting(s -> s.idea().label().en() + " " + s.broken() + "/" + s.standing())
          .containsExactly(
              "Order without an amount 3/4",
              "Paid before ordered 2/4",
              "Implausible order time 1/4",
              "Amount paid below zero 0/4");
      var made =
          rules.add(
              Viewer.system(),
              new Label("有金额", "An amount"),
              out("order", new CleaningRule.Required(f("order.amount"))));
      assertThat(made.id().toString()).isEqualTo("rule/r1");
      assertThat(rules.inForce()).containsExactly(Map.entry("r1", made.body()));
      assertThat(trials(here, rules).suggestions(Viewer.system()))
          .extracting(s -> s.idea().label().en())
          .containsExactly(
              "Paid before ordered", "Implausible order time", "Amount paid below zero");
      var off =
          new Rule(
              Standard.ORDER,
              Optional.empty(),
              Optional.empty(),
              Rule.Severity.REMIND,
              false,
              made.body().check());
      rules.change(Viewer.system(), made.id(), made.label(), off);
      assertThat(rules.inForce()).as("switched off").isEmpty();
      rules.delete(Viewer.system(), made.id());
      assertThat(rules.all()).isEmpty();
      assertThat(rules.called("r1")).contains(new Label("有金额", "An amount"));
    }
  }
}
