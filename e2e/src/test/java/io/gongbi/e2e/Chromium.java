package io.gongbi.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser that this machine has; none is downloaded. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() {
    var skip = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(skip));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(installed().orElseThrow())
            // As root, in a container, Chromium's own sandbox does not start.
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> installed() {
    return List.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1)).stream()
        .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Without a browser a user's build goes on, and says what was left out; CI's build fails. */
  static final class Needed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (installed().isPresent()) return ConditionEvaluationResult.enabled("browser found");
      var said = "No browser on PATH (" + String.join(", ", NAMES) + "): the walk was NOT tested";
      if (Boolean.parseBoolean(System.getenv("CI"))) throw new IllegalStateException(said);
      System.err.println("\n*** SKIPPED: " + said + " ***\n");
      return ConditionEvaluationResult.disabled(said);
    }
  }
}
