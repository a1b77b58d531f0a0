package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A part of the walk: the visitor at the desk, and what the steps are told with. */
abstract class Chapter {
  final Visitor owner;
  final Company company;
  final Inspection inspection;
  final Set<String> pages;

  Chapter(Walk walk) {
    owner = walk.owner;
    company = walk.company;
    inspection = walk.inspection;
    pages = walk.pages;
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
