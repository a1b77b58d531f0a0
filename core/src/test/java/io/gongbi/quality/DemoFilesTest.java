package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.refresh.Delta;
import io.gongbi.sample.SampleMall;
import io.gongbi.sample.Written;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo company's files, mapped as suggested. What was planted in them (repeats, older states,
 * missing keys, unreadable amounts and times) is exactly what does not come through as clean.
 */
final class DemoFilesTest {
  private static final Map<String, String> FATES =
      Map.of(
          "repeat", "merged",
          "superseded", "superseded",
          "no_key", "quarantined",
          "bad_amount", "quarantined",
          "bad_time", "quarantined",
          "total", "quarantined");

  @TempDir private Path folder;

  private static Mapping suggested(Written.File file) {
    var name = file.path().getFileName().toString();
    var source = MappingSuggestion.sourceOf(name).orElse(new SourceId("shop"));
    return new MappingSuggestion(new Standard())
        .suggest(file.path(), name, Looks.look(file.path(), name), source);
  }

  @Test
  void fates_areWhatWasPlanted_andBatchByBatchGivesTheSame() throws IOException {
    var truth = folder.resolve("truth");
    var written = new SampleMall(11, 1_500, SampleMall.DEFAULT_END).write(made("files"), truth);
    var mappings = new LinkedHashMap<Written.File, Mapping>();
    for (var file : written.all()) mappings.put(file, suggested(file));
    try (var here = new CleanFolder(made("folder"), mappings.values().toArray(Mapping[]::new))) {
      for (var entry : mappings.entrySet()) {
        var path = entry.getKey().path();
        here.land(entry.getValue(), path.getFileName().toString(), path);
        assertThat(here.cleanNew()).isInstanceOf(Delta.Batches.class);
      }
      assertThat(here.rows("select count(*) as n from {quality.fate} f"))
          .containsExactly(
              Long.toString(written.all().stream().mapToLong(Written.File::rows).sum()));
      assertThat(notClean(here)).isEqualTo(planted(truth));
      var stepwise = here.everything();
      here.clean();
      var whole = here.everything();
      assertThat(stepwise.stream().filter(r -> !whole.contains(r)).limit(5).toList()).isEmpty();
      assertThat(stepwise).hasSameSizeAs(whole);
    }
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static List<String> notClean(CleanFolder here) {
    return new ArrayList<>(
        new TreeSet<>(
            here.rows(
                """
                select b.file_name, f.line, f.fate
                from {quality.fate} f
                join {source.batch} b on b.batch = f.batch
                where f.fate <> 'clean'
                """)));
  }

  private static List<String> planted(Path truth) throws IOException {
    var found = new TreeSet<String>();
    for (var line : Files.readAllLines(truth.resolve("flaws.csv")).stream().skip(1).toList()) {
      var cells = line.split(",");
      found.add(cells[0] + " " + cells[1] + " " + FATES.get(cells[2]));
    }
    assertThat(found).hasSizeGreaterThan(20);
    return new ArrayList<>(found);
  }
}
