package io.gongbi.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are imported, and by which mapping. */
final class MappingFileTest {
  private static final String TWO =
      """
      [{"file": "orders-*.csv", "mapping": {"source": "shop"}},
       {"file": "*.csv", "mapping": {"source": "crm"}}]
      """;

  @TempDir Path folder;

  private MappingFile mappings(String json) throws IOException {
    return MappingFile.read(
        Files.writeString(folder.resolve("mappings.json"), json, StandardCharsets.UTF_8));
  }

  private Path files(String... names) throws IOException {
    var exports = Files.createDirectories(folder.resolve("exports"));
    for (var name : names) Files.writeString(exports.resolve(name), "a\n1\n");
    return exports;
  }

  /** Orders first, since their entry is; what fits both is an order file. */
  @Test
  void filesOfAFolder_comeInTheOrderOfTheEntries_eachByTheFirstThatFits() throws IOException {
    var exports = files("members.csv", "orders-2.csv", "orders-1.csv", "notes.txt", ".hidden.csv");
    var mappings = mappings(TWO);
    var left = new ArrayList<Path>();
    var files = mappings.in(exports, left::add);
    assertThat(files)
        .extracting(f -> f.getFileName() + " " + mappings.of(f).orElseThrow().path("source"))
        .containsExactly("orders-1.csv \"shop\"", "orders-2.csv \"shop\"", "members.csv \"crm\"");
    assertThat(left).extracting(f -> f.getFileName().toString()).containsExactly("notes.txt");
    assertThat(mappings.of(Path.of("notes.txt"))).isEmpty();
  }

  @Test
  void oneMapping_isForEveryFile() throws IOException {
    var mappings = mappings("{\"source\": \"crm\"}");
    assertThat(mappings.in(files("b.csv", "a.xlsx"), f -> {}))
        .extracting(f -> f.getFileName().toString())
        .containsExactly("a.xlsx", "b.csv");
    assertThat(mappings.of(Path.of("anything")).orElseThrow().path("source").asString(""))
        .isEqualTo("crm");
  }

  /** Whoever lists orders expects some. */
  @Test
  void entry_thatNoFileFits_isRefused() throws IOException {
    var exports = files("members.csv");
    var mappings = mappings(TWO);
    assertThatThrownBy(() -> mappings.in(exports, f -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("orders-*.csv");
  }

  @Test
  void emptyFolder_isRefused() throws IOException {
    var exports = files();
    var mappings = mappings(TWO);
    assertThatThrownBy(() -> mappings.in(exports, f -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("exports");
  }

  @Test
  void whatIsNoList_isRefused() {
    for (var wrong :
        new String[] {
          "not json",
          "[{\"file\": \"a.csv\"}]",
          "[{\"mapping\": {}}]",
          "[{\"file\": \"a[.csv\", \"mapping\": {}}]"
        })
      assertThatThrownBy(() -> mappings(wrong))
          .as(wrong)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("mappings.json");
  }
}
