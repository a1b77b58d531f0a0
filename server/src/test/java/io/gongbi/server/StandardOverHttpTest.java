package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The data standard over HTTP, in a company without data. */
@ExtendWith(Running.Shared.class)
class StandardOverHttpTest {
  private static String wanted(String name, String label, String type, String codes) {
    return """
    {"entity":"customer","name":"%s","label":{"zh":"%2$s","en":"%2$s"},"type":"%3$s","unit":"",
      "mandatory":false,"sensitivity":"open","codes":%4$s,"steward":"会员部","description":""}\
    """
        .formatted(name, label, type, codes);
  }

  private static JsonNode field(Browser browser, String key) {
    return browser
        .get("/api/standard")
        .json()
        .valueStream()
        .flatMap(e -> e.path("fields").valueStream())
        .filter(f -> f.path("field").path("key").asString().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void field_isAdded_changed_retiredAndBroughtBack_andTheTrailSaysSo(Running running) {
    var lin = running.loggedIn(Role.administrator());
    var added =
        lin.post(
            "/api/standard/fields",
            wanted(
                "Skin",
                "肤质",
                "choice",
                "[{\"value\":\"dry\",\"label\":{\"zh\":\"干性\",\"en\":\"Dry\"}}]"));
    assertThat(added.json().toString()).isEqualTo("{\"key\":\"customer.x_skin\",\"version\":1}");
    var shown = field(lin, "customer.x_skin");
    assertThat(shown.path("own").toString())
        .isEqualTo(
            "{\"version\":1,\"type\":\"choice\",\"unit\":\"\",\"steward\":\"会员部\","
                + "\"description\":\"\",\"retired\":false}");
    assertThat(shown.path("field").path("codes").get(0).path("label").path("zh").asString())
        .isEqualTo("干性");
    assertThat(field(lin, "customer.city").has("own")).isFalse();

    var renamed =
        lin.put(
            "/api/standard/fields/x_skin",
            "{\"version\":1,\"field\":"
                + wanted(
                    "",
                    "皮肤类型",
                    "choice",
                    "[{\"value\":\"dry\",\"label\":{\"zh\":\"干性\",\"en\":\"Dry\"}}]")
                + "}");
    assertThat(renamed.json().path("version").asInt()).isEqualTo(2);
    assertThat(lin.get("/api/standard/fields/customer.x_skin/uses").json().toString())
        .isEqualTo("[]");
    assertThat(lin.post("/api/standard/fields/x_skin/retire", "").json().path("version").asInt())
        .isEqualTo(3);
    assertThat(field(lin, "customer.x_skin").path("own").path("retired").asBoolean()).isTrue();
    assertThat(lin.get("/api/standard/entities").json().toString()).doesNotContain("x_skin");
    assertThat(lin.post("/api/standard/fields/x_skin/restore", "").json().path("version").asInt())
        .isEqualTo(4);
    assertThat(
            lin.get("/api/access/audit?limit=4")
                .json()
                .path("rows")
                .valueStream()
                .map(r -> r.path("act").asString("") + " " + r.path("what").asString("")))
        .contains("DEFINED field/x_skin");
  }

  @Test
  void nonsense_isSaidWithItsPlace_andAViewerMayNotAdd(Running running) {
    var lin = running.loggedIn(Role.administrator());
    var refused = lin.post("/api/standard/fields", wanted("1st", "城市", "choice", "[]"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(
            refused
                .json()
                .path("faults")
                .valueStream()
                .map(f -> f.path("code").asString(""))
                .toList())
        .containsExactly("standard.bad-name", "standard.label-taken", "standard.no-codes");
    var viewer = running.loggedIn(Role.viewer());
    assertThat(viewer.post("/api/standard/fields", wanted("hobby", "爱好", "text", "[]")).status())
        .isEqualTo(403);
    assertThat(viewer.get("/api/standard").status()).isEqualTo(200);
  }
}
