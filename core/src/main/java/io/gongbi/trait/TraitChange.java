package io.gongbi.trait;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the history: Ann's {@code tag/rfm} went from 011 to 111. Values are kept as text;
 * absence before means she had none, absence after that she lost it. {@code happenedAt} is the
 * as-of moment of the run that found it.
 */
public record TraitChange(
    Position position,
    CustomerId customer,
    TraitId trait,
    Optional<String> before,
    Optional<String> after,
    Instant happenedAt,
    Cause cause) {}
