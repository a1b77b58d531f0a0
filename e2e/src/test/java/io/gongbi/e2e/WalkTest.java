package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.gongbi.sample.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From two exported files to what a person does with them, by mouse, in Chinese at the desk. The
 * figures are judged by the truth that the files were made from. Then every page that the walk has
 * made is inspected in both languages at both widths.
 */
@ExtendWith({Chromium.Needed.class, InOrder.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkTest {
  private static final String SEGMENT = "沉睡老客 · 试一次唤回";

  /** The demo's people leave 41 in 2,000 unrecognised as one; more than this is a step back. */
  private static final double RECOGNISED_WITHIN = 0.03;

  private final Inspection inspection = new Inspection();

  /** The pages that the walk has made, in the order of making. */
  private final Set<String> pages = new LinkedHashSet<>();

  private Chromium chromium;
  private Company company;
  private Visitor owner;
  private long customers;
  private long inSegment;

  @BeforeAll
  void open() throws Exception {
    company = Company.open();
    chromium = Chromium.launch();
    owner = new Visitor(chromium.browser(), company.address(), "zh", Visitor.DESK, null);
    for (var file : company.files().all()) inspection.isData(file.path());
    inspection.isData(SEGMENT);
  }

  @AfterAll
  void close() throws Exception {
    if (owner != null) owner.close();
    if (chromium != null) chromium.close();
    if (company != null) company.close();
  }

  void picture(String name) {
    owner.picture(name);
  }

  @Test
  @Order(1)
  void administrator_isWhoeverHoldsTheLinkFromTheTerminal() {
    owner.open("/");
    assertThat(owner.title()).isEqualTo("初次启动");
    look("first-start");

    owner.open(company.setUpLink());
    look("set-up");
    owner.fill("用户名", "店主");
    owner.fill("密码", "mountain-9");
    owner.fill("再输一遍密码", "mountain-9");
    owner.press("开始使用");
    owner.waitForTitle("店主");
    look("first-run");
    inspection.isData("店主");
  }

  @Test
  @Order(2)
  void files_areReadAndMappedAndTriedBeforeTheyLand() throws IOException {
    var files = company.files();
    // The first of the two questions of the first page: whom do you know?
    page().locator("input[type=file]").first().setInputFiles(files.members().path());
    owner.waitForTitle("导入数据");
    page()
        .locator("input[type=file]")
        .setInputFiles(
            new Path[] {
              files.users().path(),
              files.orders().path(),
              files.orderLines().path(),
              files.receipts().path()
            });
    var listed = page().locator("main li").filter(has(".csv"));
    assertThat(listed.count()).isEqualTo(4);
    for (int i = 0; i < 3; i++) owner.choose(listed.nth(i), "来自哪个系统？", "网店");
    owner.choose(listed.nth(3), "来自哪个系统？", "短信/邮件平台");
    look("import-choose");

    owner.press("下一步");
    owner.settle();
    tab(files.orders()).click();
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
      tab(file).click();
      owner.settle();
      assertThat(page().locator("main .ant-alert-warning").count())
          .as("what is missing for " + file.path().getFileName())
          .isZero();
    }
    tab(files.orders()).click();
    look("import-map");

    owner.press("下一步");
    owner.settle();
    tab(files.orders()).click();
    owner.settle();
    owner.picture("walk-import-check");
  }

  /**
   * Landed = clean + merged + superseded + quarantined, and clean is what the truth calls clean.
   */
  @Test
  @Order(3)
  void rows_addUpToWhatWasWritten() throws IOException {
    owner.press("开始导入");
    owner.waitForText("看识别出的客户");
    owner.settle();
    look("import-run");
    for (var file : company.files().all()) {
      var panel = page().locator("main section").filter(has(file.path().getFileName().toString()));
      long clean = owner.figure(panel, "可用");
      assertThat(owner.figure(panel, "导入行数")).as(file.path() + " landed").isEqualTo(file.rows());
      assertThat(clean)
          .as(file.path() + " clean")
          .isEqualTo(file.rows() - company.flawed(file.path()));
      assertThat(
              clean
                  + owner.figure(panel, "重复合并")
                  + owner.figure(panel, "被新数据替换")
                  + owner.figure(panel, "隔离"))
          .as(file.path() + " adds up")
          .isEqualTo(file.rows());
    }
  }

  @Test
  @Order(4)
  void home_showsThePeopleThatThereAre() {
    owner.follow("看总览");
    owner.waitForTitle("总览");
    look("home");
    pages.add("/");
    customers = owner.figure(page().locator("main"), "客户");
    assertThat((double) customers)
        .isCloseTo(Company.PEOPLE, within(Company.PEOPLE * RECOGNISED_WITHIN));
    visit("/identity");
    assertThat(page().locator("main").innerText()).contains(grouped(customers));
    visit("/quality");
    visit("/sources");
    visit("/sources/import");
  }

  @Test
  @Order(5)
  void customer_isFoundByPhoneAndPainted() throws IOException {
    visit("/customers");
    assertThat(page().getByText("共 " + grouped(customers) + " 位客户").count()).isEqualTo(1);
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
  @Test
  @Order(6)
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

  @Test
  @Order(7)
  void segment_isDrawnCountedSavedAndExported() throws IOException {
    visit("/segments");
    owner.follow("新建人群");
    look("segment-new");
    pages.add(path());
    var count = page().locator("aside strong").first();
    var before = count.innerText();
    page().getByRole(AriaRole.BUTTON).filter(has("沉睡老客")).click();
    page().waitForCondition(() -> !count.innerText().equals(before));
    owner.settle();
    inSegment = Long.parseLong(digits(count.innerText()));
    assertThat(inSegment).isBetween(1L, customers - 1);
    owner.fill("给人群起个名字", SEGMENT);
    look("segment-drawn");
    owner.press("保存人群");
    owner.waitForTitle(SEGMENT);
    owner.settle();
    look("segment");
    pages.add(path());
    assertThat(owner.figure(page().locator("main"), "人数")).isEqualTo(inSegment);

    page().locator("header").getByText("导出").click();
    page().getByLabel("CSV").check();
    var file =
        owner.download(
            () ->
                page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON)
                    .filter(has("导"))
                    .last()
                    .click());
    assertThat(Files.readAllLines(file.path())).hasSize((int) inSegment + 1);
  }

  /** Each page in both languages at both widths, and what is wrong with it. */
  @TestFactory
  @Order(100)
  Stream<DynamicTest> page_isRight() {
    var state = owner.state();
    var tests = new ArrayList<DynamicTest>();
    for (var language : List.of("zh", "en")) {
      for (int width : List.of(Visitor.DESK, Visitor.PHONE)) {
        var visitor = new Visitor(chromium.browser(), company.address(), language, width, state);
        for (var path : pages)
          tests.add(
              DynamicTest.dynamicTest(
                  language + " " + width + " " + path,
                  () -> {
                    visitor.open(path);
                    visitor.picture(name(path));
                    assertThat(inspection.of(visitor.page(), language)).isEmpty();
                    assertThat(visitor.complaints()).isEmpty();
                  }));
      }
    }
    return tests.stream();
  }

  /** Opens a page of the product and keeps it for the inspection at the end. */
  private void visit(String path) {
    owner.open(path);
    pages.add(path);
  }

  /** A picture of where the walk is, and nothing wrong with it. */
  private void look(String name) {
    owner.settle();
    owner.picture("walk-" + name);
    assertThat(inspection.of(page(), owner.language())).as(name).isEmpty();
    assertThat(owner.complaints()).as(name).isEmpty();
  }

  private com.microsoft.playwright.Page page() {
    return owner.page();
  }

  private String path() {
    return page().url().substring(company.address().length()).replaceAll("\\?.*", "");
  }

  private static String name(String path) {
    var name = path.substring(1).replaceAll("[0-9a-f]{8,}", "id").replace('/', '-');
    return name.isEmpty() ? "home" : name;
  }

  private Locator tab(Written.File file) {
    return page().getByRole(AriaRole.TAB).filter(has(file.path().getFileName().toString())).first();
  }

  private String head() {
    return page().locator("thead").first().innerText();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String grouped(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number);
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
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
