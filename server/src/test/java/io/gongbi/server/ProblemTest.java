package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Running.Shared.class)
class ProblemTest {
  @Test
  void bug_isAnsweredWithItsNumber_andNothingElse(Running running) {
    var said = running.loggedIn(Role.viewer()).get("/api/test/broken");
    assertThat(said.status()).isEqualTo(500);
    assertThat(said.json().path("id").asString()).matches("[0-9a-f]{8}");
    assertThat(said.message()).contains(said.json().path("id").asString());
    assertThat(said.text()).doesNotContain("select", "phone", "Exception", "io.gongbi");
  }

  @Test
  void handler_isRefused_whenNobodySaidWhoMayCallIt(Running running) {
    var said = running.loggedIn(Role.administrator()).get("/api/test/forgotten");
    assertThat(said.status()).isEqualTo(500);
    assertThat(said.text()).doesNotContain("secret");
  }

  @Test
  void nothing_isThere(Running running) {
    var browser = running.loggedIn(Role.viewer());
    assertThat(browser.get("/api/none").status()).isEqualTo(404);
    assertThat(browser.get("/api/none").message()).isEqualTo("没有这个地址。");
    assertThat(running.browser().get("/api/none").status()).isEqualTo(401);
    assertThat(running.browser().get("/none.svg").status()).isEqualTo(404);
    assertThat(browser.get("/api/refresh/runs/999").code()).isEqualTo("refresh.no-such-run");
    assertThat(browser.get("/api/refresh/runs/999").status()).isEqualTo(404);
  }

  @Test
  void method_orFormat_isNotSupported(Running running) {
    var browser = running.loggedIn(Role.viewer());
    assertThat(browser.send("PUT", "/api/refresh/runs/1", Optional.of("{}")).status())
        .isEqualTo(405);
    assertThat(browser.send("PUT", "/api/refresh/runs/1", Optional.of("{}")).message())
        .isEqualTo("这个地址不支持 PUT。");
    browser.with("Content-Type", "text/plain");
    assertThat(browser.put("/api/session/locale", "zh").status()).isEqualTo(415);
  }

  @Test
  void parameter_isNotWhatItShouldBe(Running running) {
    var browser = running.loggedIn(Role.viewer());
    var said = browser.get("/api/refresh/runs?limit=many");
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.code()).isEqualTo("server.unfit-parameter");
    assertThat(said.place()).isEqualTo("limit");
    assertThat(browser.get("/api/refresh/runs/one").place()).isEqualTo("id");
  }

  @Test
  void body_isSaidToBeWrong_whereItIs(Running running) {
    var browser = running.browser();
    browser.get("/api/setup");
    var half = browser.post("/api/session", "{\"name\":\"lin\",\n \"password\":");
    assertThat(half.status()).isEqualTo(400);
    assertThat(half.code()).isEqualTo("server.not-json");
    assertThat(half.message()).startsWith("内容不是合法的 JSON：第 2 行");
    assertThat(browser.post("/api/session", "").code()).isEqualTo("server.no-body");

    var missing = browser.post("/api/session", "{\"name\":null,\"pasword\":\"x\"}");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().path("faults").size()).isEqualTo(3);
    assertThat(missing.text()).contains("json.missing", "json.unknown-property", "pasword");
  }

  @Test
  void right_isMissing(Running running) {
    var said = running.loggedIn(Role.viewer()).post("/api/refresh/runs/1/cancel", "{}");
    assertThat(said.status()).isEqualTo(403);
    assertThat(said.message()).isEqualTo("您的角色没有“定义”权限，可请管理员开通。");
  }

  @Test
  void app_isServed_withItsHeaders(Running running) {
    var browser = running.browser();
    var first = browser.get("/");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text()).contains("first page");
    assertThat(first.header("Cache-Control")).isEqualTo("max-age=60");
    assertThat(first.header("Content-Security-Policy"))
        .contains("script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("script-src 'self' 'unsafe-inline'");
    assertThat(first.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(first.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(browser.get("/customers/17").text()).isEqualTo(first.text());
    assertThat(browser.get("/login?token=abc").text()).isEqualTo(first.text());
    assertThat(browser.get("/assets/app-1a2b3c4d.js").header("Cache-Control"))
        .isEqualTo("max-age=31536000, public, immutable");
    assertThat(browser.get("/assets/gone-00000000.js").status()).isEqualTo(404);
    assertThat(browser.get("/../application.properties").status()).isBetween(400, 404);
    assertThat(browser.get("/api/setup").header("Cache-Control")).contains("no-store");
  }
}
