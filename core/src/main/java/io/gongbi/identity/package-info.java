/**
 * OneID (一人一码): which records are the same customer. Cleaned customer rows and the identifiers on
 * them flow in; {@code identity.member} says whose each record is, {@code identity.evidence} by
 * which value, {@code identity.pair} by what they have in common, {@code identity.alias} who a
 * former id is today. Rows elsewhere are never re-keyed. Start at {@link
 * io.gongbi.identity.Identities}; {@code Resolve} goes from {@code Cores} over {@code Faces} and
 * {@code Match} to {@code ClaimQuery} and {@code MemberQuery}.
 */
@NullMarked
package io.gongbi.identity;

import org.jspecify.annotations.NullMarked;
