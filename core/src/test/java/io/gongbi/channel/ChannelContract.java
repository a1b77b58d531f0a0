package io.gongbi.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Spec;
import io.gongbi.fault.Faults;
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

  /** What it sends over, with settings that work. */
  protected abstract Line line();

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
                    message("m2", "13900000002", "李雷", "您好")),
                line());
    assertThat(receipts).extracting(Receipt::key).containsExactlyInAnyOrder("m1", "m2");
    assertThat(received()).isEqualTo(2);
  }

  @Test
  void sameBatchTwice_leavesOnce_whenTheChannelIsRepeatable() {
    if (!channel().repeatable()) return;
    var batch = batch(1, message("m1", "13900000001", "王芳", "您好"));
    channel().send(batch, line());
    channel().send(batch, line());
    assertThat(received()).isEqualTo(1);
  }

  @Test
  void spec_isFitToBeStored() {
    assertThat(channel().id()).matches("[a-z][a-z0-9-]*");
    assertThat(channel().addressField()).isIn("phone", "email");
    var settings = channel().spec().settings();
    assertThat(settings).extracting(Spec.Setting::key).doesNotHaveDuplicates();
    assertThat(settings).allSatisfy(s -> assertThat(s.key()).matches("[a-z][a-zA-Z0-9]*"));
    assertThat(channel().atOnce(line().settings())).isBetween(1, 1_000);
  }

  @Test
  void presets_nameSettingsThatThereAre_andNothingSecret() {
    var spec = channel().spec();
    for (var preset : spec.presets()) {
      assertThat(preset.values().keySet())
          .isSubsetOf(spec.settings().stream().map(Spec.Setting::key).toList())
          .doesNotContainAnyElementsOf(spec.secrets());
    }
  }

  @Test
  void settingsThatWork_areSound_andReady() {
    var line = line();
    var faults = new Faults();
    channel().spec().check(line.settings().values(), channel().spec().secrets(), faults);
    channel().check(line.settings(), faults);
    assertThat(faults.found()).isEmpty();
    channel().mustBeReady(line);
    assertThat(received()).isZero();
  }

  @Test
  void nonsenseFromOutside_saysNothing() {
    var heard = channel().hear(line().settings(), "text/plain", new byte[] {0, 1, 2, (byte) 0xff});
    assertThat(heard.news()).isEmpty();
    assertThat(heard.unreadable()).isPositive();
  }
}
