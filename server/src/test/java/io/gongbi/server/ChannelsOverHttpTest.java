package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gongbi.access.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A channel from its form to its receipts, as browsers and a provider on this machine see it. */
@ExtendWith(Running.Shared.class)
class ChannelsOverHttpTest {
  private HttpServer provider;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    provider.createContext(
        "/",
        exchange -> {
          try (exchange) {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer =
                "{\"code\":0,\"msgid\":\"p-%d\"}"
                    .formatted(heard.size())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    provider.start();
  }

  @AfterEach
  void close() {
    provider.stop(0);
  }

  private String host() {
    return "127.0.0.1:" + provider.getAddress().getPort();
  }

  private String draft(String secrets) {
    return """
        {"label":"短信网关 · 华东","kind":"sms-gateway","price":0.045,"secrets":%s,
         "settings":{"url":"http://%s/send","account":"xuanhe",
           "body":"{\\"pw\\":\\"{secret}\\",\\"to\\":\\"{phone}\\",\\"text\\":\\"{text}\\"}",
           "successAt":"/code","success":"0","messageIdAt":"/msgid"}}
        """
        .formatted(secrets, host());
  }

  private String connect(Browser admin) {
    admin.put("/api/outbound/hosts", "[{\"name\":\"%s\",\"inside\":true}]".formatted(host()));
    var said = admin.post("/api/channels", draft("{\"secret\":\"river-stone-7\"}"));
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    return said.json().path("id").asString("");
  }

  @Test
  void connection_isMade_andItsSecretIsNeverShownAgain(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var id = connect(admin);
    for (var path : List.of("/api/channels", "/api/channels/" + id, "/api/channels/kinds")) {
      var said = admin.get(path);
      assertThat(said.status()).isEqualTo(200);
      assertThat(said.text()).doesNotContain("river-stone");
    }
    assertThat(admin.get("/api/access/audit").text()).doesNotContain("river-stone");
    var shown = admin.get("/api/channels/" + id).json();
    assertThat(shown.path("secrets").path("secret").asString("")).startsWith("20");
    assertThat(shown.path("settings").path("timeout").asString("")).isEqualTo("10");
    assertThat(channel(admin, id).path("problems").size()).isZero();
    assertThat(channel(admin, id).path("perSecond").asInt()).isEqualTo(10);

    // Saved again without it, it is still there.
    assertThat(admin.put("/api/channels/" + id, draft("{}")).status()).isEqualTo(200);
    assertThat(admin.get("/api/channels/" + id).json().path("secrets").has("secret")).isTrue();
    var wrong = admin.put("/api/channels/" + id, draft("{}").replace("127.0.0.1", "10.0.0.9"));
    assertThat(wrong.code()).isEqualTo("channel.secret-anew");
    assertThat(wrong.place()).isEqualTo("secret");
  }

  private static tools.jackson.databind.JsonNode channel(Browser browser, String id) {
    return browser
        .get("/api/channels")
        .json()
        .valueStream()
        .filter(c -> c.path("id").asString("").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void settings_areTheAdministrators_andTrialsAreTheMarketers(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var id = connect(admin);
    var marketer = running.loggedIn(Role.marketer());
    assertThat(marketer.get("/api/channels").status()).isEqualTo(200);
    assertThat(marketer.get("/api/channels/" + id).status()).isEqualTo(403);
    assertThat(marketer.get("/api/channels/kinds").status()).isEqualTo(403);
    assertThat(marketer.post("/api/channels", draft("{}")).status()).isEqualTo(403);
    assertThat(marketer.put("/api/outbound/hosts", "[]").status()).isEqualTo(403);
    assertThat(marketer.post("/api/channels/" + id + "/callback", "{\"renew\":false}").status())
        .isEqualTo(403);
    var trial = "{\"phone\":\"139 0000 0007\",\"text\":\"试一下\"}";
    assertThat(
            running.loggedIn(Role.viewer()).post("/api/channels/" + id + "/trials", trial).status())
        .isEqualTo(403);
    var said = marketer.post("/api/channels/" + id + "/trials", trial);
    assertThat(said.json().path("state").asString("")).as(said.text()).isEqualTo("SENT");
    assertThat(heard)
        .singleElement()
        .asString()
        .startsWith("{\"pw\":\"river-stone-7\",\"to\":\"13900000007\",\"text\":\"")
        .contains("试一下");
    // Who sent it sees the number; who sees no numbers sees none of others'.
    assertThat(marketer.get("/api/channels/" + id + "/trials").text()).contains("13900000007");
    assertThat(
            marketer
                .post("/api/channels/" + id + "/trials", "{\"phone\":\"12\",\"text\":\"x\"}")
                .code())
        .isEqualTo("delivery.trial-phone");
    assertThat(marketer.post("/api/channels/file/trials", trial).code())
        .isEqualTo("delivery.trial-channel");
  }

  @Test
  void provider_tellsWithoutALogin_whoeverKnowsTheAddress(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var id = connect(admin);
    admin.post("/api/channels/" + id + "/trials", "{\"phone\":\"13900000008\",\"text\":\"试\"}");
    var path =
        admin
            .post("/api/channels/" + id + "/callback", "{\"renew\":false}")
            .json()
            .path("path")
            .asString("");
    var stranger = running.browser();
    var receipt =
        "[{\"msgid\":\"p-1\",\"status\":\"DELIVRD\"},{\"msgid\":\"p-9\",\"status\":\"X\"}]";
    assertThat(stranger.post("/api/receipts/" + id + "/wrong", receipt).status()).isEqualTo(404);
    assertThat(stranger.post("/api/receipts/nobody/wrong", receipt).status()).isEqualTo(404);
    assertThat(trialState(admin, id)).isEqualTo("SENT");

    var said = stranger.post(path, receipt);
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.text()).isEqualTo("ok");
    assertThat(trialState(admin, id)).isEqualTo("DELIVERED");
    assertThat(stranger.post(path, receipt).status()).isEqualTo(200);
    assertThat(stranger.post(path, "what?").status()).isEqualTo(200);
    assertThat(stranger.get(path + "?phone=13911110000&content=TD").status()).isEqualTo(200);
    var today = channel(admin, id).path("today");
    assertThat(today.path("receipts").asLong()).isEqualTo(2);
    assertThat(today.path("repeated").asLong()).isEqualTo(1);
    assertThat(today.path("unknown").asLong()).isEqualTo(2);
    assertThat(today.path("unreadable").asLong()).isEqualTo(1);
    assertThat(today.path("optedOut").asLong()).isEqualTo(1);
    assertThat(stranger.post(path, "x".repeat((1 << 20) + 1)).status()).isEqualTo(413);

    admin.post("/api/channels/" + id + "/callback", "{\"renew\":true}");
    assertThat(stranger.post(path, receipt).status()).isEqualTo(404);
    admin.post("/api/channels/" + id + "/retire", "{}");
    assertThat(admin.get("/api/channels/" + id).status()).isEqualTo(404);
  }

  private static String trialState(Browser browser, String id) {
    return browser.get("/api/channels/" + id + "/trials").json().path(0).path("state").asString("");
  }
}
