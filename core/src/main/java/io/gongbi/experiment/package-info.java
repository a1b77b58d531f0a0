/**
 * What changed because of what we did: stable arms, the difference between them with its interval,
 * and the checks without which nobody should believe it. Counts and sums per arm flow in, an {@link
 * io.gongbi.experiment.Effect} flows out; pure arithmetic, no tables. Campaigns, journey splits and
 * the global holdout all read their effect here. Start at {@link io.gongbi.experiment.Experiment}.
 */
@NullMarked
package io.gongbi.experiment;

import org.jspecify.annotations.NullMarked;
