package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Three dirty files, until it is known who the people are, and stays known. */
final class WhoIsWho extends Chapter {
  private static final String NOTE = "父子同名，手机是父亲的";

  private final Words words;
  private final DirtyFiles files;

  WhoIsWho(Walk walk, DirtyFiles files) {
    super(walk);
    this.files = files;
    words = new Words(owner.language());
    inspection.isData(DirtyFiles.text());
    inspection.isData("店主");
  }

  private String say(String key, String... given) {
    return words.say(key, given);
  }

  void filesAreImported() {
    owner.open(company.setUpLink());
    owner.fill(say("shell.login.name"), "店主");
    owner.fill(say("shell.login.password"), "mountain-9");
    owner.fill(say("shell.setup.again"), "mountain-9");
    owner.press(say("shell.setup.enter"));
    owner.waitForTitle("店主");
    owner.open("/sources/import");
    page().locator("input[type=file]").setInputFiles(files.all().toArray(Path[]::new));
    var systems = Map.of(files.members(), "crm", files.orders(), "shop", files.users(), "wechat");
    for (var file : files.all()) {
      owner.choose(
          page().locator("main li").filter(has(file.getFileName().toString())),
          say("source.origin.ask"),
          say("source.origin." + systems.get(file)));
    }
    look("who-choose");
    for (var step : new String[] {"look", "map", "check"}) {
      owner.press(say("source.wizard.next"));
      owner.settle();
      look("who-" + step);
    }
    for (var file : files.all()) {
      tab(file).dispatchEvent("click");
      owner.settle();
      look("who-check-" + systems.get(file));
    }
    owner.press(say("source.wizard.import"));
    owner.waitForText(say("source.run.toIdentity"));
    look("who-run");
  }

  private Locator tab(Path file) {
    return page().getByRole(AriaRole.TAB).filter(has(file.getFileName().toString())).first();
  }

  /** Ten values of the members' list cannot be read, and three orders. */
  void whatWasWrongIsSaid() {
    visit("/quality");
    assertThat(rows()).hasSize(3);
    look("who-quality");
    visit("/quality?what=values");
    assertThat(rows()).hasSize(11);
    look("who-values");
    visit("/quality/diagnosis");
    look("who-diagnosis");
  }

  private List<String> rows() {
    return main().locator("tbody").last().locator("tr.ant-table-row").allInnerTexts();
  }

  /**
   * The letter O in two telephones, and 待定 for two amounts, are mended together. The day that is
   * none stays unknown: its order is let lie.
   */
  void valuesAreRepaired() {
    owner.open("/quality?what=values");
    button(row("1391111OO10"), "quality.repair.repair").click();
    dialog().getByLabel(say("quality.repair.find"), exactly()).fill("O");
    dialog().getByLabel(say("quality.repair.with"), exactly()).fill("0");
    var mend = button(dialog(), "quality.repair.save", "n", "2");
    mend.waitFor();
    look("who-repair-phones");
    mend.click();
    owner.waitForText(say("quality.repair.saved"));
    waitForTheRun();

    owner.open("/quality");
    button(row("待定"), "quality.repair.repair").click();
    dialog().getByText(say("quality.repair.ways.all"), exactText()).click();
    dialog().getByLabel(say("quality.repair.becomes"), exactly()).fill("129");
    button(dialog(), "quality.repair.save", "n", "2").click();
    owner.waitForText(say("quality.repair.saved"));
    waitForTheRun();

    owner.open("/quality");
    button(row("2025-02-30"), "quality.dismiss.dismiss").click();
    dialog().getByLabel(say("quality.dismiss.why"), exactly()).fill("付款那天没有记清");
    inspection.isData("付款那天没有记清");
    look("who-dismiss");
    button(dialog(), "quality.dismiss.save", "n", "1").click();
    owner.waitForText(say("quality.dismiss.saved"));
    owner.settle();
    look("who-repaired");
  }

  /** 28 rows and 15 people to begin with; 丽娜 of the mini-program is 郑丽娜 now. */
  void peopleAreCounted() {
    visit("/identity");
    assertThat(main().innerText()).contains("14\n" + say("identity.customers"));
    look("who-identity");
    visit("/customers");
    assertThat(main().innerText()).contains(say("profile.all", "n", "14"));
    look("who-customers");
  }

  /** Father and son are taken for one: one name, one telephone. */
  void oneIsAskedFor() {
    owner.open("/customers");
    owner.follow("张伟");
    owner.waitForTitle("张伟");
    pages.add(path());
    look("who-why");
  }

  /** What the shop knows is the son: its orders, its address and its account go. */
  void wrongMergeIsSplit() {
    owner.press(say("profile.decide.wrong"));
    var checkbox = page().getByRole(AriaRole.CHECKBOX);
    var records = main().locator("ol li").filter(new Locator.FilterOptions().setHas(checkbox));
    assertThat(records.count()).isEqualTo(2);
    records.filter(has(say("source.origin.shop"))).getByRole(AriaRole.CHECKBOX).check();
    owner.fill(say("profile.decide.note"), NOTE);
    inspection.isData(NOTE);
    look("who-split");
    owner.press(say("profile.decide.split", "n", "1"));
    owner.waitForText(say("profile.decide.done"));
    waitForTheRun();
    areTwo();
    look("who-two");
  }

  /** The father is of 杭州 and never bought; the son is of 上海 and bought twice. */
  private void areTwo() {
    owner.open("/customers");
    assertThat(main().innerText()).contains(say("profile.all", "n", "15"));
    var both = main().locator("tr.ant-table-row").filter(has("张伟")).allInnerTexts();
    assertThat(both).hasSize(2);
    assertThat(both.getFirst()).contains("上海", "¥154.00");
    assertThat(both.getLast()).contains("杭州", "¥0.00");
  }

  /** Everything over, as an engineer asks for it and as it is after a change of versions. */
  void nightChangesNothing() {
    owner.ask("/api/refresh/runs", Map.of("all", true));
    waitForTheRun();
    areTwo();
    visit("/identity");
    assertThat(main().innerText()).contains(NOTE);
    look("who-next-morning");
  }

  /** Every page on the way, as it is on a telephone. */
  void pagesAreRightOnATelephone(Visitor visitor) {
    for (var path : pages) {
      visitor.open(path);
      visitor.picture("who" + Walk.name(path));
      assertThat(inspection.of(visitor.page(), visitor.language())).as(path).isEmpty();
      assertThat(visitor.complaints()).as(path).isEmpty();
    }
  }

  private Locator row(String text) {
    return main().locator("tr.ant-table-row").filter(has(text)).first();
  }

  private Locator button(Locator within, String key, String... given) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(say(key, given)).setExact(true));
  }

  private static Locator.GetByTextOptions exactText() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
