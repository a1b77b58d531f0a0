package io.gongbi.e2e;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: draws the pictures that README shows anew, from the demo company, when asked to by
 * {@code mvn verify -pl e2e -am -Dtest=PicturesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dpictures}.
 */
@EnabledIfSystemProperty(named = "pictures", matches = "|true")
@ExtendWith(Chromium.Needed.class)
class PicturesTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("gongbi.root", ".."), "docs", "pictures");
  private static final long BUILD_SECONDS = 300;
  private static final int HEIGHT = 1000;

  @Test
  void readme_showsTheRealScreens() throws Exception {
    var home = Files.createTempDirectory("gongbi-pictures");
    try (var server = Server.start("demo", home.resolve("data"), BUILD_SECONDS);
        var chromium = Chromium.launch()) {
      draw(server, chromium);
    } finally {
      Company.delete(home);
    }
  }

  private static void draw(Server server, Chromium chromium) {
    String state;
    String effect;
    String customer;
    try (var host = visitor(server, chromium, "zh", null)) {
      host.open(server.link());
      host.page().waitForURL(server.address() + "/");
      host.settle();
      state = host.state();
      effect = "/campaigns/" + first(host.ask("/api/campaigns", null), "id") + "?tab=effect";
      host.open("/customers?sort=-netRevenue");
      var member = new Locator.FilterOptions().setHasText("金卡");
      var row = host.page().locator("tbody tr").filter(member).first();
      customer = row.locator("a").first().getAttribute("href");
    }
    for (var language : List.of("zh", "en")) {
      try (var visitor = visitor(server, chromium, language, state)) {
        visitor.open(customer);
        visitor.picture(PICTURES.resolve("customer." + language + ".png"), HEIGHT);
        visitor.open("/boards/overview");
        visitor.picture(PICTURES.resolve("board." + language + ".png"), HEIGHT);
        visitor.open("/report");
        visitor.picture(PICTURES.resolve("report." + language + ".png"), HEIGHT);
        visitor.open(effect);
        visitor.picture(PICTURES.resolve("effect." + language + ".png"), HEIGHT);
      }
    }
  }

  private static Visitor visitor(Server server, Chromium chromium, String language, String state) {
    return new Visitor(chromium.browser(), server.address(), language, Visitor.DESK, state);
  }

  private static Object first(Object list, String field) {
    return ((Map<?, ?>) ((List<?>) list).getFirst()).get(field);
  }
}
