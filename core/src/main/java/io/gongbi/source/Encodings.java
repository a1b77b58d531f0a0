package io.gongbi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * In which encoding a text is. A byte order mark decides; else the first of UTF-8 and GB18030 that
 * reads the sample without a fault; else Latin, in which nothing is a fault.
 */
final class Encodings {
  /** Shops' exports are long and their first lines plain: look far. */
  static final int SAMPLE = 8 << 20;

  private Encodings() {}

  static Charset detect(InputStream in) throws IOException {
    var sample = in.readNBytes(SAMPLE);
    boolean cut = sample.length == SAMPLE;
    if (starts(sample, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
    var wide = wide(sample);
    if (wide.isPresent()) return wide.get();
    for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
      if (reads(sample, cut, charset)) return charset;
    }
    return Charset.forName("windows-1252");
  }

  /**
   * UTF-16, by its mark, or by zeros in every second byte: there stands the upper half of digits,
   * delimiters and line ends, and of nothing else.
   */
  static Optional<Charset> wide(byte[] sample) {
    if (starts(sample, 0xFF, 0xFE)) return Optional.of(StandardCharsets.UTF_16LE);
    if (starts(sample, 0xFE, 0xFF)) return Optional.of(StandardCharsets.UTF_16BE);
    int[] zeros = new int[2];
    for (int i = 0; i < sample.length; i++) if (sample[i] == 0) zeros[i % 2]++;
    int enough = Math.max(4, sample.length / 20);
    if (zeros[1] >= enough && zeros[0] == 0) return Optional.of(StandardCharsets.UTF_16LE);
    if (zeros[0] >= enough && zeros[1] == 0) return Optional.of(StandardCharsets.UTF_16BE);
    return Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) return false;
    for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
    return true;
  }

  private static boolean reads(byte[] sample, boolean cut, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var bytes = ByteBuffer.wrap(sample);
    var chars = CharBuffer.allocate(1 << 16);
    while (true) {
      // A sample that ends in the middle of a character is no fault.
      var result = decoder.decode(bytes, chars, !cut);
      if (result.isError()) return false;
      if (result.isUnderflow()) return true;
      chars.clear();
    }
  }

  /** Names that a person may choose from, most likely first. */
  static boolean known(String name) {
    return Arrays.asList(
            "UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "Big5")
        .contains(name);
  }
}
