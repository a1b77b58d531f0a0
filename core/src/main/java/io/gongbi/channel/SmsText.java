package io.gongbi.channel;

/**
 * A text message as carriers in China count and bill it: up to 70 characters are one part; a longer
 * one is cut into parts of 67, because three characters of each say how the parts belong together.
 * A character is a unit of UTF-16, whatever the script: 好, a and a space are one, 🎁 is two.
 *
 * <p>70 characters are 1 part, 71 are 2, 134 are 2, 135 are 3.
 */
public record SmsText(String text) {
  /** What fits into a message that is sent whole. */
  public static final int WHOLE = 70;

  /** What fits into each part of a longer one. */
  public static final int PART = 67;

  public int units() {
    return text.length();
  }

  /** How many messages are billed. */
  public int parts() {
    if (text.isEmpty()) return 0;
    return units() <= WHOLE ? 1 : Math.ceilDiv(units(), PART);
  }
}
