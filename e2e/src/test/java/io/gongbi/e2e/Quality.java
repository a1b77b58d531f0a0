package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

/** What a company makes of its data: fields, rules, corrections, scores. */
final class Quality extends Chapter {
  private static final String FIELD = "宠物";

  Quality(Walk walk) {
    super(walk);
  }

  /** What a company wants to know besides gets a column of its own. */
  void field_isAddedToTheStandard() {
    owner.open("/standard");
    owner.press("新建字段");
    dialog().getByLabel("名称", exactly()).fill(FIELD);
    inspection.isData(FIELD);
    look("standard-new");
    owner.press("新建");
    page().getByText("customer.x_1").first().waitFor();
    look("standard-added");
  }

  /** A suggested rule is tried on the rows that there are, and kept. */
  void rule_isTriedOnRealRowsAndKept() {
    visit("/quality/rules/new");
    visit("/quality/rules");
    owner.waitForText("建议的规则");
    owner.settle();
    look("rules");
    page().getByText("采用", exact()).first().click();
    owner.settle();
    look("rule-tried");
    owner.press("保存并执行");
    owner.waitForTitle("清洗规则");
    waitForTheRun();
    look("rules-kept");
  }

  /** One cell that was set aside is put right, and its row counts. */
  void row_thatWasSetAsideIsPutRight() {
    owner.open("/quality?reason=quality.number-invalid");
    page().getByRole(AriaRole.BUTTON).filter(has("改正")).first().click();
    var wrong = dialog().locator("input.ant-input-status-error").first();
    wrong.waitFor();
    look("correction");
    wrong.fill("100");
    dialog().getByRole(AriaRole.BUTTON).filter(has("重新清洗")).first().click();
    owner.waitForText("改正记录");
    waitForTheRun();
    look("corrected");
  }

  /** What a source is good for, why not more, and the rows that this is about. */
  void score_leadsToTheRowsThatItIsAbout() {
    visit("/quality/score");
    page()
        .locator("main button[aria-expanded=false]")
        .filter(has("网店"))
        .filter(has("订单"))
        .first()
        .click();
    look("score");
    page().locator("main a:visible").filter(has("看这些行")).first().click();
    owner.settle();
    assertThat(page().url()).contains("field=");
    assertThat(main().locator("tbody tr.ant-table-row").count()).isPositive();
    look("score-rows");
  }
}
