package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a walk needs: a company, a visitor at the desk, and the pages that were passed. */
@ExtendWith({Chromium.Needed.class, InOrder.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Walk {
  final Inspection inspection = new Inspection();

  /** The pages that the walk has made, in the order of making. */
  final Set<String> pages = new LinkedHashSet<>();

  Chromium chromium;
  Company company;
  Visitor owner;

  @BeforeAll
  void open() throws Exception {
    company = Company.open();
    chromium = Chromium.launch();
    owner = new Visitor(chromium.browser(), company.address(), "zh", Visitor.DESK, null);
    for (var file : company.files().all()) inspection.isData(file.path());
    // The name of a rule that is adopted here, and the words that Chinese customers get and answer
    // with.
    for (var words : List.of("没有手机号", "退订", "拒收请回复R")) inspection.isData(words);
    // What other companies call their levels: values that the rule of a ready tag compares with.
    for (var level : List.of("白金卡", "铂金卡", "钻石卡", "黑卡")) inspection.isData(level);
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

  /** Until what was saved last is computed: meanwhile pages ask again and again. */
  void waitForTheRun() {
    page()
        .waitForCondition(
            () -> {
              var runs = (List<?>) owner.ask("/api/refresh/runs?limit=1", null);
              return List.of("done", "failed").contains(field(runs.getFirst(), "state"));
            });
    owner.settle();
  }

  /** Opens a page of the product and keeps it for the inspection at the end. */
  void visit(String path) {
    owner.open(path);
    pages.add(path);
  }

  /** A picture of where the walk is, and nothing wrong with it. */
  void look(String name) {
    owner.settle();
    owner.picture("walk-" + name);
    assertThat(inspection.of(page(), owner.language())).as(name).isEmpty();
    assertThat(owner.complaints()).as(name).isEmpty();
  }

  Locator main() {
    return page().locator("main");
  }

  /** What lies over the page, the uppermost of it. */
  Locator dialog() {
    return page().getByRole(AriaRole.DIALOG).last();
  }

  static Object field(Object map, String name) {
    return Objects.requireNonNull(((Map<?, ?>) map).get(name), name);
  }

  /** ¥1,234.50 → 1234.50 */
  static BigDecimal number(String text) {
    return new BigDecimal(text.replace("−", "-").replaceAll("[^0-9.-]", ""));
  }

  Page page() {
    return owner.page();
  }

  String path() {
    return page().url().substring(company.address().length()).replaceAll("\\?.*", "");
  }

  static String name(String path) {
    var name = path.substring(1).replaceAll("[0-9a-f]{8,}", "id").replaceAll("[/?=]", "-");
    return name.isEmpty() ? "home" : name;
  }

  static Page.GetByTextOptions exact() {
    return new Page.GetByTextOptions().setExact(true);
  }

  static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  static String grouped(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number);
  }

  static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
