/**
 * 短信网关: any gateway that takes text messages over HTTP, described by templates. Internal to
 * channel; start at {@link io.gongbi.channel.gateway.GatewayChannel}.
 */
@NullMarked
package io.gongbi.channel.gateway;

import org.jspecify.annotations.NullMarked;
