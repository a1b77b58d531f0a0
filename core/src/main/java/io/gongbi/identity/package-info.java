/**
 * OneID (一人一码): which records are the same customer. Cleaned customer rows and the identifiers on
 * them flow in; {@code identity.member} says whose each record is, {@code identity.evidence} by
 * which value, {@code identity.alias} who a former id is today. Rows elsewhere are never re-keyed.
 * Start at {@link io.gongbi.identity.Identities}; {@code Resolve} asks {@code LinkQuery}, {@code
 * ClaimQuery} and {@code MemberQuery} in this order.
 */
@NullMarked
package io.gongbi.identity;

import org.jspecify.annotations.NullMarked;
