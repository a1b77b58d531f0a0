package io.gongbi.tag;

import io.gongbi.condition.Conditions;
import io.gongbi.fault.Faults;
import io.gongbi.metric.Aggregate;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Everything that is wrong with a rule, found before it is saved. */
final class TagCheck {
  static final int LONGEST_WINDOW = 3_660;
  static final int MOST_VALUES = 50;
  static final int LONGEST_NAME = 30;

  private final Conditions conditions;
  private final Faults faults;

  TagCheck(Conditions conditions, Faults faults) {
    this.conditions = conditions;
    this.faults = faults;
  }

  void check(TagRule rule) {
    switch (rule) {
      case TagRule.Rule cases -> cases(cases.cases());
      case TagRule.Statistic statistic ->
          conditions.check(statistic.measure(), "rule.measure", faults);
      case TagRule.Banded banded -> banded(banded);
      case TagRule.Preference preference -> preference(preference);
      case TagRule.Lifecycle lifecycle -> lifecycle(lifecycle);
      case TagRule.Rfm rfm -> rfm(rfm);
    }
  }

  private void cases(List<TagRule.Case> cases) {
    if (cases.isEmpty()) faults.bad("tag.no-cases", "rule.cases", Map.of());
    tooMany(cases.size(), "rule.cases");
    for (int i = 0; i < cases.size(); i++) {
      var at = "rule.cases[" + i + "]";
      var value = cases.get(i).value();
      if (!(value instanceof Value.Flag
          || value instanceof Value.Text
          || value instanceof Value.Whole
          || value instanceof Value.Decimal)) {
        faults.bad("tag.no-such-value", at + ".value", Map.of("value", value.shown()));
      } else if (!value.getClass().equals(cases.getFirst().value().getClass())) {
        faults.bad("tag.mixed-values", at + ".value", Map.of());
      }
      if (value instanceof Value.Text text && text.value().isBlank()) {
        faults.bad("tag.no-such-value", at + ".value", Map.of("value", text.value()));
      }
      conditions.check(cases.get(i).when(), at + ".when", faults);
    }
  }

  private void banded(TagRule.Banded banded) {
    conditions.check(banded.measure(), "rule.measure", faults);
    if (banded.cuts().isEmpty()) faults.bad("tag.no-cuts", "rule.cuts", Map.of());
    tooMany(banded.names().size(), "rule.names");
    for (int i = 1; i < banded.cuts().size(); i++) {
      if (banded.cuts().get(i - 1).compareTo(banded.cuts().get(i)) >= 0) {
        faults.bad("tag.cuts-not-rising", "rule.cuts[" + i + "]", Map.of());
      }
    }
    if (banded.names().size() != banded.cuts().size() + 1
        || banded.names().stream().anyMatch(String::isBlank)
        || banded.names().stream().distinct().count() != banded.names().size()) {
      faults.bad(
          "tag.band-names",
          "rule.names",
          Map.of("wanted", Integer.toString(banded.cuts().size() + 1)));
    }
  }

  private void preference(TagRule.Preference rule) {
    conditions.check(rule.measure(), "rule.measure", faults);
    if (rule.measure().aggregate() != Aggregate.TOP_VALUE) {
      faults.bad("tag.preference-of-what", "rule.measure.aggregate", Map.of());
    }
    int most = rule.most().orElse(1);
    if (most < 1 || most > Trait.MOST_VALUES) {
      faults.bad(
          "tag.preference-most", "rule.most", Map.of("most", Integer.toString(Trait.MOST_VALUES)));
    }
    if (rule.isSeveral() && !conditions.picksText(rule.measure())) {
      faults.bad("tag.preference-several-words", "rule.measure.of", Map.of());
    }
    if (rule.leastRows() < 1 || rule.leastPercent() < 0 || rule.leastPercent() > 100) {
      faults.bad("tag.preference-least", "rule.leastRows", Map.of());
    }
  }

  private void lifecycle(TagRule.Lifecycle rule) {
    if (rule.newPercentile() < 1
        || rule.riskPercentile() > 99
        || rule.newPercentile() >= rule.riskPercentile()) {
      faults.bad("tag.lifecycle-percentiles", "rule.riskPercentile", Map.of());
    }
    if (rule.lostTimes().compareTo(BigDecimal.ONE) <= 0) {
      faults.bad("tag.lifecycle-lost", "rule.lostTimes", Map.of());
    }
    if (rule.loyalPercent() < 1 || rule.loyalPercent() > 100) {
      faults.bad("tag.lifecycle-loyal", "rule.loyalPercent", Map.of());
    }
    if (rule.leastGaps() < 1) faults.bad("tag.lifecycle-gaps", "rule.leastGaps", Map.of());
  }

  private void rfm(TagRule.Rfm rfm) {
    if (rfm.windowDays() < 1 || rfm.windowDays() > LONGEST_WINDOW) {
      faults.bad(
          "tag.rfm-window", "rule.windowDays", Map.of("most", Integer.toString(LONGEST_WINDOW)));
    }
    if ((rfm.split() == TagRule.Rfm.Split.CUSTOM) != rfm.cuts().isPresent()) {
      faults.bad("tag.rfm-cuts", "rule.cuts", Map.of());
    }
    var codes = Arrays.stream(RfmGroup.values()).map(RfmGroup::code).toList();
    rfm.names()
        .forEach(
            (code, name) -> {
              var at = "rule.names." + code;
              if (!codes.contains(code)) faults.bad("tag.rfm-group", at, Map.of("group", code));
              if (name.zh().isBlank() || name.zh().length() > LONGEST_NAME) {
                faults.bad("tag.rfm-name", at, Map.of("most", Integer.toString(LONGEST_NAME)));
              }
            });
  }

  private void tooMany(int size, String place) {
    if (size > MOST_VALUES) {
      faults.bad("tag.too-many-values", place, Map.of("most", Integer.toString(MOST_VALUES)));
    }
  }
}
