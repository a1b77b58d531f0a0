package io.gongbi.campaign;

import java.time.Instant;

/**
 * A campaign that the imported delivery log names, whether it has been adopted, and how many of its
 * people the other system held back.
 */
public record PastCampaign(
    String name, long people, long control, Instant from, Instant until, boolean adopted) {}
