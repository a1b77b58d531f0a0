package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the texts of a workbook will take, told from their bytes. */
final class SharedTextsTest {
  private static final byte[] TWO =
      bytes("<sst count='2'><si><t>Shanghai</t></si><si><t>sister</t></si></sst>");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** 67 bytes, and 64 for each of two texts: sister is no end of a text, and no seam hides one. */
  @Test
  void memory_isTheBytes_andSomeForEachText_howeverTheyComeInPieces() {
    for (int piece = 1; piece <= TWO.length; piece++) {
      var texts = new SharedTexts("book.xlsx", 1 << 20);
      for (int at = 0; at < TWO.length; at += piece) {
        var some = Arrays.copyOfRange(TWO, at, Math.min(TWO.length, at + piece));
        texts.see(some, some.length);
      }
      assertThat(texts.memory()).isEqualTo(67 + 2 * 64);
    }
  }

  /** With a prefix a text is counted at its beginning too: rather too much than too little. */
  @Test
  void prefixedTexts_areNotOverlooked() {
    var texts = new SharedTexts("book.xlsx", 1 << 20);
    var written = bytes("<x:si><x:t>a</x:t></x:si>");
    texts.see(written, written.length);
    assertThat(texts.memory()).isEqualTo(25 + 2 * 64);
  }

  /** 195 bytes are enough; with one less it is refused. */
  @Test
  void workbook_isRefused_whenItsTextsDoNotFit() {
    assertThatCode(() -> new SharedTexts("book.xlsx", 195).see(TWO, TWO.length))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> new SharedTexts("book.xlsx", 194).see(TWO, TWO.length))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        new Fault.TooLarge(
                            "source.too-many-texts", "book.xlsx", Map.of("most", "0 MB"))));
  }
}
