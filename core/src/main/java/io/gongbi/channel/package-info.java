/**
 * The door out to customers: one small port, many adapters. A channel knows addresses and messages;
 * it knows no campaigns, no consent, no customers. A {@link io.gongbi.channel.Channel} says by its
 * {@code Spec} what it asks for; a person fills that in, which makes a {@link
 * io.gongbi.channel.Connection}; what messages leave by is a {@link io.gongbi.channel.Connected}.
 * Start at {@link io.gongbi.channel.Channel}, then {@link io.gongbi.channel.Connections}.
 */
@NullMarked
package io.gongbi.channel;

import org.jspecify.annotations.NullMarked;
