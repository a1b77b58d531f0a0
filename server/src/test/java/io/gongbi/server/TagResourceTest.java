package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tag library over HTTP, in a company without data. */
@ExtendWith(Running.Shared.class)
class TagResourceTest {
  private static final String RULE =
      """
      {"type":"rule","cases":[{"value":true,"when":{"type":"attribute","customer":
        {"type":"compare","field":"customer.city","op":"EQ","value":"上海"}}}]}\
      """;

  private Browser lin;

  @BeforeEach
  void logIn(Running running) {
    lin = running.loggedIn(Role.administrator());
  }

  private static String tag(String name, String category, String rule) {
    return """
    {"label":{"zh":"%1$s","en":"%1$s"},"category":"%2$s","rule":%3$s}\
    """
        .formatted(name, category, rule);
  }

  @Test
  void library_tellsReadyTagsFromOwn_andWhenTheyWereComputed() {
    var added = lin.post("/api/tags", tag("上海客户", "fact", RULE));
    assertThat(added.status()).isEqualTo(200);
    var key = added.json().path("id").asString();
    assertThat(key).matches("t[0-9]+");
    assertThat(added.json().path("ready").asBoolean()).isFalse();
    assertThat(added.json().path("meaning").path("zh").asString()).isEqualTo("上海客户");
    assertThat(added.json().path("categoryLabel").path("en").asString()).isEqualTo("Facts");
    assertThat(added.json().path("computedAt").asString())
        .isEqualTo(added.json().path("changedAt").asString());
    var rfm = lin.get("/api/tags/rfm").json();
    assertThat(rfm.path("trait").asString()).isEqualTo("tag/rfm");
    assertThat(rfm.path("ready").asBoolean()).isTrue();

    assertThat(lin.put("/api/tags/" + key, tag("沪客", "城市", RULE)).json().path("version").asInt())
        .isEqualTo(2);
    assertThat(lin.get("/api/tags/" + key).json().path("categoryLabel").path("zh").asString())
        .isEqualTo("城市");
    assertThat(lin.delete("/api/tags/" + key).status()).isEqualTo(204);
    assertThat(lin.get("/api/tags/" + key).json().path("status").asString("")).isEqualTo("RETIRED");
    var again = lin.post("/api/tags/" + key + "/status", "{\"status\":\"PUBLISHED\"}").json();
    assertThat(again.path("status").asString("")).isEqualTo("PUBLISHED");
  }

  /** Nobody is there yet: a draft is kept, tried and moved on all the same. */
  @Test
  void aDraft_isKeptTriedAndMovedOn() {
    var draft = lin.post("/api/tags/drafts", tag("沪", "fact", RULE)).json();
    assertThat(draft.path("status").asString("")).isEqualTo("DRAFT");
    var at = "/api/tags/" + draft.path("id").asString("");
    assertThat(lin.post(at + "/status", "{\"status\":\"APPROVED\"}").status()).isEqualTo(200);
    assertThat(lin.post(at + "/status", "{\"status\":\"APPROVED\"}").code())
        .isEqualTo("tag.no-such-step");
    var preview = lin.post("/api/tags/preview", "{\"rule\":" + RULE + "}").json();
    assertThat(preview.path("holders").asInt()).isZero();
    assertThat(preview.path("customers").asInt()).isZero();
  }

  /** A view of the list is kept under its maker's name, and forgotten. */
  @Test
  void aViewOfTheList_isKeptAndForgotten() {
    var views = "/api/profile/customers/views";
    var kept =
        lin.post(views, "{\"label\":\"金卡\",\"address\":\"q=%E9%87%91\",\"shared\":true}").json();
    assertThat(kept.path("own").asBoolean()).isTrue();
    assertThat(lin.get(views).json().size()).isEqualTo(1);
    assertThat(lin.delete(views + "/" + kept.path("id").asString("")).status()).isEqualTo(204);
    assertThat(lin.get(views).text()).isEqualTo("[]");
  }

  @Test
  void owner_isCalledByName_andSavingAndRetiringStandInTheTrail() {
    var me = lin.get("/api/session").json().path("user").path("name").asString("");
    var added = lin.post("/api/tags", tag("苏州客户", "fact", RULE)).json();
    assertThat(added.path("owner").toString())
        .isEqualTo("{\"zh\":\"%1$s\",\"en\":\"%1$s\"}".formatted(me));
    assertThat(lin.get("/api/tags/rfm").json().path("owner").toString())
        .isEqualTo("{\"zh\":\"系统\",\"en\":\"System\"}");
    var key = added.path("id").asString("");
    lin.delete("/api/tags/" + key);
    assertThat(
            // Others may do things at the same time.
            lin.get("/api/access/audit?limit=50")
                .json()
                .path("rows")
                .valueStream()
                .map(r -> r.path("act").asString("") + " " + r.path("what").asString(""))
                .filter(line -> line.endsWith(" tag/" + key)))
        .containsExactly("DELETED tag/" + key, "DEFINED tag/" + key);
  }

  @Test
  void aSegment_mayHaveANameInEachLanguage_andTellsItsOwner() {
    var everybody = "\"condition\":{\"type\":\"attribute\",\"customer\":{\"type\":\"always\"}}}";
    var added =
        lin.post("/api/segments", "{\"label\":\"老客\",\"english\":\"Old ones\"," + everybody).json();
    assertThat(added.path("label").toString()).isEqualTo("{\"zh\":\"老客\",\"en\":\"Old ones\"}");
    assertThat(added.path("owner").path("en").asString(""))
        .isEqualTo(lin.get("/api/session").json().path("user").path("name").asString(""));
    assertThat(
            lin.post("/api/segments", "{\"label\":\"新客\"," + everybody)
                .json()
                .path("label")
                .path("en")
                .asString(""))
        .isEqualTo("新客");
  }

  @Test
  void anRfmTag_hasItsGroups_anotherHasNot() {
    var report = lin.get("/api/tags/rfm/rfm").json();
    assertThat(report.path("classes").size()).isEqualTo(8);
    assertThat(report.path("windowDays").asInt()).isEqualTo(365);
    assertThat(report.has("thresholds")).as("nobody bought").isFalse();
    assertThat(lin.get("/api/tags/reachable/rfm").code()).isEqualTo("tag.not-rfm");
  }

  @Test
  void historyAndLatest_areEmptyWithoutCustomers() {
    assertThat(lin.get("/api/tags/rfm/history/values").text()).isEqualTo("[]");
    assertThat(lin.get("/api/tags/rfm/latest").text()).isEqualTo("[]");
    assertThat(lin.get("/api/tags/rfm/latest?most=101").status()).isEqualTo(400);
    assertThat(lin.get("/api/tags/none/latest").code()).isEqualTo("definition.unknown");
  }

  @Test
  void faults_standAtTheirPlace() {
    assertThat(lin.post("/api/tags", tag("上海", " ", RULE)).place()).isEqualTo("category");
    assertThat(lin.post("/api/tags", tag("上".repeat(61), "fact", RULE)).place()).isEqualTo("label");
    var unknown = RULE.replace("customer.city", "customer.shoe");
    var said = lin.post("/api/tags", tag("鞋", "fact", unknown));
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.place()).startsWith("rule.cases[0].when");
  }
}
