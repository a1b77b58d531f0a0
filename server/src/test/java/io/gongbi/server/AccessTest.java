package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator does with those who log in, and what that does to them. */
@ExtendWith(Running.Shared.class)
class AccessTest {
  private static final String SHANGHAI =
      "{\"type\":\"in\",\"field\":\"customer.city\",\"values\":[\"上海\"]}";

  private static Browser.Said invite(Browser admin, String name, String role, String customers) {
    return admin.post(
        "/api/access/users",
        "{\"name\":\"%s\",\"role\":\"%s\",\"customers\":%s}".formatted(name, role, customers));
  }

  private static Browser by(Running running, String token) {
    var browser = running.browser();
    browser.get("/api/setup");
    var said = browser.post("/api/session/link", "{\"token\":\"" + token + "\"}");
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    return browser;
  }

  private static String token(Browser.Said invited) {
    return invited.json().path("link").path("token").asString("");
  }

  private static String id(Browser.Said invited) {
    return invited.json().path("user").path("id").asString("");
  }

  @Test
  void invited_comesInByTheLink_andChoosesAPassword(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var invited = invite(admin, "wang.fang", "analyst", SHANGHAI);
    assertThat(invited.status()).as(invited.text()).isEqualTo(200);
    assertThat(invited.json().path("user").path("customers").toString()).isEqualTo(SHANGHAI);
    assertThat(invited.json().path("user").path("password").asBoolean()).isFalse();

    var wang = by(running, token(invited));
    assertThat(wang.get("/api/session").json().path("user").path("password").asBoolean()).isFalse();
    assertThat(wang.put("/api/session/password", "{\"password\":\"short\"}").code())
        .isEqualTo("access.password-too-short");
    var other = by(running, renewed(admin, invited));
    assertThat(wang.put("/api/session/password", "{\"password\":\"river-stone-7\"}").status())
        .isEqualTo(200);
    assertThat(wang.get("/api/session").json().path("user").path("password").asBoolean()).isTrue();
    // Whoever was logged in beside has to show that password now.
    assertThat(other.get("/api/session").status()).isEqualTo(401);

    assertThat(wang.put("/api/session/password", "{\"password\":\"river-stone-8\"}").code())
        .isEqualTo("access.wrong-current-password");
    assertThat(
            wang.put(
                    "/api/session/password",
                    "{\"current\":\"river-stone-7\",\"password\":\"river-stone-8\"}")
                .status())
        .isEqualTo(200);
    assertThat(running.browser().login("wang.fang", "river-stone-8").status()).isEqualTo(200);
  }

  private static String renewed(Browser admin, Browser.Said invited) {
    return admin
        .post("/api/access/users/" + id(invited) + "/link", "{}")
        .json()
        .path("token")
        .asString("");
  }

  @Test
  void role_changed_holdsFromTheNextRequest(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var invited = invite(admin, "chen.jie", "viewer", "null");
    var chen = by(running, token(invited));
    assertThat(chen.get("/api/session").json().path("rights").toString()).isEqualTo("[\"VIEW\"]");

    var address = "/api/access/users/" + id(invited);
    var changed =
        admin.put(address, "{\"role\":\"marketer\",\"customers\":%s}".formatted(SHANGHAI));
    assertThat(changed.json().path("role").asString("")).isEqualTo("marketer");
    assertThat(chen.get("/api/session").status()).isEqualTo(401);
    assertThat(
            by(running, renewed(admin, invited))
                .get("/api/session")
                .json()
                .path("rights")
                .toString())
        .isEqualTo("[\"VIEW\",\"DEFINE\",\"SEND\"]");
  }

  @Test
  void disabled_comesInNoMore_untilEnabled(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var invited = invite(admin, "zhao.lei", "viewer", "null");
    var zhao = by(running, token(invited));
    zhao.put("/api/session/password", "{\"password\":\"river-stone-7\"}");
    var link = renewed(admin, invited);
    var address = "/api/access/users/" + id(invited);

    assertThat(admin.post(address + "/disable", "{}").json().path("disabled").asBoolean()).isTrue();
    assertThat(zhao.get("/api/session").status()).isEqualTo(401);
    assertThat(running.browser().login("zhao.lei", "river-stone-7").code())
        .isEqualTo("access.wrong-name-or-password");
    var browser = running.browser();
    browser.get("/api/setup");
    assertThat(browser.post("/api/session/link", "{\"token\":\"" + link + "\"}").code())
        .isEqualTo("access.link-unknown");
    assertThat(admin.post(address + "/link", "{}").code()).isEqualTo("access.disabled");

    assertThat(admin.post(address + "/enable", "{}").json().path("disabled").asBoolean()).isFalse();
    assertThat(running.browser().login("zhao.lei", "river-stone-7").status()).isEqualTo(200);
  }

  @Test
  void role_isRefused_whenItCouldNotHold(Running running) {
    var admin = running.loggedIn(Role.administrator());
    assertThat(invite(admin, "li", "emperor", "null").code()).isEqualTo("access.no-such-role");
    assertThat(invite(admin, "li", "administrator", SHANGHAI).code())
        .isEqualTo("access.administrator-sees-all");
    assertThat(
            invite(admin, "li", "viewer", SHANGHAI.replace("customer.city", "customer.shoe_size"))
                .code())
        .isEqualTo("where.unknown-field");
    assertThat(admin.post("/api/access/users/nobody/disable", "{}").code())
        .isEqualTo("access.no-such-user");
  }

  @Test
  void trail_tellsWhoDidWhat_toAdministratorsOnly(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var invited = invite(admin, "sun.li", "analyst", SHANGHAI);
    admin.post("/api/access/users/" + id(invited) + "/disable", "{}");
    var me = admin.get("/api/session").json().path("user").path("name").asString("");
    var trail = admin.get("/api/access/audit?limit=200").json();
    assertThat(trail.path("intact").asBoolean()).isTrue();
    assertThat(
            trail
                .path("rows")
                .valueStream()
                // Others use the same server meanwhile.
                .filter(r -> r.path("what").asString("").equals("sun.li"))
                .map(
                    r ->
                        r.path("user").path("zh").asString("")
                            + " "
                            + r.path("act").asString("")
                            + " "
                            + r.path("what").asString("")
                            + " "
                            + r.path("detail").asString("")))
        .containsExactly(
            me + " USER_CHANGED sun.li disabled", me + " USER_ADDED sun.li analyst, " + SHANGHAI);
    for (var role : Role.shipped().subList(1, 4))
      for (var address :
          new String[] {"/api/access/users", "/api/access/roles", "/api/access/audit"})
        assertThat(running.loggedIn(role).get(address).status()).as(role.name()).isEqualTo(403);
  }

  @Test
  void company_hasTheNameItWasGiven(Running running) {
    var admin = running.loggedIn(Role.administrator());
    var said =
        admin.put(
            "/api/company",
            "{\"name\":\" 宣和生活 \",\"zone\":\"Asia/Shanghai\",\"currency\":\"CNY\"}");
    assertThat(said.json().path("name").asString("")).isEqualTo("宣和生活");
    assertThat(admin.get("/api/session").json().path("company").path("name").asString(""))
        .isEqualTo("宣和生活");
    assertThat(
            admin
                .put(
                    "/api/company",
                    "{\"name\":\"\",\"zone\":\"Mars/Olympus\",\"currency\":\"SHELLS\"}")
                .json()
                .path("faults")
                .valueStream()
                .map(f -> f.path("code").asString("")))
        .containsExactly("server.no-such-zone", "server.no-such-currency");
    assertThat(
            running
                .loggedIn(Role.analyst())
                .put(
                    "/api/company",
                    "{\"name\":\"\",\"zone\":\"Asia/Shanghai\",\"currency\":\"CNY\"}")
                .status())
        .isEqualTo(403);
  }
}
