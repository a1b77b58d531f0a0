package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowTextTest {
  private static final byte QUOTE = '"';
  private static final byte COMMA = ',';

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void cells_standBetweenQuotes_withThoseWithinDoubled_andEmptyOnesAreNothing() throws IOException {
    try (var out = new RowText(written)) {
      out.number(7);
      out.write(COMMA);
      out.quoted("王\"芳\"", QUOTE);
      out.write(COMMA);
      out.quoted("", QUOTE);
      out.write(COMMA);
      out.quoted("\"", QUOTE);
      out.write(COMMA);
      out.quoted("a,b\nc", QUOTE);
    }
    assertThat(text()).isEqualTo("7,\"王\"\"芳\"\"\",,\"\"\"\",\"a,b\nc\"");
  }

  @Test
  void numbers_areInPlainDigits() throws IOException {
    try (var out = new RowText(written, 24)) {
      for (long n : new long[] {1, 10, 909, Long.MAX_VALUE, 4_000_000_000L}) {
        out.number(n);
        out.write(COMMA);
      }
    }
    assertThat(text()).isEqualTo("1,10,909,9223372036854775807,4000000000,");
  }

  /** A buffer of 21 bytes: a number wants 20, and a cell may be longer than all of it. */
  @Test
  void whatDoesNotFit_isNeitherLostNorTurnedAround() throws IOException {
    var expected = new StringBuilder();
    try (var out = new RowText(written, 21)) {
      for (int i = 1; i < 60; i++) {
        var cell = "x".repeat(i);
        out.number(i);
        out.write(COMMA);
        out.quoted(cell, QUOTE);
        out.write(COMMA);
        expected.append(i).append(",\"").append(cell).append("\",");
      }
    }
    assertThat(text()).isEqualTo(expected.toString());
  }

  @Test
  void fullDisk_isToldWhenClosing_andTheFileIsClosedAllTheSame() throws IOException {
    var closed = new boolean[1];
    var disk =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    var out = new RowText(disk);
    out.quoted("王芳", QUOTE);
    assertThatThrownBy(out::close).hasMessageContaining("No space left");
    assertThat(closed[0]).isTrue();
  }
}
