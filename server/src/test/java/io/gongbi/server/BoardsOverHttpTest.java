package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Boards as the screens make, change and delete them, and the measures they are made of. */
@ExtendWith(Running.Shared.class)
class BoardsOverHttpTest {
  private static final String TILE =
      """
      {"id":"t1","title":{"zh":"月销售额","en":"Revenue by month"},
       "insight":{"type":"trend","metric":"revenue","grain":"month",
                  "period":{"from":"2026-01-01","until":"2026-04-01"},"versus":{"type":"lastYear"}},
       "chart":"bar","x":0,"y":0,"w":12,"h":4}""";

  @Test
  void board_isMadeRenamedAndDeleted(Running running) {
    var lin = running.loggedIn(Role.administrator());
    var made = lin.post("/api/dashboards", "{\"label\":\" 春季复盘 \",\"tiles\":[%s]}".formatted(TILE));
    assertThat(made.status()).isEqualTo(200);
    var id = made.json().path("id").asString();
    assertThat(id).matches("b[0-9]+");
    assertThat(made.json().path("label").path("zh").asString()).isEqualTo("春季复盘");

    var renamed =
        lin.put(
            "/api/dashboards/" + id,
            "{\"label\":{\"zh\":\"复盘\",\"en\":\"Review\"},\"tiles\":[%s]}".formatted(TILE));
    assertThat(renamed.status()).isEqualTo(200);
    var kept = lin.get("/api/dashboards/" + id).json();
    assertThat(kept.path("label").path("en").asString()).isEqualTo("Review");
    assertThat(kept.path("tiles").path(0).path("insight").path("versus").path("type").asString())
        .isEqualTo("lastYear");

    assertThat(lin.delete("/api/dashboards/" + id).status()).isEqualTo(204);
    var gone = lin.delete("/api/dashboards/" + id);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.code()).isEqualTo("definition.unknown");
    assertThat(lin.get("/api/dashboards/" + id).status()).isEqualTo(404);
  }

  @Test
  void board_isRefused_withEverythingThatIsWrong(Running running) {
    var lin = running.loggedIn(Role.administrator());
    var nameless = lin.post("/api/dashboards", "{\"label\":\"  \",\"tiles\":[]}");
    assertThat(nameless.status()).isEqualTo(400);
    assertThat(nameless.place()).isEqualTo("label");
    var wide = TILE.replace("\"w\":12", "\"w\":13").replace("\"revenue\"", "\"mood\"");
    var refused = lin.post("/api/dashboards", "{\"label\":\"x\",\"tiles\":[%s]}".formatted(wide));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("faults").valueStream().map(f -> f.path("place").asString()))
        .containsExactlyInAnyOrder("tiles[0]", "tiles[0].insight.metric");
  }

  /**
   * Lin, a marketer, makes a board. Chen, another, opens it and is told that she may not change it;
   * what she keeps of it is her own. An administrator renames it, and it stays Lin's.
   */
  @Test
  void board_belongsToItsMaker(Running running) {
    var lin = running.loggedIn(Role.marketer());
    var chen = running.loggedIn(Role.marketer());
    var board = "{\"label\":\"周会\",\"tiles\":[%s]}".formatted(TILE);
    var made = lin.post("/api/dashboards", board).json();
    var address = "/api/dashboards/" + made.path("id").asString();
    var renamed = "{\"label\":{\"zh\":\"甲\",\"en\":\"A\"},\"tiles\":[]}";
    assertThat(made.path("changeable").asBoolean()).isTrue();
    assertThat(chen.get(address).json().path("owner")).isEqualTo(made.path("owner"));
    assertThat(chen.get(address).json().path("changeable").asBoolean()).isFalse();
    assertThat(listed(chen, made.path("id").asString()).path("changeable").asBoolean()).isFalse();
    for (var refused : List.of(chen.put(address, renamed), chen.delete(address))) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("dashboard.of-another");
      assertThat(refused.message()).endsWith("可以另存为自己的看板，再在上面改。");
    }
    assertThat(lin.get(address).json().path("tiles")).hasSize(1);

    var own = chen.post("/api/dashboards", board).json();
    assertThat(own.path("changeable").asBoolean()).isTrue();
    var admin = running.loggedIn(Role.administrator());
    assertThat(admin.put(address, renamed).status()).isEqualTo(200);
    assertThat(lin.get(address).json().path("changeable").asBoolean()).as("still Lin's").isTrue();
    assertThat(lin.delete(address).status()).isEqualTo(204);
    assertThat(chen.delete(address).code()).isEqualTo("definition.unknown");
    assertThat(admin.delete("/api/dashboards/" + own.path("id").asString()).status())
        .isEqualTo(204);
  }

  private static JsonNode listed(Browser who, String id) {
    return who.get("/api/dashboards")
        .json()
        .valueStream()
        .filter(b -> b.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reader_changesNoBoard(Running running) {
    var reader = running.loggedIn(Role.viewer());
    assertThat(reader.get("/api/dashboards").status()).isEqualTo(200);
    assertThat(reader.post("/api/dashboards", "{\"label\":\"x\",\"tiles\":[]}").status())
        .isEqualTo(403);
    assertThat(reader.delete("/api/dashboards/b1").status()).isEqualTo(403);
  }

  @Test
  void metrics_areThoseOfTheProduct(Running running) {
    var metrics = running.loggedIn(Role.administrator()).get("/api/insights/metrics").json();
    assertThat(
            metrics
                .valueStream()
                .map(m -> m.path("id").asString() + " " + m.path("unit").asString()))
        .containsExactly(
            "revenue MONEY",
            "netRevenue MONEY",
            "refunds MONEY",
            "identifiedRevenue MONEY",
            "identifiedShare SHARE",
            "orders COUNT",
            "orderValue MONEY",
            "items COUNT",
            "itemsPerOrder AVERAGE",
            "buyers COUNT",
            "spendPerBuyer MONEY",
            "newCustomers COUNT",
            "repeatBuyers COUNT",
            "repurchaseRate SHARE",
            "activeCustomers COUNT");
    assertThat(metrics.path(5).path("meaning").path("en").asString())
        .isEqualTo("Paid, uncancelled orders; returns are not orders.");
  }
}
