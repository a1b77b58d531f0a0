package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;

/** The customers that the files tell of: how many, one of them, and what they are known by. */
final class Customers extends Chapter {
  /**
   * The demo's 2,000 people are 2,339 customers: of the mini-program's users many left neither a
   * phone nor a unionid that anybody else knows, some tills know nothing but a number that two
   * people have, and all of these stay customers of their own. More than this is a step back.
   */
  private static final double RECOGNISED_WITHIN = 0.18;

  private long count;

  Customers(Walk walk) {
    super(walk);
  }

  /** How many the first page counts. */
  long count() {
    return count;
  }

  void home_showsThePeopleThatThereAre() {
    owner.follow("看总览");
    owner.waitForTitle("总览");
    look("home");
    pages.add("/");
    count = owner.figure(page().locator("main"), "客户");
    assertThat((double) count)
        .isCloseTo(Company.PEOPLE, within(Company.PEOPLE * RECOGNISED_WITHIN));
    visit("/identity");
    assertThat(page().locator("main").innerText()).contains(grouped(count));
    visit("/quality");
    visit("/sources");
    visit("/sources/import");
    visit("/sources/runs");
    assertThat(main().innerText())
        .contains(company.files().orders().path().getFileName().toString());
    visit("/sources/shop");
    visit("/standard");
    visit("/report");
    assertThat(main().innerText()).contains(grouped(count));
  }

  void customer_isFoundByPhoneAndPainted() throws IOException {
    visit("/customers");
    assertThat(page().getByText("共 " + grouped(count) + " 位客户").count()).isEqualTo(1);
    var user = firstUserWithName();
    owner.page().getByPlaceholder("搜索姓名、手机号、卡号、编号").fill(user[3]);
    owner.waitForText("找到 1 位客户");
    look("customers-found");
    owner.follow(user[2]);
    owner.waitForTitle(user[2]);
    look("customer");
    pages.add(path());
    assertThat(page().locator("main").innerText()).contains(user[3].substring(0, 3));
  }

  /** Ctrl K from anywhere, a few letters, Enter. */
  void search_leadsToACustomerAndToWhatCanBeDone() throws IOException {
    var user = firstUserWithName();
    owner.open("/");
    page().keyboard().press("Control+K");
    look("search");
    page().keyboard().type(user[2]);
    page().getByRole(AriaRole.OPTION).filter(has(user[3])).waitFor();
    look("search-found");
    page().keyboard().press("Enter");
    owner.waitForTitle(user[2]);

    page().keyboard().press("Control+K");
    page().keyboard().type("圈选");
    page().getByRole(AriaRole.OPTION).filter(has("圈选人群")).waitFor();
    page().keyboard().press("Enter");
    owner.waitForTitle("圈选人群");
  }

  /** Cards that several people seem to use are for a person to judge. */
  void card_thatManySeemToUseIsForAPersonToJudge() {
    visit("/customers/cards");
    look("cards");
  }

  /** Whose level counts is chosen, tried on everybody, and stands after the run that follows. */
  void valuesOfCustomers_followTheRulesThatArePeoplesChoice() {
    visit("/identity/values");
    assertThat(main().innerText()).contains("还没有改动");
    owner.choose(main(), "地区与地址的取值规则", "最近更新");
    var changed = new Page.GetByTextOptions().setExact(true);
    page().getByText("位客户的资料会变。", changed).first().waitFor();
    look("values-tried");
    owner.press("保存并重新合并");
    owner.waitForText("已保存，正在按新规则重新合并客户资料");
    waitForTheRun();
    visit("/identity/values");
    assertThat(main().innerText()).contains("默认是最完整的记录");
  }

  /** A line of the shop's customers whose name is Chinese and whose phone is eleven digits. */
  private String[] firstUserWithName() throws IOException {
    return Files.readAllLines(company.files().users().path()).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(user -> user[2].matches("\\p{IsHan}{3}") && user[3].matches("1\\d{10}"))
        .findFirst()
        .orElseThrow();
  }
}
