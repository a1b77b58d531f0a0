package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.gongbi.sample.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The first day: who sets up, and the files from choosing them to rows that add up. */
final class Arrival extends Chapter {
  Arrival(Walk walk) {
    super(walk);
  }

  void administrator_isWhoeverHoldsTheLinkFromTheTerminal() {
    owner.open("/");
    assertThat(owner.title()).isEqualTo("初次启动");
    look("first-start");

    owner.open(company.setUpLink());
    look("set-up");
    owner.fill("登录名", "店主");
    owner.fill("密码", "mountain-9");
    owner.fill("再输一遍密码", "mountain-9");
    owner.press("开始使用");
    owner.waitForTitle("店主");
    look("first-run");
    inspection.isData("店主");
  }

  void files_areReadAndMappedAndTriedBeforeTheyLand() throws IOException {
    inspection.isData(Traits.SEGMENT);
    var files = company.files();
    // The first of the two questions of the first page: whom do you know?
    page().locator("input[type=file]").first().setInputFiles(files.members().path());
    owner.waitForTitle("导入数据");
    // By the word that each file's name begins with.
    var systems =
        Map.of(
            "crm", "会员系统", "shop", "网店", "pos", "门店收银", "wechat", "微信小程序", "ads", "广告投放", "触达",
            "短信/邮件平台");
    var others = files.all().stream().filter(file -> !file.equals(files.members())).toList();
    page()
        .locator("input[type=file]")
        .setInputFiles(others.stream().map(Written.File::path).toArray(Path[]::new));
    for (var file : others) {
      var name = file.path().getFileName().toString();
      var system = Objects.requireNonNull(systems.get(name.substring(0, name.indexOf('-'))), name);
      owner.choose(page().locator("main li").filter(has(name)), "来自哪个系统？", system);
    }
    look("import-choose");

    owner.press("下一步");
    owner.settle();
    turnTo(files.orders());
    assertThat(head()).contains("收货手机", "实付金额");
    look("import-look");
    // Read wrongly, the names of the columns are garbled; read rightly, they come back.
    owner.choose(page().locator("main"), "文字编码", "GB18030");
    owner.settle();
    assertThat(head()).doesNotContain("收货手机");
    owner.choose(page().locator("main"), "文字编码", "UTF-8");
    owner.settle();
    assertThat(head()).contains("收货手机", "实付金额");

    owner.press("下一步");
    owner.settle();
    for (var file : files.all()) {
      turnTo(file);
      owner.settle();
      assertThat(page().locator("main .ant-alert-warning").count())
          .as("what is missing for " + file.path().getFileName())
          .isZero();
    }
    turnTo(files.orders());
    look("import-map");

    owner.press("下一步");
    owner.settle();
    turnTo(files.orders());
    owner.settle();
    owner.picture("walk-import-check");
  }

  /**
   * Landed = clean + merged + superseded + quarantined, and clean is what the truth calls clean.
   */
  void rows_addUpToWhatWasWritten() throws IOException {
    owner.press("开始导入");
    owner.waitForText("看客户是怎样识别的");
    owner.settle();
    look("import-run");
    for (var file : company.files().all()) {
      var cells =
          page()
              .locator("main tbody tr.ant-table-row")
              .filter(has(file.path().getFileName().toString()))
              .first()
              .locator("td")
              .allInnerTexts();
      // File, outcome, landed, clean, merged, superseded, quarantined, time.
      var counts = cells.subList(2, 7).stream().map(Chapter::digits).map(Long::parseLong).toList();
      assertThat(counts.get(0)).as(file.path() + " landed").isEqualTo(file.rows());
      assertThat(counts.get(1))
          .as(file.path() + " clean")
          .isEqualTo(file.rows() - company.flawed(file.path()));
      assertThat(counts.stream().skip(1).mapToLong(n -> n).sum())
          .as(file.path() + " adds up")
          .isEqualTo(file.rows());
    }
  }

  /** With a dozen files some lie below the end of the list until somebody scrolls it. */
  private void turnTo(Written.File file) {
    tab(file).dispatchEvent("click");
  }

  private Locator tab(Written.File file) {
    return page().getByRole(AriaRole.TAB).filter(has(file.path().getFileName().toString())).first();
  }

  private String head() {
    return page().locator("thead").first().innerText();
  }
}
