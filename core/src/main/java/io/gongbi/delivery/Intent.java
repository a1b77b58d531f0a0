package io.gongbi.delivery;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.standard.CustomerId;
import java.util.Optional;

/**
 * The wish to reach one customer. {@code declined}: a source says that they did not agree to be
 * written to this way. Origin, step, occurrence and customer are the key that may exist once:
 * asking again changes nothing. A held-out customer gets an entry and no message: that entry is the
 * control group's, entered at the same moment as the treated.
 */
public record Intent(
    DefinitionId origin,
    String step,
    String occurrence,
    CustomerId customer,
    String arm,
    boolean heldOut,
    Optional<String> address,
    boolean declined,
    String name,
    String text) {}
