package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.source.Outbound.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door to other hosts, against a real socket on this machine. */
final class OutboundTest {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  /** What the other side does with a connection. */
  private interface Manners {
    void with(Socket socket) throws IOException, InterruptedException;
  }

  private ServerSocket server;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private volatile Manners manners =
      socket -> answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (var socket = server.accept()) {
                  manners.with(socket);
                } catch (IOException | InterruptedException e) {
                  // The test is over, or it wants the line cut.
                }
              }
            });
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private void hear(Socket socket) throws IOException {
    var bytes = new byte[8192];
    int n = socket.getInputStream().read(bytes);
    heard.add(new String(bytes, 0, Math.max(0, n), StandardCharsets.UTF_8));
  }

  private void answer(Socket socket, String text) throws IOException {
    hear(socket);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String here() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private Outbound door(String name, boolean inside) {
    return new Outbound(() -> new AllowedHosts(List.of(new AllowedHosts.Host(name, inside))));
  }

  private static Outbound.Request post(String target) {
    return new Outbound.Request(
        "POST",
        URI.create(target),
        List.of(new Outbound.Header("Content-Type", "text/plain")),
        "hi",
        PATIENCE);
  }

  private Answer send() {
    return door(here(), true).send(post("http://" + here() + "/say?to=%E5%A5%BD"));
  }

  private static String body(Answer answer) {
    return answer instanceof Answer.Spoken s ? s.status() + " " + s.body() : answer.toString();
  }

  @Test
  void request_arrivesOnce_andItsAnswerIsRead() {
    assertThat(body(send())).isEqualTo("200 ok");
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst())
        .isEqualTo(
            "POST /say?to=%E5%A5%BD HTTP/1.1\r\nHost: "
                + here()
                + "\r\nConnection: close\r\nAccept: */*\r\nUser-Agent: gongbi\r\n"
                + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi");
  }

  @Test
  void answer_isReadInChunks_orToTheEnd() {
    manners =
        s ->
            answer(
                s,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3;x=y\r\ncde\r\n0\r\n\r\n");
    assertThat(body(send())).isEqualTo("200 abcde");
    manners = s -> answer(s, "HTTP/1.0 200 OK\r\n\r\nto the end");
    assertThat(body(send())).isEqualTo("200 to the end");
    manners =
        s -> answer(s, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n");
    assertThat(body(send())).isEqualTo("500 ");
  }

  @Test
  void redirect_isAnAnswer_andNotFollowed() {
    manners =
        s ->
            answer(
                s,
                "HTTP/1.1 302 Found\r\nLocation: http://"
                    + here()
                    + "/other\r\nContent-Length: 0\r\n\r\n");
    assertThat(body(send())).isEqualTo("302 ");
    assertThat(heard).hasSize(1);
  }

  /** Whatever happens after the first byte left: nobody may say that nothing happened. */
  @Test
  void brokenAfterItLeft_isUnknown_andNotRepeated() {
    manners = this::hear;
    assertThat(send()).isEqualTo(new Answer.Unknown("connection closed"));
    manners = s -> answer(s, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    assertThat(send()).isEqualTo(new Answer.Unknown("connection closed"));
    manners = s -> answer(s, "garbage\r\n\r\n");
    assertThat(send()).isEqualTo(new Answer.Unknown("not HTTP"));
    manners = s -> answer(s, "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n");
    assertThat(send()).isEqualTo(new Answer.Unknown("answer too large"));
    manners = s -> answer(s, "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat((1 << 20) + 1));
    assertThat(send()).isEqualTo(new Answer.Unknown("answer too large"));
    manners =
        s -> {
          hear(s);
          Thread.sleep(PATIENCE.plusMillis(500));
        };
    assertThat(send()).isEqualTo(new Answer.Unknown("timeout"));
    assertThat(heard).hasSize(6);
  }

  @Test
  void drippingAnswer_endsAtTheDeadline() {
    manners =
        s -> {
          hear(s);
          for (int i = 0; i < 40; i++) {
            s.getOutputStream().write('H');
            s.getOutputStream().flush();
            Thread.sleep(100);
          }
        };
    long begin = System.nanoTime();
    assertThat(send()).isEqualTo(new Answer.Unknown("timeout"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void nobodyThere_hasNotLeft() throws IOException {
    // Of a port that nobody ever listened at: one that is just being closed may still say hello.
    String gone;
    try (var nobody = new ServerSocket(0, 1, server.getInetAddress())) {
      gone = "127.0.0.1:" + nobody.getLocalPort();
    }
    var answer = door(gone, true).send(post("http://" + gone + "/"));
    assertThat(answer).isInstanceOf(Answer.NotLeft.class);
    assertThat(((Answer.NotLeft) answer).why().code()).isEqualTo("source.outbound-unreachable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://localhost/",
        "https://example.com.evil.org/",
        "https://evil.org/?https://sms.example.com/",
        "https://sms.example.com:8443/",
        "http://169.254.169.254/latest/meta-data/"
      })
  void hostThatIsNotOnTheList_isRefused(String target) {
    var door = door("sms.example.com", false);
    assertThatThrownBy(() -> door.check(URI.create(target)))
        .hasMessageContaining("source.outbound-not-allowed");
    assertThat(code(door.send(post(target)))).isEqualTo("source.outbound-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://sms.example.com/",
        "file:///etc/passwd",
        "https://user:pass@sms.example.com/",
        "https://sms.example.com/#x",
        "/path/only"
      })
  void whatIsNoAddress_isRefused(String target) {
    assertThatThrownBy(() -> door("sms.example.com", true).check(URI.create(target)))
        .hasMessageContaining("source.outbound-address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "::1"})
  void allowedNameThatLeadsInside_isStopped(String stray) throws UnknownHostException {
    var world = InetAddress.getByName("8.8.8.8");
    var inside = InetAddress.getByName(stray);
    var door =
        new Outbound(
            () -> new AllowedHosts(List.of(new AllowedHosts.Host("sms.example.com", false))),
            _ -> new InetAddress[] {world, inside});
    assertThat(code(door.send(post("http://sms.example.com/"))))
        .isEqualTo("source.outbound-inside");
  }

  @Test
  void metadataService_isNeverReached_notEvenAsInside() {
    var door = door("169.254.169.254", true);
    assertThat(code(door.send(post("http://169.254.169.254/"))))
        .isEqualTo("source.outbound-inside");
  }

  /**
   * A name that means something else with each look: what was looked at is what is connected to.
   */
  @Test
  void rebinding_leadsNowhere_becauseANameIsAskedForOnce() {
    var asked = new AtomicInteger();
    Outbound.Names names =
        _ -> {
          // The first look says this machine's server; any later one would lead elsewhere.
          var first = asked.incrementAndGet() == 1;
          return new InetAddress[] {InetAddress.getByName(first ? "127.0.0.1" : "127.0.0.2")};
        };
    var allowed =
        new AllowedHosts(
            List.of(new AllowedHosts.Host("sms.example.com:" + server.getLocalPort(), true)));
    var door = new Outbound(() -> allowed, names);
    var answer = door.send(post("http://sms.example.com:" + server.getLocalPort() + "/"));
    // Reached at the looked-at address under the allowed name, which no name server knows.
    assertThat(body(answer)).isEqualTo("200 ok");
    assertThat(heard.getFirst()).contains("Host: sms.example.com:" + server.getLocalPort());
    assertThat(asked).hasValue(1);
  }

  @Test
  void header_cannotBeginAnother() {
    assertThatThrownBy(() -> new Outbound.Header("X", "a\r\nHost: evil"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Outbound.Header("X: y\r\nZ", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://a.com",
        "a.com/x",
        "a b.com",
        "*.a.com",
        "a.com:0",
        "a.com:70000",
        "a..com"
      })
  void unfitHost_isNotKept(String name) {
    assertThatThrownBy(() -> new AllowedHosts(List.of(new AllowedHosts.Host(name, false))).check())
        .hasMessageContaining("source.host-unfit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.com", "A.com", "a.com:8443", "10.0.0.1:80", "[::1]:80", "localhost"})
  void fitHost_isKept(String name) {
    new AllowedHosts(List.of(new AllowedHosts.Host(name, false))).check();
  }

  private static String code(Answer answer) {
    return ((Answer.NotLeft) answer).why().code();
  }
}
