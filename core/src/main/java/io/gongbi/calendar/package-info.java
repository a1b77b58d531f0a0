/**
 * The days a business counts in: half-open periods, what a period is compared with (环比, 同比), and
 * the moment and zone a number is true for. Nothing flows in; everything above counts its days
 * here. Start at {@link io.gongbi.calendar.AsOf}, then {@link io.gongbi.calendar.Period}.
 */
@NullMarked
package io.gongbi.calendar;

import org.jspecify.annotations.NullMarked;
