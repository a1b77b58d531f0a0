package io.gongbi.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody in front of a screen of this width, reading this language. */
final class Visitor implements AutoCloseable {
  static final int DESK = 1440;
  static final int PHONE = 390;
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final double PATIENCE = 90_000;
  private static final String ASK =
      """
      async ([path, body]) => {
        const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
        const headers = {
          'Content-Type': 'application/json',
          'X-XSRF-TOKEN': decodeURIComponent(token),
        };
        const question = body == null ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
        const answer = await fetch(path, question);
        return answer.json();
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private final String language;
  private final int width;
  private final List<String> complaints = new ArrayList<>();
  private final Set<Request> onTheirWay = new HashSet<>();

  /** Whether another document is on its way, and not just another address of this one. */
  private boolean turning;

  /**
   * @param state what another visitor's browser kept, so that nobody need log in again; or null
   */
  Visitor(Browser browser, String address, String language, int width, String state) {
    this.address = address;
    this.language = language;
    this.width = width;
    var options =
        new Browser.NewContextOptions()
            .setLocale(language.equals("zh") ? "zh-CN" : "en-US")
            .setTimezoneId("Asia/Shanghai")
            .setViewportSize(width, width == PHONE ? 844 : 900)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(ColorScheme.LIGHT)
            .setAcceptDownloads(true);
    if (state != null) options.setStorageState(state);
    context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    // As if this person had chosen the language on this device before.
    if (state != null)
      context.addInitScript(
          "localStorage.setItem('gongbi.preferences', JSON.stringify({locale: '"
              + language
              + "'}))");
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // Answers that say no are looked at below, with their address.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load"))
            complaints.add("console: " + message.text());
        });
    page.onPageError(error -> complaints.add("error: " + error));
    page.onRequest(
        request -> {
          onTheirWay.add(request);
          if (request.isNavigationRequest()) turning = true;
        });
    // What a page asked that is gone now is never answered, and nobody says so.
    page.onFrameNavigated(
        frame -> {
          if (turning && frame.equals(page.mainFrame())) {
            turning = false;
            onTheirWay.clear();
          }
        });
    page.onRequestFinished(onTheirWay::remove);
    page.onRequestFailed(onTheirWay::remove);
    page.onResponse(
        response -> {
          boolean whoAmI = response.status() == 401 && response.url().endsWith("/api/session");
          if (response.status() >= 400 && !whoAmI)
            complaints.add("answer " + response.status() + ": " + response.url());
        });
  }

  Page page() {
    return page;
  }

  String language() {
    return language;
  }

  int width() {
    return width;
  }

  /** The login, for another visitor. */
  String state() {
    return context.storageState();
  }

  /** What the browser complained of since it was asked last. */
  List<String> complaints() {
    var said = List.copyOf(complaints);
    complaints.clear();
    return said;
  }

  void open(String path) {
    page.navigate(path.startsWith("http") ? path : address + path);
    settle();
  }

  /** Until nothing is on its way any more, and nothing followed from the last answer. */
  void settle() {
    int calm = 0;
    for (long end = System.nanoTime() + (long) (PATIENCE * 1e6); calm < 3; ) {
      page.waitForTimeout(60);
      boolean busy = !onTheirWay.isEmpty() || page.locator("[aria-busy=true]:visible").count() > 0;
      calm = busy ? 0 : calm + 1;
      if (System.nanoTime() > end)
        throw new IllegalStateException(
            "still busy: " + page.url() + " " + onTheirWay.stream().map(Request::url).toList());
    }
  }

  void press(String button) {
    button(button).click();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
    settle();
  }

  void fill(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
  }

  /** Chooses from a list that opens; found by the name of the list, within a part of the page. */
  void choose(Locator within, String list, String option) {
    within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(list)).click();
    page.locator(".ant-select-dropdown:visible .ant-select-item-option")
        .filter(new Locator.FilterOptions().setHasText(option))
        .first()
        .click();
  }

  String title() {
    return page.locator("h1").first().innerText().strip();
  }

  void waitForTitle(String title) {
    page.locator("h1").filter(new Locator.FilterOptions().setHasText(title)).first().waitFor();
  }

  void waitForText(String text) {
    page.getByText(text).first().waitFor();
  }

  /** What stands below this label in a list of facts or figures, as digits alone: 1,234 → 1234. */
  long figure(Locator within, String label) {
    var term =
        within.locator(
            "xpath=.//*[normalize-space(.)='" + label + "' and not(*[normalize-space(.)])]");
    var shown = term.first().locator("xpath=following-sibling::*[1]").innerText();
    return Long.parseLong(shown.replaceAll("[^0-9-]", ""));
  }

  Download download(Runnable act) {
    return page.waitForDownload(act);
  }

  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(name + "-" + language + "-" + width + ".png")));
  }

  /** A picture of the upper part of the page, so many pixels high. */
  void picture(Path file, int height) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setClip(0, 0, width, height).setPath(file));
  }

  /**
   * What the server answers to this person, as maps and lists; asked with {@code body} where the
   * question has one, else null.
   */
  Object ask(String path, Object body) {
    return page.evaluate(ASK, Arrays.asList(path, body));
  }

  @Override
  public void close() {
    context.close();
  }
}
