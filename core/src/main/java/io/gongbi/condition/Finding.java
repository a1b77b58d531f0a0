package io.gongbi.condition;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
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
    Optional<Label> nothing) {}
