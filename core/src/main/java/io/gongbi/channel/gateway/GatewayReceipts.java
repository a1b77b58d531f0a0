package io.gongbi.channel.gateway;

import io.gongbi.catalog.Settings;
import io.gongbi.channel.Heard;
import io.gongbi.channel.News;
import io.gongbi.channel.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * From what a provider pushes to {@link News}: JSON, an object or a list of them, or a form, whose
 * fields are then at {@code /name}. A form field may itself hold JSON, as some providers wrap it.
 */
final class GatewayReceipts {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST = 5_000;

  private final Settings settings;

  GatewayReceipts(Settings settings) {
    this.settings = settings;
  }

  Heard read(String contentType, byte[] body) {
    var text = new String(body, StandardCharsets.UTF_8);
    boolean form = contentType.toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
    var tree = form ? Optional.<JsonNode>of(form(text)) : json(text);
    if (tree.isEmpty()) return new Heard(List.of(), 1);
    var list = Pointed.node(tree.get(), settings.text(GatewaySpec.RECEIPTS_AT));
    if (list.isString()) list = json(list.stringValue()).orElse(list);
    var news = new ArrayList<News>();
    long unreadable = 0;
    if (list.isArray()) {
      for (int i = 0; i < list.size(); i++) {
        var one = i < MOST ? one(list.get(i)) : Optional.<News>empty();
        if (one.isPresent()) news.add(one.get());
        else unreadable++;
      }
    } else {
      var one = one(list);
      if (one.isPresent()) news.add(one.get());
      else unreadable = 1;
    }
    return new Heard(news, unreadable);
  }

  private Optional<News> one(JsonNode said) {
    var id = at(said, GatewaySpec.RECEIPT_ID_AT).orElse("");
    var phone = at(said, GatewaySpec.RECEIPT_PHONE_AT).orElse("");
    if (id.isEmpty() && phone.isEmpty()) return Optional.empty();
    var reply = at(said, GatewaySpec.REPLY_AT);
    if (reply.isPresent()) return Optional.of(new News.Replied(id, phone, new Reply(reply.get())));
    var status = at(said, GatewaySpec.RECEIPT_STATUS_AT);
    if (status.isEmpty()) return Optional.empty();
    if (isOneOf(GatewaySpec.DELIVERED, status.get())) {
      return Optional.of(new News.Delivered(id, phone));
    }
    if (isOneOf(GatewaySpec.UNDER_WAY, status.get())) {
      return Optional.of(new News.UnderWay(id, phone));
    }
    return Optional.of(new News.Failed(id, phone, status.get()));
  }

  private Optional<String> at(JsonNode said, String setting) {
    return Pointed.text(said, settings.text(setting));
  }

  private boolean isOneOf(String setting, String status) {
    return Arrays.stream(settings.text(setting).split("[,，]"))
        .map(String::strip)
        .anyMatch(s -> s.equalsIgnoreCase(status));
  }

  private static Optional<JsonNode> json(String text) {
    try {
      var tree = MAPPER.readTree(text);
      return tree.isContainer() ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode form(String text) {
    var object = MAPPER.createObjectNode();
    for (var pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        object.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return object;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
