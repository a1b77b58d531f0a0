package io.gongbi.segment;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.condition.Finding;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of a capped segment: what is wrong with them, and who stands where. */
record Places(Warehouse warehouse, Conditions conditions, Gate gate) {
  private static final int MOST = 10_000_000;
  private static final int LONGEST_SALT = 60;

  void check(Cap cap, Faults faults) {
    if (cap.most() < 1 || cap.most() > MOST) {
      faults.bad("segment.cap", "cap.most", Map.of("most", Integer.toString(MOST)));
    }
    switch (cap) {
      case Cap.Ranked ranked -> {
        conditions.check(ranked.by(), "cap.by", faults);
        if (ranked.by().aggregate().picks()) {
          faults.bad("segment.cap-not-ranked", "cap.by.aggregate", Map.of());
        }
      }
      case Cap.Drawn drawn -> {
        if (drawn.salt().length() > LONGEST_SALT) {
          faults.bad("segment.cap-salt", "cap.salt", Map.of());
        }
      }
    }
  }

  /** A place is one among all customers, whoever looks. */
  Finding finding(Condition who, Cap cap, CustomerId customer, AsOf asOf) {
    var sql = SegmentQuery.place(customer.value(), who, cap, asOf, conditions.ground());
    var place = warehouse.query(sql, gate.figures(Viewer.system())).first();
    return new Finding(
        words(cap),
        place.map(r -> r.whole("place") <= cap.most()).orElse(false),
        place.map(r -> r.value("place")).orElseGet(Value::missing),
        Label.typed("≤ " + Messages.number(BigDecimal.valueOf(cap.most()))),
        Table.empty(List.of()),
        Optional.empty(),
        Optional.empty());
  }

  private Label words(Cap cap) {
    return switch (cap) {
      case Cap.Ranked ranked -> {
        var by = conditions.said(ranked.by());
        yield ranked.lowest()
            ? new Label(
                "在符合者中的名次，按" + by.zh() + "从低到高",
                "Place among those who fit, lowest first: " + by.en())
            : new Label(
                "在符合者中的名次，按" + by.zh() + "从高到低",
                "Place among those who fit, highest first: " + by.en());
      }
      case Cap.Drawn _ -> new Label("在符合者中随机抽取的次序", "Place in the draw among those who fit");
    };
  }
}
