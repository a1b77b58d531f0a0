package io.gongbi.channel.gateway;

import io.gongbi.catalog.Settings;
import io.gongbi.channel.Message;
import io.gongbi.channel.Receipt;
import io.gongbi.fault.Fault;
import io.gongbi.source.Outbound.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a gateway's answer to receipts. There are three: accepted, refused in the provider's words,
 * and uncertain, which is all that is neither: no answer, half an answer, an answer in an unknown
 * tongue, and any 5xx, behind which the message may well have gone out.
 *
 * <p>A fourth is no answer to the message: what never left, and a door shut before anything was
 * looked at (not logged in, too fast, moved), stops the sending and may be said again.
 */
final class Verdict {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Set<Integer> SHUT = Set.of(401, 402, 403, 407, 429);
  private static final int LONGEST_WORDS = 200;

  private final Settings settings;
  private final List<Message> messages;
  private final Instant now;

  Verdict(Settings settings, List<Message> messages, Instant now) {
    this.settings = settings;
    this.messages = messages;
    this.now = now;
  }

  List<Receipt> of(Answer answer) {
    return switch (answer) {
      case Answer.NotLeft n -> notLeft(n.why());
      case Answer.Unknown u ->
          uncertain(u.detail().equals("timeout") ? "channel.timeout" : "channel.cut");
      case Answer.Spoken s -> of(s.status(), s.body());
    };
  }

  private List<Receipt> of(int status, String body) {
    if (status >= 500) return uncertain("channel.server-error");
    if (SHUT.contains(status) || (status >= 300 && status < 400)) {
      return notLeft(
          new Fault.Unavailable(
              "channel.turned-away", "", Map.of("status", "" + status, "words", said(body))));
    }
    if (status >= 400) return refused("HTTP " + status + " " + said(body));
    if (!settings.has(GatewaySpec.SUCCESS_AT)) return accepted(tree(body));
    var tree = tree(body);
    if (tree.isEmpty()) return uncertain("channel.garbled");
    if (!settings.has(GatewaySpec.ANSWERS_AT)) {
      return messages.stream().map(m -> one(m, tree.get())).toList();
    }
    return each(tree.get());
  }

  /** A gateway that turns the whole request down says so at the top, without a list. */
  private List<Receipt> each(JsonNode tree) {
    var answers = tree.at(settings.text(GatewaySpec.ANSWERS_AT));
    if (!answers.isArray()) {
      var whole = text(tree, GatewaySpec.SUCCESS_AT);
      boolean turnedDown =
          whole.isPresent() && !whole.get().equals(settings.text(GatewaySpec.SUCCESS));
      return turnedDown ? refused(words(tree)) : uncertain("channel.garbled");
    }
    if (answers.size() != messages.size()) return uncertain("channel.garbled");
    var receipts = new ArrayList<Receipt>();
    for (int i = 0; i < messages.size(); i++) receipts.add(one(messages.get(i), answers.get(i)));
    return receipts;
  }

  private Receipt one(Message message, JsonNode answer) {
    var result = text(answer, GatewaySpec.SUCCESS_AT);
    if (result.isEmpty()) return new Receipt.Uncertain(message.key(), "channel.garbled");
    if (result.get().equals(settings.text(GatewaySpec.SUCCESS))) {
      return new Receipt.Sent(message.key(), now, text(answer, GatewaySpec.MESSAGE_ID_AT));
    }
    return new Receipt.Failed(message.key(), now, words(answer));
  }

  private String words(JsonNode answer) {
    var code = text(answer, GatewaySpec.SUCCESS_AT).orElse("");
    var words = text(answer, GatewaySpec.WORDS_AT).orElse("");
    return shortened((code + " " + words).strip());
  }

  /** What an answer says at a pointer among the settings; nothing where it says nothing. */
  private Optional<String> text(JsonNode answer, String setting) {
    return Pointed.text(answer, settings.text(setting));
  }

  private String said(String body) {
    var tree = tree(body);
    var words = tree.flatMap(t -> text(t, GatewaySpec.WORDS_AT));
    return shortened(words.orElse(body));
  }

  private static String shortened(String text) {
    var plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_WORDS ? plain : plain.substring(0, LONGEST_WORDS) + "…";
  }

  private static Optional<JsonNode> tree(String body) {
    try {
      var tree = MAPPER.readTree(body);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private List<Receipt> accepted(Optional<JsonNode> tree) {
    var id = tree.flatMap(t -> text(t, GatewaySpec.MESSAGE_ID_AT));
    return messages.stream().<Receipt>map(m -> new Receipt.Sent(m.key(), now, id)).toList();
  }

  private List<Receipt> refused(String words) {
    return messages.stream()
        .<Receipt>map(m -> new Receipt.Failed(m.key(), now, words.strip()))
        .toList();
  }

  private List<Receipt> uncertain(String why) {
    return messages.stream().<Receipt>map(m -> new Receipt.Uncertain(m.key(), why)).toList();
  }

  private List<Receipt> notLeft(Fault why) {
    return messages.stream().<Receipt>map(m -> new Receipt.NotLeft(m.key(), why)).toList();
  }
}
