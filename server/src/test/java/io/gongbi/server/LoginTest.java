package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.server.login.Bcrypt;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Running.Shared.class)
class LoginTest {
  @Test
  void login_opensASession_thatLogoutEnds(Running running) {
    var user = running.person(Role.analyst());
    var browser = running.browser();
    var said = browser.login(user.name(), Running.PASSWORD);
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.json().path("rights").toString())
        .isEqualTo("[\"VIEW\",\"EXPORT\",\"DEFINE\",\"CURATE\"]");
    assertThat(said.response().headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("gongbi-0=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/"));

    var session = browser.cookie("gongbi-0").orElseThrow();
    assertThat(browser.delete("/api/session").status()).isEqualTo(204);
    var later = running.browser();
    later.setCookie("gongbi-0", session);
    assertThat(later.get("/api/session").status()).isEqualTo(401);
    assertThat(later.get("/api/session").code()).isEqualTo("server.not-signed-in");
  }

  @Test
  void login_saysNeitherNameNorPassword_inTheLanguageOfWhoeverAsks(Running running) {
    var user = running.person(Role.viewer());
    var chinese = running.browser().login(user.name(), "mountain-8");
    assertThat(chinese.status()).isEqualTo(400);
    assertThat(chinese.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(chinese.json().toString())
        .isEqualTo(
            "{\"title\":\"请求有误\",\"status\":400,\"detail\":\"登录名或密码不正确。\",\"faults\":[{\"code\":"
                + "\"access.wrong-name-or-password\",\"place\":\"\",\"message\":\"登录名或密码不正确。\","
                + "\"words\":{}}]}");
    var english =
        running.browser().with("Accept-Language", "en-GB").login("nobody at all", "mountain-8");
    assertThat(english.message()).isEqualTo("The login name or the password is not right.");
    assertThat(english.code()).isEqualTo(chinese.code());
  }

  /** A session that a stranger planted before the login is worth nothing after it. */
  @Test
  void session_hasANewId_afterLogin(Running running) {
    var first = running.loggedIn(Role.viewer());
    var planted = first.cookie("gongbi-0").orElseThrow();
    var csrf = first.cookie("XSRF-TOKEN").orElseThrow();
    assertThat(first.login(running.person(Role.analyst()).name(), Running.PASSWORD).status())
        .isEqualTo(200);
    assertThat(first.cookie("gongbi-0").orElseThrow()).isNotEqualTo(planted);
    assertThat(first.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(csrf);
    var stranger = running.browser();
    stranger.setCookie("gongbi-0", planted);
    assertThat(stranger.get("/api/session").status()).isEqualTo(401);

    var victim = running.browser();
    victim.setCookie("gongbi-0", "0123456789ABCDEF0123456789ABCDEF");
    var said = victim.login(running.person(Role.viewer()).name(), Running.PASSWORD);
    assertThat(said.response().headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("gongbi-0="))
        .hasSize(1)
        .noneMatch(cookie -> cookie.contains("0123456789ABCDEF0123456789ABCDEF"));
  }

  @Test
  void link_logsInOnce(Running running) {
    var user = running.person(Role.viewer());
    var token = running.gongbi().links().forUser(user.id(), Duration.ofMinutes(5));
    var browser = running.browser();
    browser.get("/api/setup");
    var said = browser.post("/api/session/link", "{\"token\":\"" + token + "\"}");
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.json().path("user").path("name").asString()).isEqualTo(user.name());

    var other = running.browser();
    other.get("/api/setup");
    var again = other.post("/api/session/link", "{\"token\":\"" + token + "\"}");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("access.link-unknown");
  }

  @Test
  void session_ends_whenThePasswordIsChanged(Running running) {
    var user = running.person(Role.viewer());
    var browser = running.browser();
    browser.login(user.name(), Running.PASSWORD);
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
    running.gongbi().users().setPassword(user, "another-mountain", new Bcrypt());
    assertThat(browser.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void guessing_isSlowedDown_forThatNameFromThatAddress(Running running) {
    var user = running.person(Role.viewer());
    for (int i = 0; i < 5; i++)
      assertThat(running.browser().login(user.name(), "guess-" + i).status()).isEqualTo(400);
    var sixth = running.browser().login(user.name(), Running.PASSWORD);
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.code()).isEqualTo("server.too-many-attempts");
    assertThat(sixth.message()).isEqualTo("尝试次数过多，请 15 分钟后再试。");
    assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(600, 900);
    assertThat(running.browser().login(running.person(Role.viewer()).name(), Running.PASSWORD))
        .extracting(Browser.Said::status)
        .isEqualTo(200);
  }

  @Test
  void change_isRefused_withoutTheCsrfToken(Running running) {
    var browser = running.loggedIn(Role.viewer());
    browser.with("X-XSRF-TOKEN", "guessed");
    var guessed = browser.put("/api/session/locale", "{\"locale\":\"en\"}");
    assertThat(guessed.status()).isEqualTo(403);
    assertThat(guessed.code()).isEqualTo("server.csrf");
    assertThat(guessed.message()).isEqualTo("页面已过期，请刷新后重试。");

    var stranger = new Browser(running.address());
    stranger.setCookie("gongbi-0", browser.cookie("gongbi-0").orElseThrow());
    assertThat(stranger.put("/api/session/locale", "{\"locale\":\"en\"}").code())
        .isEqualTo("server.csrf");

    browser.with("X-XSRF-TOKEN", "");
    var good = browser.put("/api/session/locale", "{\"locale\":\"en\"}");
    assertThat(good.json().path("user").path("locale").asString()).isEqualTo("en");
    var without = browser.with("Accept-Language", "").put("/api/session/locale", "{}");
    assertThat(without.json().path("title").asString()).isEqualTo("Bad request");
  }

  /** Whoever makes a user, and in whatever language, leaves the choice to them. */
  @Test
  void language_isNobodys_untilTheyChooseIt(Running running) {
    var english = running.loggedIn(Role.administrator()).with("Accept-Language", "en-GB");
    var invited = english.post("/api/access/users", "{\"name\":\"陈\",\"role\":\"viewer\"}").json();
    assertThat(invited.path("user").path("name").asString()).isEqualTo("陈");
    assertThat(invited.path("user").has("locale")).isFalse();

    var link = "{\"token\":\"" + invited.path("link").path("token").asString() + "\"}";
    var chen = running.browser();
    chen.get("/api/setup");
    var came = chen.post("/api/session/link", link).json().path("user");
    assertThat(came.path("name").asString()).isEqualTo("陈");
    assertThat(came.has("locale")).isFalse();
    assertThat(chen.get("/api/none").message()).isEqualTo("没有这个地址。");

    chen.put("/api/session/locale", "{\"locale\":\"zh\"}");
    assertThat(chen.get("/api/session").json().path("user").path("locale").asString())
        .isEqualTo("zh");
  }

  @Test
  void commandLine_isKnownByItsToken_onThisMachineOnly(Running running) {
    var token = running.server().settings().token();
    var line = running.browser().with("Authorization", "Bearer " + token);
    assertThat(line.get("/api/session").json().path("user").path("id").asString())
        .isEqualTo("command-line");
    assertThat(line.put("/api/session/locale", "{\"locale\":\"xx\"}").code())
        .isEqualTo("access.locale-unknown");
    assertThat(line.with("X-Forwarded-For", "203.0.113.9").get("/api/session").status())
        .isEqualTo(401);
    var wrong = running.loggedIn(Role.administrator()).with("Authorization", "Bearer " + "x");
    assertThat(wrong.get("/api/session").status()).isEqualTo(401);
    assertThat(wrong.post("/api/session/link", "{\"token\":\"\"}").status()).isEqualTo(400);
  }
}
