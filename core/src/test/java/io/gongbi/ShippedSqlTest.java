package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads every text that stands in the product's sources, whole questions and the pieces they are
 * put together from, and refuses words that another engine would take differently or not at all,
 * orders that do not say where missing values stand, tables that are named without a slot, and
 * tables of packages further down the walk. That it would find them is shown on examples.
 */
final class ShippedSqlTest {
  private static final Path CORE = Path.of("src/main/java/io/gongbi");
  private static final Path SERVER = Path.of("../server/src/main/java/io/gongbi");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/warehouse");
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern SLOT = Pattern.compile("\\{([a-z][a-z0-9]*)\\.[a-z][a-z0-9_]*\\}");
  private static final Pattern BARE =
      Pattern.compile(
          "\\b(?:from|join|into|update)\\s+((?:%s)\\.[a-z][a-z0-9_]*)\\b"
              .formatted(String.join("|", ArchitectureTest.ORDER)),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ORDER =
      Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);

  /** Percentiles are of values alone. */
  private static final Pattern OF_VALUES =
      Pattern.compile("within\\s+group\\s*\\(\\s*$", Pattern.CASE_INSENSITIVE);

  /** What an order ends with, unless a bracket closes around it. */
  private static final Pattern AFTER =
      Pattern.compile("\\s(limit|offset|rows|range|qualify|union)\\s", Pattern.CASE_INSENSITIVE);

  /** Or a piece that comes from elsewhere, or a number in any case. */
  private static final Pattern SAYS_WHERE_NOTHING_STANDS =
      Pattern.compile(
          "nulls\\s+(last|first)$|%(\\d\\$)?s$|\\belse\\s+\\d+\\s+end(\\s+desc)?$",
          Pattern.CASE_INSENSITIVE);

  /** The catalog's tables are named without slots, and its texts are of other engines. */
  private static final Pattern OF_CATALOG =
      Pattern.compile(
          "\\b(?:from|join|into|update)\\s+(?:%s)_[a-z]"
              .formatted(String.join("|", ArchitectureTest.ORDER)),
          Pattern.CASE_INSENSITIVE);

  /** Word → what to write instead. */
  private static final Map<Pattern, String> DANGEROUS =
      Map.ofEntries(
          banned("concat\\(", "|| or concat_ws: engines disagree about missing values"),
          banned("regexp_replace\\(", "gb_replace_all: engines disagree about first or all"),
          banned(
              "regexp_[a-z_]+\\([^)]*\\\\\\\\d",
              "[0-9]: in a literal the backslash is taken differently"),
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

  /** Texts of one file; {@code own} is the package whose tables and those above it may be read. */
  private record Source(String name, Optional<String> own, List<String> texts) {
    static Source java(String name, Optional<String> own, String source) {
      var texts = new ArrayList<String>();
      var code = source.replaceAll("(?m)^\\s*(//|\\* |\\*/|/\\*).*$", "");
      for (var m = TEXT.matcher(code); m.find(); ) {
        texts.add(m.group(1) != null ? m.group(1) : m.group(2));
      }
      return new Source(name, own, texts);
    }

    List<String> dangers() {
      var found = new ArrayList<String>();
      for (var text : texts) {
        DANGEROUS.forEach(
            (pattern, instead) -> {
              var m = pattern.matcher(text);
              if (m.find()) found.add(name + ": " + m.group() + " → write " + instead);
            });
      }
      return found;
    }

    /** What is ordered without saying where missing values stand: engines disagree about that. */
    List<String> loose() {
      var found = new ArrayList<String>();
      boolean ofCatalog = slots().isEmpty() && texts.stream().anyMatch(Source::ofCatalog);
      for (var text : texts) {
        if (ofCatalog || ofCatalog(text)) continue;
        for (var m = ORDER.matcher(text); m.find(); ) {
          if (OF_VALUES.matcher(text.substring(0, m.start())).find()) continue;
          for (var key : keys(text.substring(m.end()).replace("\\n", "\n"))) {
            if (!key.isEmpty() && !SAYS_WHERE_NOTHING_STANDS.matcher(key).find())
              found.add(name + ": order by " + key + " → write nulls last");
          }
        }
      }
      return found;
    }

    private static boolean ofCatalog(String text) {
      return OF_CATALOG.matcher(text).find();
    }

    /** By what it is ordered, until the order ends. */
    private static List<String> keys(String rest) {
      var keys = new ArrayList<String>();
      var key = new StringBuilder();
      int depth = 0;
      for (int i = 0; i < rest.length() && depth >= 0; i++) {
        char c = rest.charAt(i);
        if (depth == 0 && AFTER.matcher(rest).region(i, rest.length()).lookingAt()) break;
        if (c == '(') depth++;
        if (c == ')') depth--;
        if (c == ',' && depth == 0) {
          keys.add(key.toString().strip());
          key.setLength(0);
        } else if (depth >= 0) {
          key.append(c);
        }
      }
      keys.add(key.toString().strip());
      return keys;
    }

    List<String> bare() {
      var found = new ArrayList<String>();
      for (var text : texts) {
        for (var m = BARE.matcher(text); m.find(); ) {
          found.add(name + ": " + m.group(1) + " → write {" + m.group(1) + "}");
        }
      }
      return found;
    }

    List<String> slots() {
      return texts.stream().flatMap(t -> SLOT.matcher(t).results()).map(r -> r.group()).toList();
    }

    List<String> down() {
      var above = own.map(ArchitectureTest::above).orElse(Set.copyOf(ArchitectureTest.ORDER));
      return slots().stream()
          .filter(s -> !above.contains(s.substring(1, s.indexOf('.'))))
          .map(s -> name + " reads " + s)
          .toList();
    }
  }

  private static List<Source> sources(Path root) throws IOException {
    var found = new ArrayList<Source>();
    try (var files = Files.walk(root)) {
      for (var file :
          files
              .filter(f -> f.toString().endsWith(".java"))
              // The engine's own package may speak the engine's own language, and the catalog
              // speaks to other engines.
              .filter(f -> !f.toString().contains("/warehouse/duckdb/"))
              .filter(f -> !f.toString().contains("/catalog/"))
              .sorted()
              .toList()) {
        var first = root.relativize(file).getName(0).toString();
        // Gongbi itself and the gate, which stands at the door of every table, are the exceptions;
        // the server stands below all packages.
        boolean free = !root.equals(CORE) || first.endsWith(".java") || first.equals("access");
        found.add(
            Source.java(
                root.relativize(file).toString(),
                free ? Optional.empty() : Optional.of(first),
                Files.readString(file)));
      }
    }
    return found;
  }

  private static List<Source> shipped() throws IOException {
    var all = new ArrayList<>(sources(CORE));
    assertThat(all).as("sources under %s", CORE.toAbsolutePath()).hasSizeGreaterThan(200);
    assertThat(all.stream().mapToInt(s -> s.slots().size()).sum()).isGreaterThan(200);
    if (Files.isDirectory(SERVER)) all.addAll(sources(SERVER));
    return all;
  }

  @Test
  void shippedSql_staysInThePortableSubset() throws IOException {
    assertThat(shipped()).flatExtracting(Source::dangers).isEmpty();
  }

  @Test
  void shippedSql_saysWhereMissingValuesStand() throws IOException {
    assertThat(shipped()).flatExtracting(Source::loose).isEmpty();
  }

  @Test
  void shippedSql_namesTablesBySlotsOnly() throws IOException {
    assertThat(shipped()).flatExtracting(Source::bare).isEmpty();
  }

  @Test
  void shippedSql_readsOnlyTablesUpTheWalk() throws IOException {
    assertThat(shipped()).flatExtracting(Source::down).isEmpty();
  }

  @Test
  void migrationsOfTheWarehouse_stayInThePortableSubset() throws IOException {
    var found = new ArrayList<Source>();
    try (var files = Files.walk(MIGRATIONS)) {
      // What is named after an engine is in its language, by name.
      for (var file :
          files.filter(f -> f.getFileName().toString().matches("V\\d+__[a-z_]+\\.sql")).toList()) {
        found.add(new Source(file.toString(), Optional.empty(), List.of(Files.readString(file))));
      }
    }
    assertThat(found).hasSizeGreaterThan(4).flatExtracting(Source::dangers).isEmpty();
  }

  private static Source example(String own, String source) {
    return Source.java("Example", Optional.of(own), source);
  }

  /** Each dangerous word, in a block, in a question of one line, and in a piece of a question. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "concat(a, b)",
        "regexp_replace(a, 'x', 'y')",
        "strftime(a, '%Y')",
        "datediff('day', a, b)",
        "date_diff('day', a, b)",
        "dayofweek(a)",
        "weekday(a)",
        "isodow(a)",
        "quantile_cont(a, 0.5)",
        "sha256(a)",
        "unnest(a)",
        "* exclude (a)",
        "starts_with(a, 'x')",
        "t asof join u",
        "merge into t",
        "now()",
        "current_date",
        "current_timestamp",
        "random()",
        "list_transform(a, b)",
        "struct_pack(a := 1)",
        "regexp_matches(a, '\\\\\\\\d+')",
      })
  void dangerousWord_isFound_whereverItStands(String word) {
    var block = "var a = \"\"\"\n    select %s as x\n    from {profile.customer} c\n    \"\"\";";
    assertThat(example("profile", block.formatted(word)).dangers()).hasSize(1);
    assertThat(example("profile", "Sql.of(\"select %s\");".formatted(word)).dangers()).hasSize(1);
    assertThat(example("profile", "var piece = \",\\n  %s as x\";".formatted(word)).dangers())
        .hasSize(1);
    assertThat(example("profile", "// %s is a word in a comment".formatted(word)).dangers())
        .isEmpty();
  }

  /** At the end, in a window, as one key of several, in a piece of a question. */
  @Test
  void orderThatForgetsMissingValues_isFound() {
    for (var loose :
        List.of(
            "select 1 from held h order by h.value limit 3",
            "select 1 from held h order by h.n desc nulls last, h.value",
            "row_number() over (partition by a order by h.value) as place",
            "row_number() over (order by coalesce(a, b), h.value nulls last rows 1 preceding)",
            ",\\n  lag(a) over (order by h.value)"))
      assertThat(example("profile", "var a = \"%s\";".formatted(loose)).loose())
          .as(loose)
          .hasSize(1);
    for (var said :
        List.of(
            "select 1 from held h order by h.n desc nulls last, h.value nulls first limit #most",
            "percentile_cont(0.5) within group (order by g.days)",
            "order by case when h.value is null then 1 else 0 end, h.value nulls last",
            "select h.value from held h order by %s limit %s",
            "select e.number from delivery_entry e order by e.number"))
      assertThat(example("profile", "var a = \"%s\";".formatted(said)).loose()).as(said).isEmpty();
  }

  @Test
  void tableWithoutSlot_isFound() {
    assertThat(
            example(
                    "profile",
                    "var a = \"select 1 from profile.customer c join {profile.order} o\";")
                .bare())
        .containsExactly("Example: profile.customer → write {profile.customer}");
    assertThat(example("profile", "var a = \"h.value is distinct from s.value\";").bare())
        .isEmpty();
  }

  @Test
  void tableFurtherDown_isFound() {
    var reads = "var a = \"select 1 from {segment.listed} l, {identity.alias} a, {tag.x} t\";";
    assertThat(example("tag", reads).down()).containsExactly("Example reads {segment.listed}");
    assertThat(example("segment", reads).down()).isEmpty();
    assertThat(example("quality", reads).down()).hasSize(3);
  }
}
