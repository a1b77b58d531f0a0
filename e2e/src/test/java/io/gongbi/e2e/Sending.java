package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A campaign, from the segment to the buyers of both groups. */
final class Sending extends Chapter {
  private static final String CAMPAIGN = "冬日唤回";
  private static final String MESSAGE = "{name}，好久不见，这周回来有一份小礼物。";

  /** Of the messages handed over, so many come back as failed. */
  private static final int FAILED = 3;

  /** Who buys after the launch: enough for a finding, too few for a sure one. */
  private static final int TREATED_BUYERS = 60;

  private static final int CONTROL_BUYERS = 8;

  private final Traits traits;
  private String campaign = "";
  private long sent;
  private long heldOut;
  private long refused;

  Sending(Walk walk, Traits traits) {
    super(walk);
    this.traits = traits;
  }

  /** From the segment's page: who, what, a fifth held back, everybody tried, then sent. */
  void campaign_isWrittenRehearsedAndLaunched() {
    inspection.isData(CAMPAIGN);
    inspection.isData(MESSAGE);
    visit("/campaigns");
    visit("/campaigns/rules");
    // Who answered the past campaign that they want no more of it.
    assertThat(main().innerText()).contains("春季回归短信");
    owner.open(traits.segment());
    owner.follow("用于营销");
    owner.waitForTitle("新建营销");
    pages.add(path());
    owner.fill("活动名称", CAMPAIGN);
    look("campaign-who");
    owner.press("下一步");
    owner.fill("内容", MESSAGE);
    owner.fill("单条成本", "0.05");
    look("campaign-what");
    owner.press("下一步");
    var share = page().getByRole(AriaRole.SLIDER).first();
    share.focus();
    page().keyboard().press("Home");
    for (int i = 0; i < 20; i++) page().keyboard().press("ArrowRight");
    assertThat(share.getAttribute("aria-valuenow")).isEqualTo("20");
    look("campaign-control");
    owner.press("下一步");
    owner.waitForText("逐人预演");
    look("campaign-check");
    sent = owner.figure(main(), "收到消息");
    heldOut = owner.figure(main(), "对照组，不发");
    refused = refusedByTheGuards();
    assertThat(owner.figure(main(), "总人数")).isEqualTo(traits.inSegment());
    assertThat(sent + heldOut + refused).isEqualTo(traits.inSegment());
    assertThat((double) heldOut / traits.inSegment()).isCloseTo(0.2, within(0.06));

    // A segment of this size shows no small lift: whoever launches says that they know.
    var accept = main().getByRole(AriaRole.CHECKBOX);
    if (accept.count() > 0) accept.first().check();
    owner.press("启动");
    look("campaign-launch");
    dialog().getByRole(AriaRole.BUTTON).filter(has("启动")).click();
    owner.waitForTitle(CAMPAIGN);
    owner.waitForText("观察中");
    campaign = path();
    pages.add(campaign);
    look("campaign-sent");
    mustBalance(Map.of("已交出", sent, "对照，不发", heldOut, "无法发送", refused));
  }

  void list_goesOutAndItsReceiptsComeBack() throws IOException {
    var list = owner.download(() -> owner.press("下载名单（CSV）")).path();
    assertThat(Files.readAllLines(list))
        .hasSize((int) sent + 1)
        .last()
        .asString()
        .contains("拒收请回复R");
    var receipts = Aftermath.receipts(list, company.home(), FAILED);
    inspection.isData(receipts);
    page().locator("main input[type=file]").setInputFiles(receipts);
    owner.waitForText(sent + " 行对上，状态已更新");
    owner.settle();
    look("campaign-receipts");
    mustBalance(
        Map.of("已送达", sent - FAILED, "发送失败", (long) FAILED, "对照，不发", heldOut, "无法发送", refused));
    pages.add(campaign + "?tab=people");
  }

  /** Orders of after the launch, in the shop's next file: the effect page counts who bought. */
  void effect_countsTheBuyersOfBothGroups() throws IOException {
    var before = Instant.parse(field(owner.ask("/api" + campaign, null), "enteredAt").toString());
    assertThat(Instant.now()).isAfter(before.plusSeconds(1));
    var users = new ArrayList<>(usersOf("DELIVERED", TREATED_BUYERS));
    users.addAll(usersOf("HELD_OUT", CONTROL_BUYERS));
    assertThat(users).hasSize(TREATED_BUYERS + CONTROL_BUYERS).doesNotHaveDuplicates();
    var orders = Aftermath.orders(company.files().orders().path(), company.home(), users);
    inspection.isData(orders);

    owner.open("/sources/import");
    page().locator("input[type=file]").setInputFiles(orders);
    owner.choose(page().locator("main li").filter(has(".csv")).first(), "来自哪个系统？", "网店");
    for (int i = 0; i < 3; i++) {
      owner.press("下一步");
      owner.settle();
    }
    owner.press("开始导入");
    owner.waitForText("看客户是怎样识别的");
    owner.settle();
    look("import-later");
    assertThat(owner.figure(main(), "可用")).isEqualTo(users.size());

    visit(campaign + "?tab=effect");
    look("campaign-effect");
    assertThat(main().innerText()).contains("观察期还剩");
    mustHaveBought("发送组", sent + refused, TREATED_BUYERS);
    mustHaveBought("对照组", heldOut, CONTROL_BUYERS);
  }

  /** Each guard has a figure of its own, which is shown where it stops somebody. */
  private long refusedByTheGuards() {
    long sum = owner.figure(main(), "没有手机号");
    for (var guard : List.of("只有虚拟号", "手机号带星号", "未同意接收短信", "已退订", "同号只发一条", "缺少资料", "达到频次上限")) {
      var tile = "xpath=.//*[normalize-space(.)='%s' and following-sibling::*]".formatted(guard);
      if (main().locator(tile).count() > 0) sum += owner.figure(main(), guard);
    }
    return sum;
  }

  /** Everybody of the audience stands in one part of the account, and in the right one. */
  private void mustBalance(Map<String, Long> parts) {
    assertThat(owner.figure(main(), "总人数")).isEqualTo(traits.inSegment());
    assertThat(parts.values().stream().mapToLong(n -> n).sum()).isEqualTo(traits.inSegment());
    // A part of nobody is not shown.
    parts.forEach(
        (part, people) -> {
          if (people > 0) assertThat(owner.figure(main(), part)).as(part).isEqualTo(people);
        });
    assertThat(page().getByText("没有对上").count()).isZero();
  }

  /** The row of a group: its people, how many of them bought, and for how much. */
  private void mustHaveBought(String arm, long people, int buyers) {
    var cells =
        page().locator("main tbody tr.ant-table-row").filter(has(arm)).first().locator("td");
    assertThat(number(cells.nth(1).innerText())).as(arm).isEqualByComparingTo(people + "");
    assertThat(number(cells.nth(4).innerText())).as(arm).isEqualByComparingTo(buyers + "");
    assertThat(number(cells.nth(7).innerText()))
        .as(arm)
        .isEqualByComparingTo(buyers * Aftermath.PAID + "");
  }

  /** The shop's user id of some of those whose message has this state. */
  private List<String> usersOf(String state, int wanted) throws IOException {
    var known = new HashSet<String>();
    for (var line : Files.readAllLines(company.files().users().path()))
      known.add(line.substring(0, line.indexOf(',')));
    var entries = owner.ask("/api" + campaign + "/entries?limit=100&state=" + state, null);
    var users = new ArrayList<String>();
    for (var entry : (List<?>) entries) {
      var portrait = owner.ask("/api/profile/customers/" + field(entry, "customer"), null);
      var keys =
          ((List<?>) field(portrait, "panels"))
              .stream()
                  .flatMap(panel -> ((List<?>) field(field(panel, "table"), "rows")).stream())
                  .flatMap(row -> ((List<?>) row).stream())
                  .map(String::valueOf)
                  .filter(known::contains)
                  .findFirst();
      keys.ifPresent(users::add);
      if (users.size() == wanted) break;
    }
    return users;
  }
}
