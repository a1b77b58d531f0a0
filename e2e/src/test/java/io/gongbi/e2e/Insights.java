package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Analyses and boards: their figures, and whom they stand for. */
final class Insights extends Chapter {
  private final Customers customers;

  Insights(Walk walk, Customers customers) {
    super(walk);
    this.customers = customers;
  }

  /** A bar of the trend, its customers, and those customers kept as a segment. */
  void trend_opensIntoCustomersWhoBecomeASegment() {
    visit("/insights/breakdown");
    visit("/insights/funnel");
    assertThat(main().innerText()).contains("整体转化率");
    visit("/insights/trend?metric=revenue&split=item.category_2");
    visit("/insights/trend");
    look("trend");
    page().getByRole(AriaRole.SLIDER).first().focus();
    page().keyboard().press("Home");
    page().keyboard().press("Enter");
    owner.waitForText("背后的客户");
    owner.settle();
    look("trend-behind");
    long behind = owner.figure(dialog(), "背后的客户");
    assertThat(behind).isBetween(1L, customers.count());
    dialog().getByText("存为人群").click();
    var name = page().getByLabel("人群名称").inputValue();
    inspection.isData(name);
    look("trend-keep");
    owner.press("保存");
    owner.waitForTitle(name);
    owner.settle();
    look("segment-kept");
    pages.add(path());
    assertThat(owner.figure(main(), "人数")).isEqualTo(behind);
  }

  /** The figures of both tiles, in their data view, beside what the server answers. */
  void board_showsWhatTheServerAnswers() {
    visit("/boards");
    visit("/boards/overview");
    look("board");
    var tiles = (List<?>) field(owner.ask("/api/dashboards/overview", null), "tiles");
    assertThat(tiles).hasSizeGreaterThanOrEqualTo(6);
    var figures = Map.of("trend", "value", "funnel", "customers");
    for (int i = 0; i < tiles.size(); i++) {
      var insight = field(tiles.get(i), "insight");
      var column = figures.get(field(insight, "type").toString());
      if (column == null || ((Map<?, ?>) insight).containsKey("split")) continue;
      var answer = owner.ask("/api/insights/answer", insight);
      var names = ((List<?>) field(answer, "columns")).stream().map(c -> field(c, "name")).toList();
      int at = names.indexOf(column);
      var answered =
          ((List<?>) field(answer, "rows"))
              .stream().map(row -> number(((List<?>) row).get(at).toString())).toList();
      var tile = page().locator("main figure").nth(i);
      tile.getByLabel("看数据表").click();
      owner.settle();
      var shown =
          tile.locator("tbody tr.ant-table-row").all().stream()
              .map(row -> number(row.locator("td").nth(at).innerText()))
              .toList();
      assertThat(answered).isNotEmpty();
      assertThat(shown).usingElementComparator(BigDecimal::compareTo).isEqualTo(answered);
    }
    look("board-data");
    visit("/boards/churn");
    assertThat(owner.title()).isEqualTo("流失预警");
    visit("/boards/overview?period=90day");
    visit("/insights/metrics");
  }
}
