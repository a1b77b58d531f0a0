/**
 * 触达. One message to one customer at most once: guards and claim in one catalog transaction, then
 * the channel, then the receipt. Whoever wants to send (campaigns, later journeys and syncs) hands
 * in {@link io.gongbi.delivery.Intent}s; what became of them is read from the {@link
 * io.gongbi.delivery.Ledger}. Start at {@link io.gongbi.delivery.Deliveries}.
 */
@NullMarked
package io.gongbi.delivery;

import org.jspecify.annotations.NullMarked;
