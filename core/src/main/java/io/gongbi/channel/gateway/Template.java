package io.gongbi.channel.gateway;

import io.gongbi.catalog.Settings;
import io.gongbi.channel.Message;
import io.gongbi.fault.Faults;
import io.gongbi.source.Outbound;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From messages to a request. A JSON template is read as JSON first and filled string by string, a
 * form pair by pair, an address between its signs: whatever a value has in it, it stays a value.
 *
 * <p>{@code {"to":"{phone}","text":"{text}"}} and a message 他说"好" make {@code
 * {"to":"13900000001","text":"他说\"好\""}}.
 */
final class Template {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Settings settings;

  Template(Settings settings) {
    this.settings = settings;
  }

  /** Collects {@code channel.…} for what could never make a request. */
  void check(Faults faults) {
    var sample =
        Words.of(settings, Instant.EPOCH).of(new Message("m1", "13900000001", "好", Map.of()));
    if (host().isEmpty() || address(sample).isEmpty()) {
      faults.bad("channel.url", GatewaySpec.URL, Map.of());
    }
    for (var line : headerLines()) {
      if (header(line, sample).isEmpty()) {
        faults.bad("channel.header", GatewaySpec.HEADERS, Map.of("line", line));
      }
    }
    boolean carries = settings.text(GatewaySpec.URL).contains(Words.PHONE);
    if (!carries && !settings.text(GatewaySpec.BODY).contains(Words.PHONE)) {
      faults.bad("channel.no-phone", GatewaySpec.BODY, Map.of());
    }
    if (isJson() && settings.has(GatewaySpec.BODY)) {
      var tree = tree();
      if (tree.isEmpty()) faults.bad("channel.template-json", GatewaySpec.BODY, Map.of());
      else if (most() > 1 && repeated(tree.get()).isEmpty()) {
        faults.bad("channel.no-list", GatewaySpec.BODY, Map.of());
      }
    } else if (most() > 1) {
      faults.bad("channel.many-needs-json", GatewaySpec.MOST, Map.of());
    }
  }

  int most() {
    return settings.whole(GatewaySpec.MOST);
  }

  private boolean isJson() {
    return settings.text(GatewaySpec.FORMAT).equals(GatewaySpec.JSON);
  }

  /** Scheme, host and port; no part of them may come from a message. */
  Optional<URI> host() {
    var url = settings.text(GatewaySpec.URL);
    var before = url.replaceFirst("^(https?://[^/?#{]+).*$", "$1");
    try {
      var host = URI.create(before);
      boolean whole =
          host.getHost() != null
              && (before.equals(url) || "/?".indexOf(url.charAt(before.length())) >= 0);
      return whole && host.getRawUserInfo() == null ? Optional.of(host) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Outbound.Request request(List<Message> messages, Instant now) {
    var whole = Words.of(settings, now);
    var first = whole.of(messages.getFirst());
    var headers = new ArrayList<Outbound.Header>();
    var body = "";
    boolean withBody =
        !settings.text(GatewaySpec.METHOD).equals("GET") && settings.has(GatewaySpec.BODY);
    if (withBody) {
      headers.add(
          new Outbound.Header(
              "Content-Type",
              isJson()
                  ? "application/json; charset=utf-8"
                  : "application/x-www-form-urlencoded; charset=utf-8"));
      body = isJson() ? json(messages, whole) : form(first);
    }
    for (var line : headerLines()) headers.add(header(line, first).orElseThrow());
    return new Outbound.Request(
        settings.text(GatewaySpec.METHOD),
        address(first).orElseThrow(),
        headers,
        body,
        Duration.ofSeconds(settings.whole(GatewaySpec.TIMEOUT)));
  }

  private Optional<URI> address(Words words) {
    try {
      return Optional.of(URI.create(words.in(settings.text(GatewaySpec.URL), Template::encoded)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(String value) {
    // A space is + in a form and in a query alike, but only %20 is right everywhere.
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private List<String> headerLines() {
    return settings.text(GatewaySpec.HEADERS).lines().filter(l -> !l.isBlank()).toList();
  }

  private static Optional<Outbound.Header> header(String line, Words words) {
    int colon = line.indexOf(':');
    if (colon <= 0) return Optional.empty();
    var name = line.substring(0, colon).strip();
    // These are the door's own: two of them would leave open which one holds.
    if (name.matches("(?i)host|connection|content-length|transfer-encoding"))
      return Optional.empty();
    var value = words.in(line.substring(colon + 1).strip(), v -> v.replaceAll("\\p{Cntrl}", " "));
    try {
      return Optional.of(new Outbound.Header(name, value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String form(Words words) {
    return Arrays.stream(settings.text(GatewaySpec.BODY).strip().split("&"))
        .map(
            pair -> {
              int equals = pair.indexOf('=');
              var name = equals < 0 ? pair : pair.substring(0, equals);
              var value = equals < 0 ? "" : pair.substring(equals + 1);
              return encoded(name.strip())
                  + "="
                  + encoded(words.in(value.strip(), UnaryOperator.identity()));
            })
        .collect(Collectors.joining("&"));
  }

  private Optional<JsonNode> tree() {
    try {
      return Optional.of(MAPPER.readTree(settings.text(GatewaySpec.BODY)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private String json(List<Message> messages, Words whole) {
    var tree = tree().orElseThrow();
    if (most() > 1) {
      var list = repeated(tree).orElseThrow();
      var element = list.get(0).deepCopy();
      list.removeAll();
      for (var message : messages) list.add(filled(element.deepCopy(), whole.of(message)));
    }
    return MAPPER.writeValueAsString(filled(tree, whole.of(messages.getFirst())));
  }

  /** The innermost array whose only element has the number in it. */
  private static Optional<ArrayNode> repeated(JsonNode node) {
    for (var child : node) {
      var inside = repeated(child);
      if (inside.isPresent()) return inside;
    }
    boolean carries = node.toString().contains(Words.PHONE);
    return node instanceof ArrayNode array && array.size() == 1 && carries
        ? Optional.of(array)
        : Optional.empty();
  }

  private static JsonNode filled(JsonNode node, Words words) {
    return switch (node) {
      case ObjectNode object -> {
        for (var name : List.copyOf(object.propertyNames())) {
          object.set(name, filled(object.get(name), words));
        }
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) array.set(i, filled(array.get(i), words));
        yield array;
      }
      default ->
          node.isString()
              ? MAPPER
                  .getNodeFactory()
                  .stringNode(words.in(node.stringValue(), UnaryOperator.identity()))
              : node;
    };
  }
}
