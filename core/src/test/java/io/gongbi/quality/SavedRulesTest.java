package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which rules may be saved, and by whom. */
final class SavedRulesTest extends RuledFeeds {
  /**
   * What cannot be tried cannot be saved either: a rule of everybody's rows is none of who sees the
   * south only, and an analyst could read phone numbers from the counts of patterns. Switching off
   * what stands tells nothing.
   */
  @Test
  void rules_areSavedByWhoCouldTryThem() {
    try (var here = new CleanFolder(folder, MEMBERS);
        var catalog =
            Catalog.open(folder.resolve("c.sqlite"), Users.MIGRATIONS, Clock.systemUTC())) {
      var rules = kept(here, catalog);
      var label = new Label("规则", "Rule");
      var phone = remind("customer", new CleaningRule.Unique(f("customer.phone")));
      var level = remind("customer", new CleaningRule.Required(f("customer.level")));
      var analyst = new Viewer(new UserId("lin"), Role.analyst());
      var south =
          new Viewer(new UserId("hu"), Role.marketer().over(new Where.Missing(f("customer.city"))));
      assertThat(faults(() -> rules.add(south, label, level)))
          .containsExactly("quality.sees-some-only");
      assertThat(faults(() -> rules.add(analyst, label, phone)))
          .containsExactly("quality.rule-field-masked");
      var kept = rules.add(analyst, label, level).id();
      var byAdmin = rules.add(Viewer.system(), label, phone).id();
      assertThat(faults(() -> rules.change(south, kept, label, level)))
          .containsExactly("quality.sees-some-only");
      assertThat(faults(() -> rules.delete(south, kept))).containsExactly("quality.sees-some-only");
      assertThat(faults(() -> rules.change(analyst, kept, label, phone)))
          .containsExactly("quality.rule-field-masked");
      var off =
          new Rule(
              phone.rows(), phone.source(), phone.feed(), phone.severity(), false, phone.check());
      assertThat(rules.change(analyst, byAdmin, label, off).body()).isEqualTo(off);
      assertThat(rules.all()).extracting(d -> d.body()).containsExactly(level, off);
    }
  }

  @Test
  void unsoundRules_areRefusedWithEverythingThatIsWrong() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      var cases = new TreeMap<String, CleaningRule>();
      cases.put("quality.rule-unknown-field", new CleaningRule.Required(f("order.colour")));
      cases.put("quality.rule-field-elsewhere", new CleaningRule.Required(f("coupon.name")));
      cases.put("quality.rule-not-a-number", range("order.shop", "1", "2"));
      cases.put("quality.rule-bounds", range("order.amount", "2", "1"));
      cases.put(
          "quality.rule-not-text",
          new CleaningRule.Pattern(f("order.amount"), new TextForm.Phone()));
      cases.put(
          "quality.rule-regex",
          new CleaningRule.Pattern(f("order.shop"), new TextForm.Matches("(?=a)[")));
      cases.put(
          "quality.rule-length",
          new CleaningRule.Pattern(f("order.shop"), new TextForm.Digits(5, 4)));
      cases.put("quality.rule-values", new CleaningRule.OneOf(f("order.shop"), List.of()));
      cases.put(
          "quality.rule-not-comparable",
          new CleaningRule.Comparison(f("order.amount"), Op.LE, f("order.shop")));
      cases.put(
          "quality.rule-not-a-time",
          new CleaningRule.PlausibleDate(f("order.shop"), LocalDate.parse("2020-01-01")));
      cases.forEach(
          (code, check) ->
              assertThat(faults(() -> here.rules().mustBeSound(out("order", check))))
                  .as(check.toString())
                  .containsExactly(code));
      assertThat(
              faults(
                  () ->
                      here.rules()
                          .mustBeSound(
                              new Rule(
                                  Standard.ORDER,
                                  Optional.empty(),
                                  Optional.of("orders"),
                                  Rule.Severity.QUARANTINE,
                                  true,
                                  new CleaningRule.Unique(f("order.shop"))))))
          .containsExactly("quality.rule-feed-without-source", "quality.rule-unique-reminds");
    }
  }
}
