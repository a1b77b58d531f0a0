package io.gongbi.channel.gateway;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What stands at a JSON pointer (RFC 6901): {@code /data/0/msgid}. */
final class Pointed {
  private static final int LONGEST = 500;

  private Pointed() {}

  static boolean isPointer(String written) {
    try {
      return written.isEmpty() || JsonPointer.compile(written) != null;
    } catch (IllegalArgumentException | JacksonException e) {
      return false;
    }
  }

  static JsonNode node(JsonNode in, String pointer) {
    return pointer.isEmpty() ? in : in.at(JsonPointer.compile(pointer));
  }

  /** A text or number there; nothing where the pointer is empty or something else stands there. */
  static Optional<String> text(JsonNode in, String pointer) {
    if (pointer.isEmpty()) return Optional.empty();
    var node = node(in, pointer);
    if (node.isNull() || node.isMissingNode() || node.isContainer()) return Optional.empty();
    var text = node.asString();
    return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
  }
}
