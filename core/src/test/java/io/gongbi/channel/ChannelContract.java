package io.gongbi.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every channel must do. A channel passes by a subclass that makes one. */
public abstract class ChannelContract {
  protected static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

  @TempDir protected Path place;

  protected abstract Channel channel();

  /** How many messages have left so far, as the other side sees it. */
  protected abstract long received();

  protected final Batch batch(long number, Message... messages) {
    return new Batch("c1", number, place, NOON, List.of(messages));
  }

  protected static Message message(String key, String phone, String name, String text) {
    return new Message(key, phone, text, Map.of("name", name));
  }

  @Test
  void send_answersOneReceiptAMessage() {
    var receipts =
        channel()
            .send(
                batch(
                    1,
                    message("m1", "13900000001", "王芳", "您好"),
                    message("m2", "13900000002", "李雷", "您好")));
    assertThat(receipts).extracting(Receipt::key).containsExactlyInAnyOrder("m1", "m2");
    assertThat(received()).isEqualTo(2);
  }

  @Test
  void sameBatchTwice_leavesOnce_whenTheChannelIsRepeatable() {
    if (!channel().repeatable()) return;
    var batch = batch(1, message("m1", "13900000001", "王芳", "您好"));
    channel().send(batch);
    channel().send(batch);
    assertThat(received()).isEqualTo(1);
  }

  @Test
  void spec_isFitToBeStored() {
    assertThat(channel().id()).matches("[a-z][a-z0-9-]*");
    assertThat(channel().addressField()).isIn("phone", "email");
  }
}
