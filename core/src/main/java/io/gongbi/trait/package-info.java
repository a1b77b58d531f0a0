/**
 * A trait is one dated, typed statement about a customer: has tag VIP, is in segment S42, RFM group
 * 111. Tags and segments are its authors; what they state flows in through one call, the
 * differences flow out as {@code trait.change}, the present stands in {@code trait.held}, one typed
 * column a trait. One history, one change feed, one why. Start at {@link io.gongbi.trait.Traits};
 * its texts stand in {@code StatementQuery} (what is stated becomes changes), {@code HeldQuery}
 * (the present) and {@code ChangeQuery} (the past).
 */
@NullMarked
package io.gongbi.trait;

import org.jspecify.annotations.NullMarked;
