package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whoever may see Shanghai meets the two of Beijing nowhere: not in a list, not in a count, not in
 * a file, not in an answer or the customers behind it.
 */
class ScopeTest {
  @TempDir private static Path folder;
  private static TwoCities cities;
  private static Browser admin;
  private static Browser scoped;

  @BeforeAll
  static void open() {
    cities = new TwoCities(folder);
    admin = cities.admin;
    scoped = cities.scoped;
  }

  @AfterAll
  static void close() {
    cities.close();
  }

  /** What is of Beijing alone: names, numbers, orders, also as a mask would leave their ends. */
  private static final List<String> FOREIGN =
      List.of(
          "京丁丁",
          "京戊戊",
          "京丁",
          "京戊",
          "13922220001",
          "13922220002",
          "jing.example",
          "BJ01",
          "BJ02",
          "OBJ1",
          "OBJ2");

  private static final List<String> PERSONAL =
      List.of("沪甲甲", "13811110001", "13811110002", "13811110003", "jia@hu.example");

  // The walk
  // ---------------------------------------------------------------------------------------

  /** Every address that reads, those of tomorrow too, with what it may be asked about. */
  @Test
  void nothingForeign_isInAnyAnswer() {
    var said = new TreeMap<String, Browser.Said>();
    var paths = admin.get("/openapi.json").json().path("paths");
    for (var path : paths.properties())
      if (path.getValue().has("get"))
        for (var address : filled(path.getKey())) said.put(address, scoped.get(address));
    READS.forEach(
        (address, bodies) ->
            bodies.forEach(
                body -> {
                  var answer = scoped.post(address, body);
                  assertThat(answer.status())
                      .as(address + " " + body + answer.text())
                      .isEqualTo(200);
                  said.put(address + " " + body, answer);
                }));
    // What is refused leaks nothing either, but then most must not have been refused.
    assertThat(said.values()).filteredOn(s -> s.status() == 200).hasSizeGreaterThan(30);

    var leaks = new TreeSet<String>();
    said.forEach(
        (asked, answer) -> {
          for (var word : FOREIGN) if (answer.text().contains(word)) leaks.add(asked + ": " + word);
          for (var word : PERSONAL)
            if (answer.text().contains(word)) leaks.add(asked + ": " + word);
        });
    assertThat(leaks).isEmpty();
  }

  /** The description is true of what is answered, also of refusals, whoever asks. */
  @Test
  void answer_isAsDescribed() {
    var document = admin.get("/openapi.json").json();
    var problem = document.path("components").path("schemas").path("Problem");
    var wrong = new TreeSet<String>();
    for (var path : document.path("paths").properties())
      for (var call : path.getValue().properties()) {
        var answer = call.getValue().path("responses").path("200").path("content");
        var schema = answer.path("application/json").path("schema");
        for (var said : asked(call.getKey(), path.getKey())) {
          boolean refused = said.status() >= 400;
          if (refused || schema.isObject())
            SchemaCheck.of(document, refused ? problem : schema, said.json())
                .forEach(w -> wrong.add(call.getKey() + " " + path.getKey() + w));
        }
      }
    assertThat(wrong).isEmpty();
  }

  private static List<Browser.Said> asked(String method, String path) {
    var said = new ArrayList<Browser.Said>();
    for (var browser : List.of(admin, scoped)) {
      if (method.equals("get")) filled(path).forEach(a -> said.add(browser.get(a)));
      if (method.equals("post"))
        READS.getOrDefault(path, List.of()).forEach(b -> said.add(browser.post(path, b)));
    }
    return said;
  }

  private static final Map<String, List<String>> READS =
      Map.of(
          "/api/profile/customers/search",
          List.of(
              "{\"offset\":0,\"limit\":50}",
              "{\"text\":\"京\",\"offset\":0,\"limit\":50}",
              "{\"text\":\"1392222\",\"offset\":0,\"limit\":50}",
              "{\"segment\":\"s1\",\"offset\":0,\"limit\":50}"),
          "/api/segments/count",
          List.of("{\"condition\":{\"type\":\"attribute\",\"customer\":{\"type\":\"always\"}}}"),
          "/api/segments/s1/export",
          List.of("{\"format\":\"csv\",\"columns\":[\"name\",\"phone\",\"email\"]}"),
          "/api/insights/answer",
          List.of(trend(""), "{\"type\":\"breakdown\",\"trait\":\"tag/rfm\"}"),
          "/api/insights/members",
          List.of(
              "{\"insight\":%s,\"mark\":{\"column\":\"value\",\"at\":{\"bucket\":\"2026-03-01\"}},\"offset\":0,\"limit\":50}"
                  .formatted(trend(""))));

  private static String trend(String more) {
    return "{\"type\":\"trend\",\"metric\":\"revenue\",\"grain\":\"month\","
        + "\"period\":{\"from\":\"2026-03-01\",\"until\":\"2026-04-01\"}"
        + more
        + "}";
  }

  /** {@code /api/tags/{key}/why/{customer}}: for a tag, and for one customer of each city. */
  private static List<String> filled(String path) {
    if (path.contains("/access/")) return List.of(path.replaceAll("\\{[^}]+}", "1"));
    var found = new ArrayList<String>();
    var key = path.startsWith("/api/tags") ? "rfm" : "s1";
    var base =
        path.replace("{key}", path.startsWith("/api/campaigns") ? cities.campaign : key)
            .replace("{source}", "crm")
            .replace("{feed}", "customers");
    if (base.contains("{customer}") || base.startsWith("/api/profile/customers/{id}")) {
      for (var name : List.of("沪甲甲", "京丁丁"))
        found.add(base.replaceAll("\\{(customer|id)}", Long.toString(cities.id(name))));
    } else if (base.startsWith("/api/dashboards/{")) {
      found.add("/api/dashboards/" + first("/api/dashboards"));
    } else {
      found.add(base.replaceAll("\\{[^}]+}", "1"));
    }
    return found;
  }

  private static String first(String list) {
    return admin.get(list).json().path(0).path("id").asString("");
  }

  // The numbers
  // ------------------------------------------------------------------------------------

  @Test
  void counts_areThoseOfTheScope() {
    assertThat(admin.get("/api/home").json().path("counts").toString())
        .isEqualTo("{\"customers\":5,\"orders\":5,\"revenue\":3180.0,\"identified\":1.0}");
    assertThat(scoped.get("/api/home").json().path("counts").toString())
        .isEqualTo("{\"customers\":3,\"orders\":3,\"revenue\":180.0}");

    var all = "{\"condition\":{\"type\":\"attribute\",\"customer\":{\"type\":\"always\"}}}";
    var count = scoped.post("/api/segments/count", all).json();
    assertThat(count.path("count").asLong()).isEqualTo(3);
    assertThat(count.path("of").asLong()).isEqualTo(3);
    assertThat(scoped.get("/api/segments/s1").json().path("size").asLong()).isEqualTo(3);
    assertThat(admin.get("/api/segments/s1").json().path("size").asLong()).isEqualTo(5);

    assertThat(
            scoped
                .post("/api/profile/customers/search", "{\"offset\":0,\"limit\":1}")
                .json()
                .path("total")
                .asLong())
        .isEqualTo(3);
    assertThat(
            ids(
                scoped
                    .post(
                        "/api/profile/customers/search",
                        "{\"segment\":\"s1\",\"offset\":0,\"limit\":50}")
                    .json()))
        .containsExactlyInAnyOrder(cities.id("沪甲甲"), cities.id("沪乙乙"), cities.id("沪丙丙"));

    assertThat(
            scoped
                .post("/api/insights/answer", trend(""))
                .json()
                .path("rows")
                .path(0)
                .path(1)
                .asDouble())
        .isEqualTo(180);
    assertThat(
            ids(
                scoped
                    .post("/api/insights/members", READS.get("/api/insights/members").getFirst())
                    .json()))
        .containsExactlyInAnyOrder(cities.id("沪甲甲"), cities.id("沪乙乙"));

    // A line of heads, and a line for each of the three.
    assertThat(
            scoped
                .post("/api/segments/s1/export", "{\"format\":\"csv\",\"columns\":[\"city\"]}")
                .text()
                .strip()
                .lines())
        .hasSize(4);
  }

  private static List<Long> ids(JsonNode page) {
    var ids = new ArrayList<Long>();
    for (var row : page.path("rows")) ids.add(row.path("id").asLong());
    return ids;
  }

  /** Whoever sees Shanghai sees no sale of nobody known: of theirs all would be identified. */
  @Test
  void identifiedShare_doesNotApplyToAScope() {
    var share = trend("").replace("\"revenue\"", "\"identifiedShare\"");
    var answer = admin.post("/api/insights/answer", share);
    assertThat(answer.json().path("rows").path(0).path(1).asDouble()).isEqualTo(1);
    assertThat(scoped.post("/api/insights/answer", share).status()).isEqualTo(403);
    assertThat(scoped.post("/api/insights/answer", share).code())
        .isEqualTo("insight.metric-needs-everybody");
    var behind = READS.get("/api/insights/members").getFirst();
    assertThat(
            scoped
                .post("/api/insights/members", behind.replace("\"revenue\"", "\"identifiedShare\""))
                .code())
        .isEqualTo("insight.metric-needs-everybody");
    assertThat(notApplying(admin)).isEmpty();
    assertThat(notApplying(scoped)).containsExactly("identifiedShare");
  }

  private static List<String> notApplying(Browser browser) {
    return browser
        .get("/api/insights/metrics")
        .json()
        .valueStream()
        .filter(m -> !m.path("applies").asBoolean())
        .map(m -> m.path("id").asString(""))
        .toList();
  }

  /** Somebody of another scope is not there, as somebody who never was. */
  @Test
  void foreignId_isNotFound() {
    long own = cities.id("沪甲甲");
    long foreign = cities.id("京丁丁");
    for (var address :
        List.of(
            "/api/profile/customers/%d",
            "/api/profile/customers/%d/timeline",
            "/api/profile/customers/%d/rhythm",
            "/api/identity/why/%d",
            "/api/tags/rfm/why/%d")) {
      assertThat(scoped.get(address.formatted(own)).status()).as(address).isEqualTo(200);
      assertThat(scoped.get(address.formatted(foreign)).status()).as(address).isEqualTo(404);
      assertThat(scoped.get(address.formatted(foreign)).code())
          .as(address)
          .isEqualTo(scoped.get(address.formatted(999_999_999)).code());
    }
  }

  /**
   * The administrator sent to all five: whoever sees Shanghai finds the three of Shanghai in it.
   */
  @Test
  void campaign_isOfTheScope() {
    var address = "/api/campaigns/" + cities.campaign;
    assertThat(admin.get(address).json().path("audience").asLong()).isEqualTo(5);
    assertThat(scoped.get(address).json().path("audience").asLong()).isEqualTo(3);
    assertThat(scoped.get(address).json().path("entries").toString()).isEqualTo("{\"SENT\":3}");
    assertThat(scoped.get("/api/campaigns").json().path(0).path("audience").asLong()).isEqualTo(3);
    assertThat(scoped.get(address + "/entries").json().valueStream())
        .extracting(e -> e.path("customer").asLong())
        .containsExactlyInAnyOrder(cities.id("沪甲甲"), cities.id("沪乙乙"), cities.id("沪丙丙"));
    var arms = scoped.get(address + "/effect").json().path("arms");
    assertThat(arms.valueStream()).extracting(a -> a.path("people").asLong()).containsExactly(3L);

    // A line of heads, and a line for each of the three, with what is masked masked.
    var list = scoped.get(address + "/file").text().substring(1).lines().toList();
    assertThat(list.getFirst()).isEqualTo("message_key,phone,name,text");
    assertThat(list.subList(1, 4))
        .allSatisfy(line -> assertThat(line).matches("m[1-5],138\\*{4}000[123],沪\\*\\*,你好，拒收请回复R"));
    assertThat(list).hasSize(4);
    assertThat(admin.get(address + "/file").text()).contains("13811110001", "13922220001");
  }

  /** Phone numbers stay hidden although the role may export. */
  @Test
  void personalField_isMasked() {
    var portrait = scoped.get("/api/profile/customers/" + cities.id("沪甲甲")).text();
    assertThat(portrait).doesNotContain("13811110001").contains("\"masked\":true");
  }
}
