package io.gongbi.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether bytes are UTF-8, block by block, without decoding them: a file is checked at the speed at
 * which it is copied. RFC 3629, including its ban on overlong forms and surrogates.
 */
final class Utf8Check {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long LINE_ENDS = 0x0A0A_0A0A_0A0A_0A0AL;

  private int wanted;
  private int lowest = 0x80;
  private int highest = 0xBF;
  private long line = 1;

  /** False as soon as a byte cannot stand where it stands. */
  boolean takes(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int i = offset;
    while (i < end) {
      if (wanted == 0 && end - i >= Long.BYTES) {
        long eight = (long) EIGHT.get(bytes, i);
        if ((eight & HIGH_BITS) == 0) {
          line += lineEnds(eight);
          i += Long.BYTES;
          continue;
        }
      }
      if (!takes(bytes[i++] & 0xFF)) return false;
    }
    return true;
  }

  private boolean takes(int b) {
    if (wanted > 0) {
      if (b < lowest || b > highest) return false;
      wanted--;
      lowest = 0x80;
      highest = 0xBF;
      return true;
    }
    if (b >= 0x80) return begins(b);
    if (b == '\n') line++;
    return true;
  }

  /** How many of eight bytes, none of them above 127, end a line: one bit stays for each. */
  private static int lineEnds(long eight) {
    return Long.bitCount(~((eight ^ LINE_ENDS) + ~HIGH_BITS) & HIGH_BITS);
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
