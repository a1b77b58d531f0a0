package io.gongbi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.Gongbi;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.sample.SampleMall;
import io.gongbi.source.Imports;
import io.gongbi.source.Looks;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is who in files with a known truth, from the files to the list of links, without a label: the
 * generated company with its families, namesakes, slips, recycled numbers and presents, and small
 * public files of persons of another country.
 */
final class PlantedPeopleTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

  /** Those who say who somebody is; what people did says no more. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "crm-会员",
          "crm",
          "shop-用户",
          "shop",
          "shop-订单",
          "shop",
          "pos-",
          "pos",
          "wechat-小程序用户",
          "wechat");

  @TempDir private Path folder;

  private Path links(List<Imports.Item> items) throws IOException {
    var file = folder.resolve("links.csv");
    try (var gongbi = Gongbi.open(Files.createDirectory(folder.resolve("gongbi")), CLOCK);
        var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      var run = gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, items, false));
      assertThat(run.faults()).isEmpty();
      var lines = new ArrayList<>(List.of("source,source_record_id,customer_id"));
      gongbi
          .identities()
          .links(
              Viewer.system(),
              some -> some.stream().map(PlantedPeopleTest::line).forEach(lines::add));
      out.write(String.join("\n", lines) + "\n");
    }
    return file;
  }

  private static String line(Row row) {
    return "%s,\"%s\",%s"
        .formatted(
            row.text("source"),
            row.text("source_record_id").replace("\"", "\"\""),
            row.value("customer_id").shown());
  }

  private static Imports.Item item(Path file, String source) {
    var name = file.getFileName().toString();
    var mapping =
        new MappingSuggestion(new Standard())
            .suggest(file, name, Looks.look(file, name), new SourceId(source));
    return new Imports.Item(file, name, mapping);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 29})
  void peopleOfTheGeneratedCompany_areToldApart(long seed) throws IOException, SQLException {
    var truth = folder.resolve("truth");
    var written =
        new SampleMall(seed, 4_000, SampleMall.DEFAULT_END).write(folder.resolve("files"), truth);
    var items =
        written.all().stream()
            .flatMap(
                w ->
                    SOURCES.entrySet().stream()
                        .filter(
                            s ->
                                w.path().getFileName().toString().startsWith(s.getKey())
                                    && !w.path().getFileName().toString().contains("明细"))
                        .map(s -> item(w.path(), s.getValue())))
            .toList();
    var score =
        LinkScore.of(
            links(items), truth.resolve("persons.csv"), Optional.of(truth.resolve("evidence.csv")));

    assertThat(score.precision()).as(score.toString()).isGreaterThan(0.985);
    double recall = score.recallOfTelling().orElseThrow();
    assertThat(2 * score.precision() * recall / (score.precision() + recall))
        .as(score.toString())
        .isGreaterThan(0.96);
    assertThat(score.mostPersons()).as(score.toString()).isLessThanOrEqualTo(4);
  }

  /** Persons of Australia and of Britain, whose records were misspelt on purpose. */
  @ParameterizedTest
  @CsvSource({"febrl1, 0.999", "febrl3, 0.998", "fake_1000, 0.95"})
  void peopleOfPublicFiles_areToldApart(String name, double least)
      throws IOException, SQLException {
    var data = System.getenv("GONGBI_TEST_DATA");
    if (data == null || data.isBlank()) {
      System.err.println("SKIPPED, NOT PASSED: set GONGBI_TEST_DATA to test with " + name);
      Assumptions.abort("GONGBI_TEST_DATA is not set: no " + name);
    }
    var file = Path.of(data).resolve("identity").resolve(name + ".csv.gz");
    var truth = folder.resolve("truth.csv");
    Files.writeString(truth, truth(file));

    var score = LinkScore.of(links(List.of(item(file, "x"))), truth, Optional.empty());

    double f1 = 2 * score.precision() * score.recall() / (score.precision() + score.recall());
    assertThat(f1).as(score.toString()).isGreaterThanOrEqualTo(least);
  }

  /** FEBRL names a person in the id, rec-122-org and rec-122-dup-0; fake_1000 in a column. */
  private static String truth(Path file) throws IOException {
    var lines = new ArrayList<>(List.of("source,record_key,person"));
    try (var in =
        new String(
                new GZIPInputStream(Files.newInputStream(file)).readAllBytes(),
                StandardCharsets.UTF_8)
            .lines()) {
      for (var line : in.skip(1).filter(l -> !l.isBlank()).toList()) {
        var cells = line.split(",", -1);
        var key = cells[0].strip();
        var person = key.startsWith("rec-") ? key.split("-")[1] : cells[cells.length - 1].strip();
        lines.add("x," + key + "," + person);
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
