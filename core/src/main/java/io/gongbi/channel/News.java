package io.gongbi.channel;

/**
 * What a provider tells of a message afterwards, by the id under which it took it. Both may be
 * empty: some name the id alone, replies mostly the number alone.
 */
public sealed interface News {
  String messageId();

  String address();

  record Delivered(String messageId, String address) implements News {}

  record Failed(String messageId, String address, String reason) implements News {}

  /** Still under way: nothing new. */
  record UnderWay(String messageId, String address) implements News {}

  /** The customer answered. */
  record Replied(String messageId, String address, Reply reply) implements News {}
}
