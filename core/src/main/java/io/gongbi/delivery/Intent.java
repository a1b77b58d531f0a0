package io.gongbi.delivery;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.standard.CustomerId;
import java.util.Optional;

/**
 * The wish to reach one customer. {@code against}: what whoever wishes knows against it already: a
 * source says that they did not agree, or their only number is lent by a platform. Origin, step,
 * occurrence and customer are the key that may exist once: asking again changes nothing. A held-out
 * customer gets an entry and no message: that entry is the control group's, entered at the same
 * moment as the treated.
 */
public record Intent(
    DefinitionId origin,
    String step,
    String occurrence,
    CustomerId customer,
    String arm,
    boolean heldOut,
    Optional<String> address,
    Optional<Refusal> against,
    String name,
    String text) {}
