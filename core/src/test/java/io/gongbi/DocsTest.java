package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whoever follows the documentation finds what it names: each class and its members, each file,
 * table, call, command and decision. That a wrong name would be found is shown on examples.
 */
final class DocsTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /** From where a path may be meant; the nearest first. */
  private static final List<Path> ROOMS =
      Stream.of(
              "",
              "docs",
              "core/src/main/java/io/gongbi",
              "core/src/main/resources",
              "server/src/main/java/io/gongbi/server",
              "server/src/main/java/io/gongbi",
              "web/src")
          .map(HOME::resolve)
          .toList();

  /**
   * Named because they are not ours: the flag of a cookie, a type of a library that was not taken,
   * the column that no table has.
   */
  private static final Set<String> NOT_OURS = Set.of("Secure", "DnsResolver", "tenant_id");

  private static final Pattern FENCED = Pattern.compile("```.*?```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern DECISION = Pattern.compile("(?:[Dd]ecision |决定 ?)([0-9]+)");
  private static final Pattern COMMAND = Pattern.compile("\\./gongbi ([a-z][a-z-]*)([^`\n|]*)");
  private static final Pattern MAKE = Pattern.compile("(?:^|`)make ([a-z]+)", Pattern.MULTILINE);
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
  private static final Pattern MEMBER =
      Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)\\.([A-Za-z_]+)(?:\\(.*\\))?");
  private static final Pattern SLASHED = Pattern.compile("[\\w-]+(?:/[\\w.-]+)+/?");
  private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[A-Za-z0-9_]+)+");
  private static final Pattern SNAKE = Pattern.compile("[A-Za-z]+(?:_[A-Za-z0-9]+)+");

  private static final Sources SOURCES = Sources.read();
  private static final Set<String> FILES =
      files(HOME, "").stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet());

  /** What there is to be named. */
  private record Sources(Map<String, String> byType, String all, Set<String> words) {
    static Sources read() {
      var byType = new HashMap<String, String>();
      var all = new StringBuilder();
      for (var file : files(HOME, ".java", ".ts", ".tsx", ".sql", ".properties")) {
        // One is made from the description of the server, the other has wrong names on purpose.
        if (file.endsWith("openapi.ts") || file.endsWith("DocsTest.java")) continue;
        var text = text(file);
        var name = file.getFileName().toString().replaceFirst("\\..*", "");
        byType.merge(name, text, String::concat);
        var inner = Pattern.compile("\\b(?:record|class|interface|enum) (\\w+)").matcher(text);
        while (inner.find()) byType.putIfAbsent(inner.group(1), text);
        all.append(text).append('\n');
      }
      for (var file : List.of("gongbi", "Makefile", "pom.xml"))
        all.append(text(HOME.resolve(file))).append('\n');
      var words = Pattern.compile("\\W+").splitAsStream(all).collect(Collectors.toSet());
      return new Sources(Map.copyOf(byType), all.toString(), words);
    }
  }

  @TestFactory
  Stream<DynamicTest> docs_nameOnlyWhatThereIs() {
    return documents()
        .map(
            document ->
                dynamicTest(
                    HOME.relativize(document).toString(),
                    () -> assertThat(missing(text(document), document)).isEmpty()));
  }

  @Test
  void wrongNames_areFound() {
    var text =
        """
        Decision 1 is kept, decision 999 is not; [a page](glossary.md#glossary), [none](nowhere.md),
        [no chapter](glossary.md#nowhere). `Gongbi` opens by `Gongbi.open(folder, clock)`, not by
        `Gongbi.unlock`; `Gongby` is nobody. `web/src/charts` is a folder, `web/src/charms` is none.
        `trait.held` is a table, `trait.holding` is none, `source.Records` a class. `gb_local_day`
        is a function, `gb_local_week` is none. `/api/tags` can be called, `/api/togs` cannot.
        ```
        ./gongbi serve --port 80
        ./gongbi serve --harbour 80
        ./gongbi sing
        make test
        make merry
        ```
        """;

    assertThat(missing(text, HOME.resolve("docs/example.md")))
        .containsExactlyInAnyOrder(
            "decision 999",
            "nowhere.md",
            "glossary.md#nowhere",
            "Gongbi.unlock",
            "Gongby",
            "web/src/charms",
            "trait.holding",
            "gb_local_week",
            "/api/togs",
            "--harbour",
            "./gongbi sing",
            "make merry");
  }

  /** The pages that are told in two languages tell the same, chapter by chapter. */
  @TestFactory
  Stream<DynamicTest> bothLanguages_haveTheSameChapters() {
    return documents()
        .filter(d -> d.toString().endsWith(".zh-CN.md"))
        .map(
            chinese ->
                dynamicTest(
                    HOME.relativize(chinese).toString(),
                    () ->
                        assertThat(levels(text(chinese)))
                            .isEqualTo(
                                levels(text(Path.of(chinese.toString().replace(".zh-CN", "")))))));
  }

  private static List<String> levels(String text) {
    return headings(text).map(h -> h.replaceFirst(" .*", "")).toList();
  }

  private static Stream<String> headings(String text) {
    return FENCED.matcher(text).replaceAll("").lines().filter(l -> l.matches("#+ .*"));
  }

  private static Stream<Path> documents() {
    return files(HOME, ".md").stream();
  }

  /** All names in a text that lead nowhere. */
  private static List<String> missing(String text, Path document) {
    var missing = new ArrayList<String>();
    var links = LINK.matcher(text);
    while (links.find())
      if (!leads(links.group(1), links.group(2), document))
        missing.add(links.group(1) + (links.group(2) == null ? "" : "#" + links.group(2)));
    var decisions = DECISION.matcher(text);
    while (decisions.find())
      if (!isDecision(Integer.parseInt(decisions.group(1)))) missing.add(decisions.group());
    var commands = COMMAND.matcher(text);
    while (commands.find()) missing.addAll(wrong(commands.group(1), commands.group(2)));
    var targets = MAKE.matcher(text);
    while (targets.find())
      if (!text(HOME.resolve("Makefile")).contains("\n" + targets.group(1) + ":"))
        missing.add("make " + targets.group(1));
    var code = CODE.matcher(FENCED.matcher(text).replaceAll(""));
    while (code.find())
      if (!NOT_OURS.contains(code.group(1)) && !isThere(code.group(1))) missing.add(code.group(1));
    return missing;
  }

  private static boolean leads(String page, String chapter, Path document) {
    if (page.matches("[a-z]+:.*")) return true;
    var target = page.isEmpty() ? document : document.resolveSibling(page).normalize();
    if (!Files.exists(target)) return false;
    return chapter == null
        || headings(text(target))
            .map(h -> h.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
            .map(h -> h.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
            .anyMatch(chapter::equals);
  }

  private static boolean isDecision(int number) {
    return files(HOME.resolve("docs/decisions"), ".md").stream()
        .anyMatch(f -> f.getFileName().toString().startsWith("%04d-".formatted(number)));
  }

  /** What is wrong with a line for the shell: the command, or some of its options. */
  private static List<String> wrong(String command, String rest) {
    boolean known =
        SOURCES.all().contains("name = \"" + command + "\"")
            || text(HOME.resolve("gongbi")).contains("\n  " + command);
    if (!known) return List.of("./gongbi " + command);
    return Pattern.compile("--[a-z][a-z-]*")
        .matcher(rest)
        .results()
        .map(r -> r.group())
        .filter(option -> !SOURCES.all().contains("\"" + option + "\""))
        .toList();
  }

  private static boolean isThere(String name) {
    if (name.startsWith("/api/")) return isCall(name);
    if (TYPE.matcher(name).matches()) return SOURCES.byType().containsKey(name);
    var member = MEMBER.matcher(name);
    if (member.matches())
      return SOURCES.byType().containsKey(member.group(1))
          && SOURCES.byType().get(member.group(1)).matches("(?s).*\\b" + member.group(2) + "\\b.*");
    if (SLASHED.matcher(name).matches()) return isFile(name);
    if (DOTTED.matcher(name).matches())
      return SOURCES.all().contains(name) || isFile(name) || isFile(name.replace('.', '/'));
    if (SNAKE.matcher(name).matches()) return SOURCES.words().contains(name);
    return true;
  }

  private static boolean isCall(String name) {
    return text(HOME.resolve("docs/openapi.json"))
        .contains("\"" + name.replaceFirst("[…{].*", "").replaceFirst("/$", ""));
  }

  /** Whether there is such a file or class, in a room or, by its bare name, anywhere. */
  private static boolean isFile(String name) {
    return ROOMS.stream()
            .anyMatch(r -> Files.exists(r.resolve(name)) || Files.exists(r.resolve(name + ".java")))
        || (!name.contains("/") && FILES.contains(name));
  }

  private static List<Path> files(Path from, String... ends) {
    var skipped = new HashSet<>(Set.of("target", "node_modules", "dist", ".git", "data"));
    var found = new ArrayList<Path>();
    collect(from, skipped, List.of(ends), found);
    return found;
  }

  private static void collect(
      Path folder, Set<String> skipped, List<String> ends, List<Path> found) {
    try (var entries = Files.list(folder)) {
      for (var entry : entries.sorted().toList()) {
        var name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          if (!skipped.contains(name)) collect(entry, skipped, ends, found);
        } else if (ends.stream().anyMatch(name::endsWith)) {
          found.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
