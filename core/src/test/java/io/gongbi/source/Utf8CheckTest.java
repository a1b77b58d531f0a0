package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8CheckTest {
  private static byte[] bytes(int... all) {
    var bytes = new byte[all.length];
    for (int i = 0; i < all.length; i++) bytes[i] = (byte) all[i];
    return bytes;
  }

  private static boolean isUtf8(byte[] bytes) {
    var check = new Utf8Check();
    return check.takes(bytes, 0, bytes.length) && check.complete();
  }

  @Test
  void lines_areCountedWhereverTheBreakStands() {
    var check = new Utf8Check();
    var text = "a,b\n王芳,1\n\n0123456\n0123456789abcdef\n\r\nend".getBytes(StandardCharsets.UTF_8);
    assertThat(check.takes(text, 0, text.length)).isTrue();
    assertThat(check.line()).isEqualTo(7);
  }

  @Test
  void whatNoTextMayHold_isFound() {
    assertThat(isUtf8(bytes(0xC0, 0xAF))).as("overlong").isFalse();
    assertThat(isUtf8(bytes(0xE0, 0x80, 0x80))).as("overlong").isFalse();
    assertThat(isUtf8(bytes(0xED, 0xA0, 0x80))).as("surrogate").isFalse();
    assertThat(isUtf8(bytes(0xF4, 0x90, 0x80, 0x80))).as("above the last one").isFalse();
    assertThat(isUtf8(bytes(0x80))).as("goes on with nothing").isFalse();
    assertThat(isUtf8(bytes('a', 'b', 'c', 'd', 'e', 'f', 'g', 0xD6, 0xD0)))
        .as("GB18030 behind seven letters")
        .isFalse();
    assertThat(isUtf8("🌸 abcdefgh 中文".getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  /** The same as the decoder of the platform says of it, however it is cut into blocks. */
  @Test
  void randomBytes_areJudgedAsByTheDecoder_inBlocksOfAnyLength() {
    var random = new Random(7);
    int good = 0;
    for (int round = 0; round < 20_000; round++) {
      var bytes = text(random);
      if (random.nextInt(3) == 0) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      var check = new Utf8Check();
      boolean judged = true;
      for (int from = 0; judged && from < bytes.length; ) {
        int length = Math.min(1 + random.nextInt(20), bytes.length - from);
        judged = check.takes(bytes, from, length);
        from += length;
      }
      boolean expected = decodes(bytes);
      assertThat(judged && check.complete()).isEqualTo(expected);
      if (!expected) continue;
      good++;
      long breaks =
          new String(bytes, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      assertThat(check.line()).isEqualTo(1 + breaks);
    }
    assertThat(good).isBetween(10_000, 19_000);
  }

  private static byte[] text(Random random) {
    var letters = "abc,1\n\n\"王芳é🌸\u007f\u0009\u000b";
    var points = letters.codePoints().toArray();
    var text = new StringBuilder("x");
    for (int i = random.nextInt(40); i > 0; i--)
      text.appendCodePoint(points[random.nextInt(points.length)]);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
