package io.gongbi.channel.gateway;

import io.gongbi.catalog.Settings;
import io.gongbi.channel.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a template for {@code {phone}}, {@code {text}}, {@code {id}} and the rest. */
record Words(Map<String, String> values) {
  static final String PHONE = "{phone}";

  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)\\}");

  /** Of a whole request: account, secret, time. */
  static Words of(Settings settings, Instant now) {
    var values = new HashMap<String, String>();
    var account = settings.text(GatewaySpec.ACCOUNT);
    var secret = settings.open(GatewaySpec.SECRET);
    values.put("account", account);
    values.put("secret", secret);
    var both = (account + ":" + secret).getBytes(StandardCharsets.UTF_8);
    values.put("basic", Base64.getEncoder().encodeToString(both));
    values.put("time", "" + now.getEpochSecond());
    return new Words(values);
  }

  /** The same with those of one message. */
  Words of(Message message) {
    var all = new HashMap<>(values);
    all.put("phone", message.address());
    all.put("text", message.text());
    all.put("id", message.key());
    return new Words(all);
  }

  /**
   * Fills a template, each value as {@code encoded}; braces that name nothing stay. What a value
   * has in it is never taken for a template again.
   */
  String in(String template, UnaryOperator<String> encoded) {
    return HOLE.matcher(template)
        .replaceAll(
            hole -> {
              var value = values.get(hole.group(1));
              return Matcher.quoteReplacement(value == null ? hole.group() : encoded.apply(value));
            });
  }
}
