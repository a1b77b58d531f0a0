/**
 * Boards and the report. Boards are questions side by side, each as a chart in its place: tiles
 * flow in from whoever arranges them; the answers come from {@code insight}, through the gate of
 * whoever looks. The report ({@link io.gongbi.dashboard.Reports}) is one page about all customers
 * or a segment that nobody has to arrange; it stands here because it draws together what
 * conditions, traits and orders say, which nothing above does, and leads on to segments. Start at
 * {@link io.gongbi.dashboard.Boards}, then {@link io.gongbi.dashboard.Report}.
 */
@NullMarked
package io.gongbi.dashboard;

import org.jspecify.annotations.NullMarked;
