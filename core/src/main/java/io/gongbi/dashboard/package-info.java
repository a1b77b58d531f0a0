/**
 * Boards: questions side by side, each as a chart in its place. Tiles flow in from whoever arranges
 * them; the answers come from {@code insight}, through the gate of whoever looks. Start at {@link
 * io.gongbi.dashboard.Boards}.
 */
@NullMarked
package io.gongbi.dashboard;

import org.jspecify.annotations.NullMarked;
