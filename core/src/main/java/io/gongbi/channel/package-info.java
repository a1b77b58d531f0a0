/**
 * The door out to customers: one small port, many adapters. A channel knows addresses and messages;
 * it knows no campaigns, no consent, no customers. Start at {@link io.gongbi.channel.Channel}.
 */
@NullMarked
package io.gongbi.channel;

import org.jspecify.annotations.NullMarked;
