package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.fault.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every code in the sources of this package has a sentence in both languages. */
class CatalogMessagesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/gongbi/catalog");
  private static final Pattern CODE =
      Pattern.compile("\"((?:catalog|definition|json)\\.[a-z-]+)\"");
  private static final Pattern WANTED =
      Pattern.compile("expected\\(faults, place[^,]*, \"(\\w+)\"");

  @Test
  void everyCode_hasASentence() throws IOException {
    var codes = found(CODE);
    assertThat(codes)
        .contains("catalog.damaged", "definition.in-use", "json.missing")
        .hasSizeGreaterThan(15);
    assertThat(codes)
        .allSatisfy(
            code -> {
              assertThat(Messages.knows(code, Locale.CHINESE)).as(code).isTrue();
              assertThat(Messages.knows(code, Locale.ENGLISH)).as(code).isTrue();
            });
  }

  @Test
  void whatIsExpected_isSaidInThePersonsLanguage() throws IOException {
    var wanted = found(WANTED);
    assertThat(wanted).contains("object", "list", "text", "value");
    for (var word : wanted) {
      var words = Map.of("expected", word, "found", "7");
      assertThat(Messages.say("json.expected", words, Locale.CHINESE)).doesNotContain(word);
    }
    assertThat(
            Messages.say("json.expected", Map.of("expected", "day", "found", "7"), Locale.CHINESE))
        .isEqualTo("这里应为日期，如 2026-01-31，现在是 7。");
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.list(SOURCES)) {
      for (var file : files.toList())
        for (var m = pattern.matcher(Files.readString(file)); m.find(); ) found.add(m.group(1));
    }
    return found;
  }
}
