package io.gongbi.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A user as an administrator sees them. Wang, added yesterday, who has not come in yet: no
 * password, no last login.
 *
 * @param password whether there is one; without, only a one-time link lets this person in
 * @param disabled comes in no more, and may again when an administrator says so
 */
public record Account(
    User user, boolean password, boolean disabled, Instant addedAt, Optional<Instant> lastLogin) {}
