package io.gongbi.channel.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Settings;
import io.gongbi.channel.Channel;
import io.gongbi.channel.ChannelContract;
import io.gongbi.channel.Line;
import io.gongbi.channel.Pace;
import io.gongbi.source.AllowedHosts;
import io.gongbi.source.Outbound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileChannelTest extends ChannelContract {
  @Override
  protected Channel channel() {
    return new FileChannel();
  }

  @Override
  protected Line line() {
    return new Line(Settings.NONE, new Outbound(() -> new AllowedHosts(List.of())), new Pace());
  }

  @Override
  protected long received() {
    return FileChannel.parts(place).stream()
        .mapToLong(
            p -> {
              try {
                return Files.readAllLines(p).size();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .sum();
  }

  @Test
  void part_isQuotedAndNoFormula() throws IOException {
    channel()
        .send(
            batch(
                7,
                message("m1", "+8613900000001", "王\"芳\"", "=HYPERLINK(1)"),
                message("m2", "13900000002", "李雷", "a,b\nc")),
            line());
    assertThat(Files.readString(FileChannel.parts(place).getFirst()))
        .isEqualTo(
            """
            "m1","+8613900000001","王""芳""\","'=HYPERLINK(1)"\r
            "m2","13900000002","李雷","a,b
            c"\r
            """);
  }
}
