/**
 * The analyses. A question record ({@link io.gongbi.insight.Trend}, {@link
 * io.gongbi.insight.Funnel}, {@link io.gongbi.insight.Breakdown}) flows in; its {@link
 * io.gongbi.insight.Answer} flows out, and beside it the customers behind every number of it.
 * Orders, events and traits are read through the viewer's gate. Start at {@link
 * io.gongbi.insight.Insights}.
 */
@NullMarked
package io.gongbi.insight;

import org.jspecify.annotations.NullMarked;
