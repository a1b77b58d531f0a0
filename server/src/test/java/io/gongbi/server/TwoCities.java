package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Three customers of Shanghai and two of Beijing, a campaign that was sent to all five, and
 * somebody who may see Shanghai.
 */
final class TwoCities implements AutoCloseable {
  static final String CUSTOMERS =
      """
      会员卡号,姓名,手机号,邮箱,城市,会员等级
      SH01,沪甲甲,13811110001,jia@hu.example,上海,金卡
      SH02,沪乙乙,13811110002,yi@hu.example,上海,银卡
      SH03,沪丙丙,13811110003,bing@hu.example,上海,银卡
      BJ01,京丁丁,13922220001,ding@jing.example,北京,金卡
      BJ02,京戊戊,13922220002,wu@jing.example,北京,银卡
      """;

  static final String ORDERS =
      """
      订单编号,会员卡号,付款时间,订单状态,实付金额
      OSH1,SH01,2026-03-01 10:00:00,已完成,100
      OSH2,SH01,2026-03-08 10:00:00,已完成,50
      OSH3,SH02,2026-03-09 10:00:00,已完成,30
      OBJ1,BJ01,2026-03-02 10:00:00,已完成,1000
      OBJ2,BJ02,2026-03-03 10:00:00,已完成,2000
      """;

  final Running running;

  /** Sees everybody. */
  final Browser admin;

  /** Sees Shanghai, and may not send. */
  final Browser scoped;

  /** The one that was sent to everybody. */
  final String campaign;

  private final Map<String, Long> ids = new TreeMap<>();

  TwoCities(Path folder) {
    running = Running.on(folder);
    admin = running.loggedIn(Role.administrator());
    bring(upload("会员.csv", CUSTOMERS, "crm"), upload("订单.csv", ORDERS, "shop"));
    for (var row :
        admin
            .post("/api/profile/customers/search", "{\"offset\":0,\"limit\":50}")
            .json()
            .path("rows")) ids.put(row.path("name").asString(""), row.path("id").asLong());
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    scoped = running.loggedIn(Role.analyst().over(shanghai));
    admin.post(
        "/api/segments",
        "{\"label\":\"all\",\"condition\":{\"type\":\"attribute\",\"customer\":{\"type\":\"always\"}}}");
    await(admin.post("/api/refresh/runs", "{}"));
    var sent =
        admin.post(
            "/api/campaigns",
            "{\"label\":\"spring\",\"segment\":\"s1\",\"channel\":\"file\",\"message\":\"你好\","
                + "\"controlPerMille\":0,\"costPerMessage\":0.05,\"windowDays\":30,\"marginPercent\":40}");
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    campaign = key(sent);
    await(admin.post("/api/campaigns/" + campaign + "/launch", "{\"knowingly\":true}"));
    // The effect, and a scope over the campaign, speak of what the warehouse has followed.
    for (var run : admin.get("/api/refresh/runs").json()) await(run.path("id").asLong());
  }

  @Override
  public void close() {
    running.close();
  }

  static String key(Browser.Said said) {
    return said.json().path("id").asString("");
  }

  private record Piece(String upload, JsonNode mapping) {}

  private Piece upload(String name, String text, String source) {
    var sent = admin.upload("/api/source/uploads", name, text.getBytes(StandardCharsets.UTF_8));
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    var layout = sent.json().path("look").path("layout");
    var suggested =
        admin.post(
            "/api/source/uploads/" + key(sent) + "/suggest",
            "{\"source\":\"%s\",\"layout\":%s}".formatted(source, layout));
    assertThat(suggested.status()).as(suggested.text()).isEqualTo(200);
    return new Piece(key(sent), suggested.json());
  }

  private void bring(Piece first, Piece second) {
    await(
        admin.post(
            "/api/source/imports",
            "{\"upload\":\"%s\",\"mapping\":%s,\"more\":[{\"upload\":\"%s\",\"mapping\":%s}]}"
                .formatted(first.upload(), first.mapping(), second.upload(), second.mapping())));
  }

  void await(Browser.Said begun) {
    assertThat(begun.status()).as(begun.text()).isEqualTo(200);
    await(begun.json().path("run").asLong());
  }

  void await(long number) {
    var address = "/api/refresh/runs/" + number;
    for (int i = 0; i < 600; i++) {
      var run = admin.get(address).json();
      var state = run.path("state").asString("");
      if (state.equals("done")) return;
      if (!state.equals("queued") && !state.equals("running"))
        throw new AssertionError(run.toString());
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("never done: " + address);
  }

  long id(String name) {
    return Optional.ofNullable(ids.get(name)).orElseThrow();
  }
}
