package io.gongbi.channel;

import java.util.Map;

/**
 * One message to one address. {@code key} comes back with every receipt; {@code fields} are what
 * the text was made from, for channels that hand over a list instead of sending themselves.
 */
public record Message(String key, String address, String text, Map<String, String> fields) {
  public Message {
    fields = Map.copyOf(fields);
    if (key.isBlank() || address.isBlank()) {
      throw new IllegalArgumentException("a message needs a key and an address");
    }
  }
}
