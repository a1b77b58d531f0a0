package io.gongbi.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A server that goes away while a command waits for its work. */
@Isolated("the locale is the whole machine's")
class RunWatchTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  /** Told twice that run 17 reads, then nobody is there any more: no word of sockets. */
  @Test
  void serverThatWentAway_isSaidInWords_withTheWayToGoOn() throws IOException {
    Locale.setDefault(Locale.CHINESE);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    var asked = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (asked.incrementAndGet() > 2) return; // Hangs up without a word, as a kill does.
            var body =
                "{\"state\":\"running\",\"stepLabel\":{\"zh\":\"读取文件\",\"en\":\"Read\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    var said = new ByteArrayOutputStream();
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var remote = new Remote(new ServerFile(address, "token", 1))) {
      var watch =
          new RunWatch(
              remote,
              17,
              () -> "stopped",
              () -> Words.say("command.import-cut-off", "run", "17"),
              new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThatThrownBy(watch::await)
          .isInstanceOf(Refused.class)
          .hasMessage(
              """
              服务停止了，导入没有做完。已读入的文件保留，没读完的文件一行也没有留下，现有的客户和数字没有变。
              服务启动后接着做（上传的文件保留一天）：gongbi import --retry 17，或在网页“来源 › 导入记录”里点“重试”""");
    } finally {
      server.stop(0);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("  读取文件\n");
  }
}
