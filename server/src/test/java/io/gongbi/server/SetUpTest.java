package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpTest {
  @TempDir Path folder;

  @Test
  void firstRun_makesTheAdministrator_whoIsStillLoggedInAfterARestart() {
    String session;
    try (var running = Running.on(folder)) {
      var browser = running.browser();
      assertThat(browser.get("/api/setup").json().path("needed").asBoolean()).isTrue();
      assertThat(browser.get("/api/session").status()).isEqualTo(401);

      var token = running.gongbi().links().forSetUp(Duration.ofDays(1));
      var refused = browser.post("/api/setup", first(token, "林", "short"));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("access.password-too-short");
      assertThat(refused.place()).isEqualTo("password");

      var made = browser.post("/api/setup", first(token, "林", "mountain-9"));
      assertThat(made.status()).isEqualTo(200);
      assertThat(made.json().path("user").path("name").asString()).isEqualTo("林");
      // A browser's language is not one that was chosen.
      assertThat(made.json().path("user").has("locale")).isFalse();
      assertThat(made.json().path("rights").toString())
          .isEqualTo("[\"VIEW\",\"EXPORT\",\"REVEAL\",\"DEFINE\",\"CURATE\",\"SEND\",\"ADMIN\"]");
      assertThat(made.json().path("company").path("zone").asString()).isEqualTo("Asia/Shanghai");
      assertThat(made.json().path("company").path("empty").asBoolean()).isTrue();

      assertThat(browser.get("/api/session").json()).isEqualTo(made.json());
      assertThat(browser.get("/api/setup").json().path("needed").asBoolean()).isFalse();
      var again = browser.post("/api/setup", first(token, "王", "mountain-9"));
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.code()).isEqualTo("access.already-set-up");
      session = browser.cookie("gongbi-0").orElseThrow();
    }
    try (var running = Running.on(folder)) {
      var browser = running.browser();
      browser.setCookie("gongbi-0", session);
      assertThat(browser.get("/api/session").json().path("user").path("name").asString())
          .isEqualTo("林");
    }
  }

  private static String first(String token, String name, String password) {
    return "{\"token\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}"
        .formatted(token, name, password);
  }
}
