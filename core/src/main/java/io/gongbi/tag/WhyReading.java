package io.gongbi.tag;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Conditions;
import io.gongbi.condition.Finding;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.Trait;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads why one customer has a tag or has it not. */
record WhyReading(Warehouse warehouse, Traits traits, Conditions conditions, Gate gate) {
  Why why(Definition<Tag> definition, Trait trait, CustomerId customer, Viewer viewer, AsOf asOf) {
    var view = gate.view(viewer);
    if (!conditions.sees(customer, view)) {
      throw Faults.notFound("tag.no-such-customer", customer.toString());
    }
    var rule = definition.body().rule();
    var value = traits.valueOf(trait.id(), customer, view);
    var findings = findings(rule, trait, value, customer, asOf, view);
    return Why.of(
        value,
        asOf,
        conditions.sees(customer, gate.figures(viewer)) ? findings : Finding.leftOut(findings),
        traits.changesOf(customer, trait.id(), view),
        TagQuery.rows(rule, asOf, conditions.ground()).explain(view, warehouse.dialect()));
  }

  private List<Finding> findings(
      TagRule rule, Trait trait, Value value, CustomerId customer, AsOf asOf, View view) {
    return switch (rule) {
      case TagRule.Rule cases -> {
        // Who has a value is told of the case that gave it, who has none why no case does.
        var deciding = cases.cases().stream().filter(c -> c.value().equals(value)).toList();
        yield (deciding.isEmpty() ? cases.cases() : deciding.subList(0, 1))
            .stream()
                .flatMap(c -> conditions.explain(c.when(), customer, asOf, view).stream())
                .toList();
      }
      case TagRule.Statistic statistic ->
          List.of(measured(statistic.measure(), trait, value, customer, asOf, view));
      case TagRule.Banded banded ->
          List.of(measured(banded.measure(), trait, value, customer, asOf, view));
      case TagRule.Preference preference when value instanceof Value.TextList held ->
          held.value().stream()
              .map(one -> preferred(preference, trait, one, customer, asOf, view))
              .toList();
      case TagRule.Preference preference ->
          List.of(measured(preference.measure(), trait, value, customer, asOf, view));
      case TagRule.Lifecycle lifecycle -> lifecycle(lifecycle, trait, value, customer, asOf, view);
      case TagRule.Rfm rfm -> rfm(rfm, value, customer, asOf, view);
    };
  }

  private Finding measured(
      Measure measure, Trait trait, Value value, CustomerId customer, AsOf asOf, View view) {
    var found = conditions.measured(measure, customer, asOf, view);
    return new Finding(
        found.text(),
        !(value instanceof Value.Missing),
        found.value(),
        trait.shown(value),
        found.rows(),
        measure.window().days(asOf),
        found.nothing());
  }

  /** One of several values: how many rows have it, and which. */
  private Finding preferred(
      TagRule.Preference rule, Trait trait, String one, CustomerId customer, AsOf asOf, View view) {
    var measure = rule.measure();
    var having =
        Measure.of(
            measure.entity(),
            new Where.Both(
                List.of(
                    measure.rows(),
                    new Where.Compare(measure.of().orElseThrow(), Op.EQ, Value.of(one)))),
            Aggregate.COUNT,
            measure.window());
    var found = conditions.measured(having, customer, asOf, view);
    var shown = trait.shown(Value.of(one));
    return new Finding(
        found.text(),
        true,
        found.value(),
        new Label(
            "「%s」至少 %s 次，占 %s%%".formatted(shown.zh(), rule.leastRows(), rule.leastPercent()),
            "“%s” at least %s times and %s%% of all"
                .formatted(shown.en(), rule.leastRows(), rule.leastPercent())),
        found.rows(),
        having.window().days(asOf),
        found.nothing());
  }

  /** Silence, purchase days and first purchase beside the lines of the customer's category. */
  private List<Finding> lifecycle(
      TagRule.Lifecycle rule, Trait trait, Value value, CustomerId customer, AsOf asOf, View view) {
    var sql = LifecycleQuery.lines(rule, asOf, conditions.ground(), customer.value());
    var found = warehouse.query(sql, gate.figures(Viewer.system())).first();
    var bought = conditions.measured(LifecycleQuery.DAYS, customer, asOf, view);
    var stage = trait.shown(value);
    if (found.isEmpty() || found.get().missing("risk_line")) {
      return List.of(finding(bought, value, stage));
    }
    var lines = found.get();
    var zh = lines.textIfAny("category").map(c -> "「" + c + "」").orElse("");
    var en = lines.textIfAny("category").map(c -> " (“" + c + "”)").orElse("");
    var silent = conditions.measured(LifecycleQuery.SILENT, customer, asOf, view);
    var first = conditions.measured(LifecycleQuery.SINCE_FIRST, customer, asOf, view);
    double lost = lines.real("risk_line") * rule.lostTimes().doubleValue();
    return List.of(
        finding(
            silent,
            value,
            new Label(
                "%s超过 %s 天为流失风险，超过 %s 天为流失".formatted(zh, days(lines, "risk_line"), days(lost)),
                "at risk after %s days, lost after %s%s"
                    .formatted(days(lines, "risk_line"), days(lost), en))),
        finding(
            bought,
            value,
            new Label(
                "2 天起为成长，%s 天起为忠诚".formatted(days(lines, "loyal_line")),
                "growing from 2, loyal from " + days(lines, "loyal_line"))),
        finding(
            first,
            value,
            new Label(
                "%s首购 %s 天内为新客".formatted(zh, days(lines, "new_line")),
                "new for %s days from the first purchase%s"
                    .formatted(days(lines, "new_line"), en))));
  }

  private static String days(Row lines, String column) {
    return days(lines.real(column));
  }

  private static String days(double days) {
    return Messages.number(
        BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  private static Finding finding(Conditions.Measured found, Value value, Label wanted) {
    return new Finding(
        found.text(),
        !(value instanceof Value.Missing),
        found.value(),
        wanted,
        found.rows(),
        Optional.empty(),
        found.nothing());
  }

  private List<Finding> rfm(
      TagRule.Rfm rfm, Value value, CustomerId customer, AsOf asOf, View view) {
    var days = Optional.of(asOf.lastDays(rfm.windowDays()));
    var f = conditions.measured(RfmQuery.frequency(rfm), customer, asOf, view);
    var bought = number(f.value()).filter(n -> n.signum() > 0);
    if (bought.isEmpty() || !(value instanceof Value.Text code)) {
      return List.of(
          new Finding(
              f.text(),
              bought.isPresent(),
              f.value(),
              Label.typed("≥ 1"),
              f.rows(),
              days,
              f.nothing()));
    }
    var lines =
        new RfmReading(warehouse, traits, conditions, gate).thresholds(rfm, asOf).orElseThrow();
    var r = conditions.measured(RfmQuery.recency(rfm), customer, asOf, view);
    var m = conditions.measured(RfmQuery.monetary(rfm), customer, asOf, view);
    return List.of(
        finding(r, code.value().charAt(0), "≤", lines.r(), days),
        finding(f, code.value().charAt(1), "≥", lines.f(), days),
        finding(m, code.value().charAt(2), "≥", lines.m(), days));
  }

  private static Finding finding(
      Conditions.Measured found, char high, String sign, double line, Optional<Period> days) {
    return new Finding(
        found.text(),
        high == '1',
        found.value(),
        Label.typed(sign + " " + String.format(Locale.ROOT, "%.2f", line)),
        found.rows(),
        days,
        found.nothing());
  }

  private static Optional<BigDecimal> number(Value value) {
    return switch (value) {
      case Value.Whole w -> Optional.of(BigDecimal.valueOf(w.value()));
      case Value.Decimal d -> Optional.of(d.value());
      case Value.Real r -> Optional.of(BigDecimal.valueOf(r.value()));
      case Value v -> Optional.empty();
    };
  }
}
