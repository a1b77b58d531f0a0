package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.fault.Messages;
import io.gongbi.refresh.RunId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file on its way in over HTTP, and its mapping changed afterwards. */
final class SourcesOverHttpTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ORDERS =
      """
      订单编号,付款时间,实付金额,应收
      A1,2026-01-01 08:00:00,10,12
      A2,2026-01-02 08:00:00,x,14
      "A3,2026-01-03 08:00:00,20,22
      A4,2026-01-04 08:00:00,30,32
      """;

  @TempDir private Path folder;

  private static JsonNode ok(Browser.Said said) {
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    return said.json();
  }

  @Test
  void file_isAccountedForLineByLine_andItsMappingCanBeChanged() {
    try (var running = Running.on(folder)) {
      var browser = running.loggedIn(Role.administrator());
      var upload =
          ok(
              browser.upload(
                  "/api/source/uploads", "shop.csv", ORDERS.getBytes(StandardCharsets.UTF_8)));
      var look = upload.path("look");
      assertThat(look.path("rows").size()).isEqualTo(3);
      assertThat(look.path("noRows").path(0).path("line").asInt()).isEqualTo(4);
      assertThat(look.path("noRows").path(0).path("place").asInt()).isEqualTo(1);
      assertThat(look.path("noRows").path(0).path("message").asString("")).contains("引号");

      var at = "/api/source/uploads/" + upload.path("id").asString("");
      var mapping =
          ok(
              browser.post(
                  at + "/suggest",
                  "{\"source\":\"shop\",\"layout\":%s}".formatted(look.path("layout"))));
      var checked = ok(browser.post(at + "/check", "{\"mapping\":%s}".formatted(mapping)));
      assertThat(checked.path("faults").size()).isZero();
      assertThat(checked.path("quarantined").findValuesAsString("reason"))
          .containsExactly("quality.number-invalid", "quality.row-unclosed-quote");

      var wanted =
          "{\"upload\":%s,\"mapping\":%s,\"more\":[]}".formatted(upload.path("id"), mapping);
      var result = await(running, browser.post("/api/source/imports", wanted));
      assertThat(result.path("result").path("batches").asString("")).isEqualTo("1");
      var counts = ok(browser.get("/api/quality/batches?batch=1")).path(0).path("counts");
      assertThat(counts)
          .isEqualTo(
              JSON.readTree(
                  """
                  {"landed": 4, "clean": 2, "quarantined": 2, "merged": 0, "superseded": 0}"""));

      assertThat(browser.get("/api/quality/bad-rows?source=shop&feed=orders").text().lines())
          .containsExactly(
              "\uFEFF文件,行号,原因,无法拆分的原文,订单编号,付款时间,实付金额,应收",
              "shop.csv,3,实付金额：" + said("quality.number-invalid") + ",,A2,2026-01-02 08:00:00,x,14",
              "shop.csv,4,第 1 个字符："
                  + said("quality.row-unclosed-quote")
                  + ",\"\"\"A3,2026-01-03 08:00:00,20,22\",,,,");

      // The same again is refused at once, and says what to do.
      var again =
          ok(
              browser.upload(
                  "/api/source/uploads", "again.csv", ORDERS.getBytes(StandardCharsets.UTF_8)));
      var refused =
          browser.post(
              "/api/source/imports",
              "{\"upload\":%s,\"mapping\":%s,\"more\":[]}".formatted(again.path("id"), mapping));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("source.same-file");

      // 应收 in place of 实付金额, which nobody could read in one row.
      var changed = mapping.toString().replace("\"column\":\"实付金额\"", "\"column\":\"应收\"");
      await(running, browser.put("/api/source/mappings/shop/orders", changed));
      var after = ok(browser.get("/api/quality/batches?batch=1")).path(0).path("counts");
      assertThat(after.path("clean").asInt()).isEqualTo(3);
      assertThat(after.path("quarantined").asInt()).isEqualTo(1);
      assertThat(running.gongbi().profiles().totals(Viewer.system()).revenue())
          .isEqualByComparingTo("58");
      assertThat(browser.put("/api/source/mappings/shop/nothing", changed).status()).isEqualTo(404);
    }
  }

  private static String said(String code) {
    return Messages.say(code, Map.of(), Locale.CHINESE);
  }

  private static JsonNode await(Running running, Browser.Said begun) {
    long run = ok(begun).path("run").asLong(0);
    running.gongbi().runs().await(new RunId(run));
    var browser = running.loggedIn(Role.administrator());
    var found = ok(browser.get("/api/refresh/runs/" + run));
    assertThat(found.path("state").asString("")).isEqualTo("done");
    return found;
  }
}
