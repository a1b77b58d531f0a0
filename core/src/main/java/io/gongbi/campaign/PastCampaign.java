package io.gongbi.campaign;

import java.time.Instant;

/** A campaign that the imported delivery log names, and whether it has been adopted. */
public record PastCampaign(
    String name, long people, Instant from, Instant until, boolean adopted) {}
