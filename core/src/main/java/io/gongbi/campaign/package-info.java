/**
 * A planned action and what it changed: audience, message, control group, afterwards the effect.
 * Audiences come from {@code segment}, sending goes through {@code delivery}, the comparison is
 * {@code experiment}'s. Campaigns that another system sent are adopted from the imported delivery
 * log and measured the same way. Start at {@link io.gongbi.campaign.Campaigns}.
 */
@NullMarked
package io.gongbi.campaign;

import org.jspecify.annotations.NullMarked;
