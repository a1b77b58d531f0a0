package io.gongbi.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Settings;
import io.gongbi.channel.Channel;
import io.gongbi.channel.ChannelContract;
import io.gongbi.channel.Line;
import io.gongbi.channel.Message;
import io.gongbi.channel.News;
import io.gongbi.channel.Pace;
import io.gongbi.channel.Receipt;
import io.gongbi.channel.Reply;
import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import io.gongbi.source.AllowedHosts;
import io.gongbi.source.Outbound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway against a real HTTP server on this machine. */
final class GatewayChannelTest extends ChannelContract {
  private static final Message WANG = message("m1", "13900000001", "王芳", "他说\"好\"\n再来");
  private static final Message LI = message("m2", "13900000002", "李雷", "a&b=c {secret} 100%");

  private final FakeGateway gateway = new FakeGateway();
  private final GatewayChannel channel = new GatewayChannel();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Line line() {
    return line("json", Map.of());
  }

  @Override
  protected long received() {
    return gateway.requests().size();
  }

  private Settings settings(String preset, Map<String, String> more) {
    var values = new HashMap<>(channel.spec().completed(Map.of()));
    channel.spec().presets().stream()
        .filter(p -> p.id().equals(preset))
        .forEach(p -> values.putAll(p.values()));
    values.put("url", "http://" + gateway.host() + "/send");
    values.put("account", "xuanhe");
    values.put("timeout", "1");
    values.put("rate", "500");
    values.putAll(more);
    return new Settings(values, key -> Optional.of("p\"w"));
  }

  private Line line(String preset, Map<String, String> more) {
    return new Line(settings(preset, more), door(), new Pace());
  }

  private Outbound door() {
    return new Outbound(
        () -> new AllowedHosts(List.of(new AllowedHosts.Host(gateway.host(), true))));
  }

  private List<Receipt> send(Line line, Message... messages) {
    return channel.send(batch(1, messages), line);
  }

  @Test
  void json_isEscapedByItself_andAValueIsNoTemplate() {
    var receipts = send(line(), WANG, LI);
    assertThat(receipts)
        .containsExactlyInAnyOrder(
            new Receipt.Sent("m1", NOON, Optional.of("p-m1")),
            new Receipt.Sent("m2", NOON, Optional.of("p-m2")));
    assertThat(gateway.requests())
        .extracting(FakeGateway.Request::body)
        .containsExactlyInAnyOrder(
            """
            {"account":"xuanhe","password":"p\\"w","phone":"13900000001","content":"他说\\"好\\"\\n再来","uid":"m1"}""",
            """
            {"account":"xuanhe","password":"p\\"w","phone":"13900000002","content":"a&b=c {secret} 100%","uid":"m2"}""");
    assertThat(gateway.requests().getFirst().headers().get("Content-type"))
        .containsExactly("application/json; charset=utf-8");
  }

  @Test
  void form_isEncodedPairByPair() {
    send(line("form", Map.of()), LI);
    assertThat(gateway.requests().getFirst().body())
        .isEqualTo(
            "account=xuanhe&password=p%22w&mobile=13900000002"
                + "&content=a%26b%3Dc%20%7Bsecret%7D%20100%25&uid=m2");
  }

  @Test
  void address_isEncoded_andAGetHasNoBody() {
    send(
        line(
            "json",
            Map.of(
                "method", "GET",
                "url", "http://" + gateway.host() + "/send?to={phone}&text={text}&id={id}",
                "headers", "Authorization: Basic {basic}\nX-Time: {time}")),
        LI);
    var request = gateway.requests().getFirst();
    assertThat(request.target())
        .isEqualTo("/send?to=13900000002&text=a%26b%3Dc%20%7Bsecret%7D%20100%25&id=m2");
    assertThat(request.body()).isEmpty();
    // xuanhe:p"w in Base64, and noon of the batch in seconds.
    assertThat(request.headers().get("Authorization")).containsExactly("Basic eHVhbmhlOnAidw==");
    assertThat(request.headers().get("X-time")).containsExactly("" + NOON.getEpochSecond());
  }

  @Test
  void many_goInOneRequest_andEachHasItsAnswer() {
    gateway.behaving(
        (exchange, request) ->
            FakeGateway.answer(
                exchange,
                200,
                """
                {"code":"0","data":[{"code":"0","msgid":"a"},{"code":"7","msg":"黑名单"},{"code":"0","msgid":"c"}]}"""));
    var li = message("m3", "13900000003", "韩梅", "好");
    var receipts = send(line("many", Map.of()), WANG, LI, li);
    assertThat(receipts)
        .containsExactly(
            new Receipt.Sent("m1", NOON, Optional.of("a")),
            new Receipt.Failed("m2", NOON, "7 黑名单"),
            new Receipt.Sent("m3", NOON, Optional.of("c")));
    assertThat(gateway.requests()).hasSize(1);
    assertThat(gateway.requests().getFirst().body())
        .contains("{\"phone\":\"13900000001\"")
        .contains("\"uid\":\"m3\"}]}");
    assertThat(gateway.requests().getFirst().headers().get("Authorization"))
        .containsExactly("Bearer p\"w");
  }

  @Test
  void listOfAnswersThatDoesNotFit_isUncertainForAll() {
    gateway.behaving(
        (exchange, request) ->
            FakeGateway.answer(exchange, 200, "{\"code\":\"0\",\"data\":[{\"code\":\"0\"}]}"));
    assertThat(send(line("many", Map.of()), WANG, LI))
        .containsExactly(
            new Receipt.Uncertain("m1", "channel.garbled"),
            new Receipt.Uncertain("m2", "channel.garbled"));
    gateway.behaving(
        (exchange, request) ->
            FakeGateway.answer(exchange, 200, "{\"code\":\"9\",\"msg\":\"余额不足\"}"));
    assertThat(send(line("many", Map.of()), WANG, LI))
        .containsExactly(
            new Receipt.Failed("m1", NOON, "9 余额不足"), new Receipt.Failed("m2", NOON, "9 余额不足"));
  }

  /** Three answers only: accepted, refused with its words, uncertain. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"code\":0,\"msgid\":17}         | Sent[key=m1, happenedAt=2026-03-01T04:00:00Z, messageId=Optional[17]]",
        "200 | {\"code\":\"0\"}                  | Sent[key=m1, happenedAt=2026-03-01T04:00:00Z, messageId=Optional.empty]",
        "200 | {\"code\":\"3\",\"msg\":\"空号\"} | Failed[key=m1, happenedAt=2026-03-01T04:00:00Z, reason=3 空号]",
        "400 | {\"msg\":\"号码不对\"}            | Failed[key=m1, happenedAt=2026-03-01T04:00:00Z, reason=HTTP 400 号码不对]",
        "200 | <html>busy</html>                 | Uncertain[key=m1, reason=channel.garbled]",
        "200 | {\"other\":1}                     | Uncertain[key=m1, reason=channel.garbled]",
        "200 | {\"code\":{\"is\":0}}             | Uncertain[key=m1, reason=channel.garbled]",
        "500 | {\"code\":\"0\"}                  | Uncertain[key=m1, reason=channel.server-error]",
        "502 | bad gateway                       | Uncertain[key=m1, reason=channel.server-error]"
      })
  void answer_isAcceptedRefusedOrUncertain(int status, String body, String receipt) {
    gateway.behaving((exchange, request) -> FakeGateway.answer(exchange, status, body));
    assertThat(send(line(), WANG).getFirst()).hasToString(receipt);
    assertThat(received()).isEqualTo(1);
  }

  @Test
  void silence_isUncertain_andSaidOnce() {
    gateway.behaving(
        (exchange, request) -> {
          try {
            Thread.sleep(Duration.ofMillis(1_500));
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          FakeGateway.accept(exchange, request);
        });
    assertThat(send(line(), WANG)).containsExactly(new Receipt.Uncertain("m1", "channel.timeout"));
    gateway.behaving(FakeGateway::hangUp);
    assertThat(send(line(), LI)).containsExactly(new Receipt.Uncertain("m2", "channel.cut"));
    assertThat(gateway.phones()).containsExactly("13900000001", "13900000002");
  }

  /** Not logged in is no word about a number: nothing is lost, and the rest is not even tried. */
  @ParameterizedTest
  @CsvSource({"401", "403", "429", "302"})
  void shutDoor_stopsTheRest_andNothingCountsAsRefused(int status) {
    gateway.behaving((exchange, request) -> FakeGateway.answer(exchange, status, "no"));
    var messages =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> message("m" + i, "139%08d".formatted(i), "", "好"))
            .toArray(Message[]::new);
    var receipts = send(line(), messages);
    assertThat(receipts)
        .hasSize(60)
        .allSatisfy(r -> assertThat(r).isInstanceOf(Receipt.NotLeft.class));
    assertThat(((Receipt.NotLeft) receipts.getFirst()).why())
        .isEqualTo(
            new Fault.Unavailable(
                "channel.turned-away", "", Map.of("status", "" + status, "words", "no")));
    // Those that were under way already, and no more.
    assertThat(received()).isLessThanOrEqualTo(16);
  }

  @Test
  void nobodyThere_hasNotLeft() {
    gateway.close();
    var receipt = send(line(), WANG).getFirst();
    assertThat(((Receipt.NotLeft) receipt).why().code()).isEqualTo("source.outbound-unreachable");
  }

  @Test
  void hostThatIsNotAllowed_hearsNothing() {
    var line =
        new Line(
            settings("json", Map.of()),
            new Outbound(() -> new AllowedHosts(List.of())),
            new Pace());
    var receipt = send(line, WANG).getFirst();
    assertThat(((Receipt.NotLeft) receipt).why().code()).isEqualTo("source.outbound-not-allowed");
    assertThat(received()).isZero();
  }

  /** 20 a second: the thirtieth leaves 1.45 seconds after the first. */
  @Test
  void rate_isKept() {
    var messages =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> message("m" + i, "139%08d".formatted(i), "", "好"))
            .toArray(Message[]::new);
    long begin = System.nanoTime();
    send(line("json", Map.of("rate", "20")), messages);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofMillis(1_400), Duration.ofSeconds(8));
    assertThat(gateway.phones()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void settings_areCheckedTogether() {
    assertThat(faults(Map.of("url", "{account}.example.com/x"))).contains("channel.url@url");
    assertThat(faults(Map.of("url", "https://{phone}.example.com/x"))).contains("channel.url@url");
    assertThat(faults(Map.of("url", "https://a.com/a b"))).contains("channel.url@url");
    assertThat(faults(Map.of("headers", "no colon"))).contains("channel.header@headers");
    assertThat(faults(Map.of("headers", "Host: evil.com"))).contains("channel.header@headers");
    assertThat(faults(Map.of("body", "{\"a\":\"{text}\"}"))).contains("channel.no-phone@body");
    assertThat(faults(Map.of("body", "{\"a\":\"{phone}\""))).contains("channel.template-json@body");
    assertThat(faults(Map.of("most", "5"))).contains("channel.no-list@body");
    assertThat(faults(Map.of("most", "5", "format", "form")))
        .contains("channel.many-needs-json@most");
    assertThat(faults(Map.of("wordsAt", "msg"))).contains("channel.pointer@wordsAt");
    assertThat(faults(Map.of("success", ""))).contains("channel.success-half@success");
    assertThat(faults(Map.of())).isEmpty();
  }

  private List<String> faults(Map<String, String> more) {
    var faults = new Faults();
    channel.check(settings("json", more), faults);
    return faults.found().stream().map(f -> f.code() + "@" + f.place()).toList();
  }

  @Test
  void secretsAreForOneHost() {
    assertThat(channel.secretsAreFor(settings("json", Map.of("url", "https://a.com/x?y={phone}"))))
        .isEqualTo("https://a.com");
  }

  private List<News> heard(Map<String, String> more, String type, String body) {
    var heard = channel.hear(settings("json", more), type, body.getBytes(StandardCharsets.UTF_8));
    assertThat(heard.unreadable()).isZero();
    return heard.news();
  }

  @Test
  void receipts_areReadFromObjectsListsAndForms() {
    assertThat(
            heard(
                Map.of("underWay", "SENT,BUFFERED"),
                "application/json",
                """
                [{"msgid":"a","phone":"13900000001","status":"DELIVRD"},
                 {"msgid":17,"status":"MK:0001"},
                 {"msgid":"c","status":"buffered"},
                 {"phone":"8613900000002","content":"TD"}]"""))
        .containsExactly(
            new News.Delivered("a", "13900000001"),
            new News.Failed("17", "", "MK:0001"),
            new News.UnderWay("c", ""),
            new News.Replied("", "8613900000002", new Reply("TD")));
    assertThat(
            heard(
                Map.of("receiptsAt", "/data", "receiptIdAt", "/uid"),
                "application/json",
                "{\"data\":[{\"uid\":\"m1\",\"status\":\"DELIVRD\"}]}"))
        .containsExactly(new News.Delivered("m1", ""));
    assertThat(
            heard(
                Map.of(),
                "application/x-www-form-urlencoded",
                "msgid=a&phone=13900000001&status=DELIVRD&content="))
        .containsExactly(new News.Delivered("a", "13900000001"));
    assertThat(
            heard(
                Map.of("receiptsAt", "/reports"),
                "application/x-www-form-urlencoded; charset=UTF-8",
                "reports=%5B%7B%22msgid%22%3A%22a%22%2C%22status%22%3A%22DELIVRD%22%7D%5D"))
        .containsExactly(new News.Delivered("a", ""));
  }

  @Test
  void receiptsThatAreNone_areCounted() {
    var heard =
        channel.hear(
            settings("json", Map.of()),
            "application/json",
            "[{\"msgid\":\"a\",\"status\":\"DELIVRD\"},{},{\"msgid\":\"b\"},7,\"x\"]"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(heard.news()).containsExactly(new News.Delivered("a", ""));
    assertThat(heard.unreadable()).isEqualTo(4);
  }
}
