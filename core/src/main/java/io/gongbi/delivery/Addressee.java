package io.gongbi.delivery;

/** What a number that somebody wrote says of the messages of one origin. */
public sealed interface Addressee {
  /** The one message that went to it. */
  record Of(String key) implements Addressee {}

  /**
   * A number like others, to which no message of this origin went, or to a customer of whom who
   * asks may not speak; as opt-outs are kept.
   */
  record Stranger(String number) implements Addressee {}

  /** {@code why}: the code of the reason why it says of no message which one is meant. */
  record Unclear(String why) implements Addressee {}
}
