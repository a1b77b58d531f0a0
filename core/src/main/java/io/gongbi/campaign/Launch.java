package io.gongbi.campaign;

import io.gongbi.catalog.UserId;
import io.gongbi.refresh.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who launched a campaign and when, when the last of its audience was entered, the background work
 * that does it, and what it could be expected to show; launches of older versions foresaw nothing.
 * {@code words}: the message as it was then, with signature and opt-out; absent for launches of
 * before there were any. {@code waitsUntil}: when the sending goes on by itself, because it is too
 * early or too late in the day.
 */
public record Launch(
    UserId by,
    Instant launchedAt,
    Optional<Instant> enteredAt,
    Optional<RunId> run,
    Optional<Foreseen> foreseen,
    Optional<String> words,
    Optional<Instant> waitsUntil) {}
