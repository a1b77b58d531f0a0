package io.gongbi.source;

/**
 * Whether bytes are UTF-8, block by block, without decoding them: a file is checked at the speed at
 * which it is copied. RFC 3629, including its ban on overlong forms and surrogates.
 */
final class Utf8Check {
  private int wanted;
  private int lowest = 0x80;
  private int highest = 0xBF;
  private long line = 1;

  /** False as soon as a byte cannot stand where it stands. */
  boolean takes(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      int b = bytes[i] & 0xFF;
      if (wanted == 0) {
        if (b < 0x80) {
          if (b == '\n') line++;
        } else if (!begins(b)) {
          return false;
        }
      } else {
        if (b < lowest || b > highest) return false;
        wanted--;
        lowest = 0x80;
        highest = 0xBF;
      }
    }
    return true;
  }

  private boolean begins(int b) {
    if (b >= 0xC2 && b <= 0xDF) wanted = 1;
    else if (b >= 0xE0 && b <= 0xEF) wanted = 2;
    else if (b >= 0xF0 && b <= 0xF4) wanted = 3;
    else return false;
    if (b == 0xE0) lowest = 0xA0;
    if (b == 0xED) highest = 0x9F;
    if (b == 0xF0) lowest = 0x90;
    if (b == 0xF4) highest = 0x8F;
    return true;
  }

  boolean complete() {
    return wanted == 0;
  }

  /** The line in which the last byte stood. */
  long line() {
    return line;
  }
}
