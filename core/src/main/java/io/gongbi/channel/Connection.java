package io.gongbi.channel;

import io.gongbi.catalog.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A channel as a person connected it: 短信网关 · 华东账号. Secrets are kept apart.
 *
 * @param channel which kind, {@code sms-gateway}
 * @param settings by the keys of its spec
 * @param price of one billed message, which campaigns begin with
 */
public record Connection(String channel, Map<String, String> settings, BigDecimal price) {
  static final Kind<Connection> KIND = Kind.of("channel", Connection.class, List.of());

  public Connection {
    settings = Map.copyOf(settings);
  }
}
