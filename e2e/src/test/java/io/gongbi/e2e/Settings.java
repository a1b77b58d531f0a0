package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Colleagues, and the company's own provider of text messages. */
final class Settings extends Chapter {
  private static final String COLLEAGUE = "周敏";
  private static final String GATEWAY = "自家短信平台";
  private static final String PASSWORD = "tide-and-lantern";
  private static final String PHONE = "13912345670";

  Settings(Walk walk) {
    super(walk);
  }

  /** A colleague for the customers of one city, who comes in by a link that is shown once. */
  void colleague_isAddedWithARoleAndACity() {
    visit("/settings");
    owner.press("添加成员");
    owner.fill("登录名", COLLEAGUE);
    inspection.isData(COLLEAGUE);
    owner.choose(dialog(), "可见客户", "按城市限定");
    dialog().locator("#values").fill("上海");
    page().keyboard().press("Enter");
    look("settings-add");
    owner.press("添加并生成链接");
    owner.waitForText("请把链接发给对方");
    look("settings-link");
    owner.press("知道了");
    var row = page().locator("main tbody tr").filter(has(COLLEAGUE));
    row.waitFor();
    assertThat(row.innerText()).contains("分析师", "城市是「上海」", "尚未登录");
    for (var tab : List.of("company", "password", "trail")) visit("/settings?tab=" + tab);
    assertThat(main().innerText()).contains("添加成员", COLLEAGUE);
  }

  /**
   * A text message to oneself through the company's own provider, and what the provider tells of
   * it. Nothing leaves before the host is allowed.
   */
  void gateway_isConnectedTriedAndTellsWhatBecameOfAMessage() throws Exception {
    try (var provider = new Provider()) {
      for (var words : List.of(GATEWAY, provider.address(), provider.host()))
        inspection.isData(words);
      visit("/settings?tab=outbound");
      owner.press("添加");
      main().getByLabel("主机", exactly()).last().fill(provider.host());
      main().locator("label").filter(has("内网地址")).last().click();
      look("outbound");
      owner.press("保存");
      owner.waitForText("已保存");
      visit("/channels/new");
      page().getByRole(AriaRole.BUTTON).filter(has("JSON，一次一条")).click();
      owner.fill("名称", GATEWAY);
      owner.fill("接口地址", provider.address());
      owner.fill("密码或密钥（选填）", PASSWORD);
      look("gateway-new");
      owner.press("接入短信网关");
      owner.waitForTitle(GATEWAY);
      owner.waitForText("不再显示");
      pages.add(path());
      assertThat(page().content()).doesNotContain(PASSWORD);
      owner.press("显示地址");
      var told = page().locator("code").filter(has("http")).first();
      told.waitFor();
      var receipts = told.innerText().strip();
      look("gateway");

      visit("/channels");
      page().getByRole(AriaRole.BUTTON).filter(has("发一条给自己试试")).click();
      owner.fill("手机号", PHONE);
      dialog().getByRole(AriaRole.BUTTON).filter(has("发送")).click();
      owner.waitForText("网关已接收，请看手机");
      look("gateway-tried");
      assertThat(provider.bodies()).hasSize(1);
      assertThat(provider.bodies().getFirst()).contains(PHONE, PASSWORD, "拒收请回复R");

      var receipt =
          HttpRequest.newBuilder(URI.create(receipts))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "[{\"msgid\": \"m1\", \"phone\": \"%s\", \"status\": \"DELIVRD\"}]"
                          .formatted(PHONE)))
              .build();
      try (var client = HttpClient.newHttpClient()) {
        assertThat(client.send(receipt, HttpResponse.BodyHandlers.ofString()).body())
            .isEqualTo("ok");
      }
      owner.open("/channels");
      page().getByRole(AriaRole.BUTTON).filter(has("发一条给自己试试")).click();
      owner.waitForText("已送达");
      look("gateway-told");
    }
  }
}
