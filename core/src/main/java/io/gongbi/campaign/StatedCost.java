package io.gongbi.campaign;

import io.gongbi.catalog.UserId;
import java.time.Instant;

/**
 * What somebody said a campaign costs, after it was sent. {@code number}: the first of a campaign
 * is 1; {@code before}: what counted until then. On 2 June, when the bill had come, Mei said 0.045
 * a message and 800 beside, where nothing had been known: from then on there is an ROI.
 */
public record StatedCost(
    long number, Cost before, Cost cost, String note, UserId by, Instant statedAt) {}
