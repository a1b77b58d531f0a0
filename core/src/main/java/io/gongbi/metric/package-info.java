/**
 * Business measures with one definition each. {@link io.gongbi.metric.Measure} is one number a
 * customer, the atom of conditions and tags; {@link io.gongbi.metric.Metric} is one number of the
 * company, the atom of charts. Both read {@code profile.order} and {@code profile.event}. Start at
 * {@link io.gongbi.metric.Measure}, then {@link io.gongbi.metric.Metrics}.
 */
@NullMarked
package io.gongbi.metric;

import org.jspecify.annotations.NullMarked;
