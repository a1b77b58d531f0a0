package io.gongbi.campaign;

import io.gongbi.catalog.UserId;
import java.time.Instant;
import java.util.Optional;

/** Who launched a campaign and when, and when the last of its audience was entered. */
public record Launch(UserId by, Instant launchedAt, Optional<Instant> enteredAt) {}
