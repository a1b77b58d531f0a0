package io.gongbi.condition;

import io.gongbi.catalog.Label;
import io.gongbi.warehouse.Value;

/**
 * One part of a condition by itself: 3,201 customers viewed something in the last 7 days, 0 spent
 * 10,000 in the last 365, where the most that anybody spent is 8,412. Says why a whole meets
 * nobody, or everybody.
 *
 * @param extreme what comes nearest to the bound: the largest number found where at least so much
 *     was wanted, the smallest where at most; missing for parts without a bound
 */
public record Part(Label text, long customers, Value extreme) {}
