package io.gongbi.condition;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why one part of a condition holds for one customer, or does not: what was asked, what was found,
 * and the rows that decided. "Bought on at least 2 days of the last 365" found 1 (one order,
 * shown), wanted ≥ 2, so it does not hold; the days searched are in {@code span}.
 *
 * @param span the days that were searched, for "did not"; empty where there is no limit
 * @param nothing says so where no row was found: 2026 年 3 月 3 日至 5 月 31 日，共 90 天，没有购买
 */
public record Finding(
    Label text,
    boolean holds,
    Value found,
    Label wanted,
    Table rows,
    Optional<Period> span,
    Optional<Label> nothing) {
  /** The same after the first reason of all: figures and rules leave this customer out. */
  public static List<Finding> leftOut(List<Finding> findings) {
    var all = new ArrayList<Finding>();
    all.add(
        new Finding(
            new Label(
                "没有被确认为共用卡、员工卡或代购", "Not confirmed as a shared, a staff or a reseller's card"),
            false,
            Value.missing(),
            new Label("这类卡不参与标签和人群的规则", "rules of tags and segments leave such cards out"),
            Table.empty(List.of()),
            Optional.empty(),
            Optional.empty()));
    all.addAll(findings);
    return List.copyOf(all);
  }
}
