package io.gongbi.campaign;

import io.gongbi.catalog.UserId;
import io.gongbi.refresh.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who launched a campaign and when, when the last of its audience was entered, the background work
 * that does it, and what it could be expected to show; launches of older versions foresaw nothing.
 */
public record Launch(
    UserId by,
    Instant launchedAt,
    Optional<Instant> enteredAt,
    Optional<RunId> run,
    Optional<Foreseen> foreseen) {}
