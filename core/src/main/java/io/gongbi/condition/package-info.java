/**
 * One language for "who". A {@link io.gongbi.condition.Condition} becomes its {@link
 * io.gongbi.condition.NormalForm}, two-valued atoms under and, or, not, and that becomes SQL in
 * {@link io.gongbi.condition.ConditionQuery} and nowhere else. Questions flow in from tags,
 * segments, insights; a select of customer ids flows out, or, for one customer, why. Start at
 * {@link io.gongbi.condition.Conditions}.
 */
@NullMarked
package io.gongbi.condition;

import org.jspecify.annotations.NullMarked;
