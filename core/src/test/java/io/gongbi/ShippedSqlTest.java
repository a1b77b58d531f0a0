package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Reads the sources of {@code …Query} classes and of whatever else writes SQL, and refuses words
 * that another engine would take differently or not at all, and tables of packages further down the
 * walk.
 */
final class ShippedSqlTest {
  private static final Path MAIN = Path.of("src/main/java/io/gongbi");
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern SLOT = Pattern.compile("\\{([a-z][a-z0-9]*)\\.[a-z][a-z0-9_]*\\}");
  private static final Pattern LOOKS_LIKE_SQL =
      Pattern.compile(
          "\\b(select|insert into|delete from|update)\\b.*\\b(from|set|values)\\b", Pattern.DOTALL);

  /** Word → what to write instead. */
  private static final Map<Pattern, String> DANGEROUS =
      Map.ofEntries(
          banned("concat\\(", "|| or concat_ws: engines disagree about missing values"),
          banned("regexp_replace\\(", "gb_replace_all: engines disagree about first or all"),
          banned("\\\\\\\\d", "[0-9]: in a literal the backslash is taken differently"),
          banned("\\bstrftime\\(", "a gb_ function"),
          banned("\\bdatediff\\(", "gb_days"),
          banned("\\bdate_diff\\(", "gb_days"),
          banned("\\bdayofweek\\(", "gb_isodow: engines begin the week on different days"),
          banned("\\bweekday\\(", "gb_isodow"),
          banned("\\bisodow\\(", "gb_isodow"),
          banned("\\bquantile_cont\\(", "percentile_cont within group"),
          banned("\\bsha256\\(", "a gb_ function"),
          banned("\\bunnest\\(", "a dialect method"),
          banned("\\bexclude\\s*\\(", "the columns by name"),
          banned("\\bstarts_with\\(", "like"),
          banned("\\basof\\s+join\\b", "a dialect method: only one engine has it"),
          banned("\\bmerge\\s+into\\b", "Write.replace"),
          banned(
              "\\bnow\\(\\)|\\bcurrent_date\\b|\\bcurrent_timestamp\\b",
              "a parameter: answers are as of a moment"),
          banned("\\brandom\\(\\)", "gb_hash with a salt"),
          banned("\\blist_[a-z]+\\(|\\bstruct_pack\\(", "plain rows"));

  private static Map.Entry<Pattern, String> banned(String pattern, String instead) {
    return Map.entry(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), instead);
  }

  private record Text(Path file, String text) {}

  private static List<Text> shipped() throws IOException {
    var found = new ArrayList<Text>();
    try (var files = Files.walk(MAIN)) {
      for (var file :
          files
              .filter(f -> f.toString().endsWith(".java"))
              // The engine's own package may speak the engine's own language.
              .filter(f -> !f.toString().contains("/warehouse/duckdb/"))
              .filter(f -> !f.toString().contains("/catalog/"))
              .toList()) {
        var source = Files.readString(file).replaceAll("(?m)^\\s*(//|\\*|/\\*).*$", "");
        for (var m = TEXT.matcher(source); m.find(); ) {
          found.add(new Text(file, m.group(1) != null ? m.group(1) : m.group(2)));
        }
      }
    }
    return found;
  }

  @Test
  void shippedSql_staysInThePortableSubset() throws IOException {
    var texts = shipped();
    var wrong = new ArrayList<String>();
    for (var text : texts) {
      if (!LOOKS_LIKE_SQL.matcher(text.text()).find() && !SLOT.matcher(text.text()).find())
        continue;
      DANGEROUS.forEach(
          (pattern, instead) -> {
            var m = pattern.matcher(text.text());
            if (m.find()) {
              wrong.add(text.file().getFileName() + ": " + m.group() + " → write " + instead);
            }
          });
    }
    assertThat(texts).as("texts read from " + MAIN.toAbsolutePath()).hasSizeGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  @Test
  void shippedSql_readsOnlyTablesUpTheWalk() throws IOException {
    var wrong = new ArrayList<String>();
    int slots = 0;
    for (var text : shipped()) {
      var own = MAIN.relativize(text.file()).getName(0).toString();
      // Gongbi itself and the gate, which stands at the door of every table, are the exceptions.
      if (own.endsWith(".java") || own.equals("access")) continue;
      for (var m = SLOT.matcher(text.text()); m.find(); ) {
        slots++;
        if (!ArchitectureTest.above(own).contains(m.group(1))) {
          wrong.add(text.file() + " reads " + m.group());
        }
      }
    }
    assertThat(slots).isPositive();
    assertThat(wrong).isEmpty();
  }
}
