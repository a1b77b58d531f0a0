package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;

/** Segments and tags: drawn, counted, and asked why. */
final class Traits extends Chapter {
  static final String SEGMENT = "沉睡老客 · 试一次唤回";

  private final Customers customers;
  private long inSegment;
  private String segment = "";

  Traits(Walk walk, Customers customers) {
    super(walk);
    this.customers = customers;
  }

  /** How many the segment that was drawn holds. */
  long inSegment() {
    return inSegment;
  }

  /** The path of its page. */
  String segment() {
    return segment;
  }

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
    assertThat(inSegment).isBetween(1L, customers.count() - 1);
    owner.fill("给人群起个名字", SEGMENT);
    look("segment-drawn");
    owner.press("保存人群");
    owner.waitForTitle(SEGMENT);
    owner.settle();
    // It is saved at once, and counted by a run of its own.
    page().waitForCondition(() -> page().getByText("计算中").count() == 0);
    owner.settle();
    look("segment");
    segment = path();
    pages.add(segment);
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

  void tag_saysWhoHasItAndWhy() {
    visit("/tags/new");
    visit("/tags");
    // Its category stands under its name.
    page().getByRole(AriaRole.LINK).filter(has("沉睡客户")).first().click();
    owner.waitForTitle("沉睡客户");
    look("tag");
    pages.add(path());
    // Bought, and not in the last 90 days: the same people as the segment that was drawn.
    assertThat(owner.figure(main(), "人数")).isEqualTo(inSegment);
    page().getByRole(AriaRole.BUTTON).filter(has("为什么")).first().click();
    owner.waitForText("这位客户有这个标签");
    look("tag-why");
    // The rule in words, and the order that decided.
    assertThat(dialog().innerText()).contains("最近一次购买距今超过 90 天").containsPattern("XS\\d{14}");
  }

  void rfm_givesEachBuyerOneOfEightGroups() {
    visit("/tags/rfm");
    look("rfm");
    var groups = page().locator("section[aria-labelledby=groups] article");
    assertThat(groups.count()).isEqualTo(8);
    long grouped = 0;
    for (var group : groups.all())
      grouped += Long.parseLong(digits(group.locator("dd span").first().innerText()));
    assertThat(grouped).isEqualTo(owner.figure(main(), "已分类客户"));
    assertThat(grouped + owner.figure(main(), "期间未购")).isEqualTo(customers.count());
  }

  /** Tags of other kinds, and whom no tag can find. */
  void tags_ofOtherKinds_haveTheirOwnForms() {
    visit("/tags/new?kind=preference");
    visit("/tags/new?kind=lifecycle");
    visit("/tags/lifecycle");
    assertThat(main().innerText()).contains("各阶段的人数", "客户隔多久再买？");
    visit("/tags/yearly_10000");
    // A customer may prefer several: shares of a whole that is smaller than their sum.
    visit("/tags/preferred_categories");
    assertThat(main().innerText()).contains("占比相加可以超过 100%");
  }
}
