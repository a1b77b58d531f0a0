package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {
  @Test
  void bytes_comeAsTheyAre_whateverIsAskedForAtOnce() throws IOException {
    var bytes = new byte[1_000_003];
    new Random(7).nextBytes(bytes);
    try (var whole = new ReadAhead(new ByteArrayInputStream(bytes));
        var single = new ReadAhead(new ByteArrayInputStream(bytes, 0, 10))) {
      assertThat(whole.readAllBytes()).isEqualTo(bytes);
      assertThat(whole.read()).isEqualTo(-1);
      for (int i = 0; i < 10; i++) assertThat(single.read()).isEqualTo(bytes[i] & 0xFF);
      assertThat(single.read()).isEqualTo(-1);
      assertThat(single.read(new byte[4])).isEqualTo(-1);
    }
  }

  /** The disk fails after 5 bytes: whoever reads is told, and nothing comes after it. */
  @Test
  void failure_isToldToWhoeverReads() throws IOException {
    var failing =
        new InputStream() {
          private int left = 5;

          @Override
          public int read() throws IOException {
            if (left-- == 0) throw new IOException("disk");
            return 'x';
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            target[offset] = (byte) read();
            return 1;
          }
        };
    try (var in = new ReadAhead(failing)) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessage("disk");
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  /** The source never ends; closing must not wait for it. */
  @Test
  void closedBeforeTheEnd_stopsReading_andClosesTheSource() throws IOException {
    var closed = new AtomicBoolean();
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    try (var in = new ReadAhead(endless)) {
      assertThat(in.readNBytes(3)).asString().isEqualTo("xxx");
    }
    assertThat(closed).isTrue();
  }
}
