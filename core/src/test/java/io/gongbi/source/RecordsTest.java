package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Records are written {@code line: cell|cell}, what is none {@code line! why at character}. */
final class RecordsTest {
  private static List<String> records(String text, int width) throws IOException {
    var found = new ArrayList<String>();
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var records = new Records(in, ',', '"')) {
      while (records.next()) {
        var noRow = records.noRow(width);
        found.add(
            noRow
                .map(n -> n.line() + "! " + n.landed() + " " + n.text())
                .orElseGet(() -> records.line() + ": " + String.join("|", records.cells())));
      }
    }
    return found;
  }

  @Test
  void cells_areCut_whateverEndsTheLines() throws IOException {
    assertThat(records("a,b\nc,d\r\n\"e\",\"f,g\"\n\"h\r\ni\",\"j\"\"k\"\nl,", 2))
        .containsExactly("1: a|b", "2: c|d", "3: e|f,g", "4: h\r\ni|j\"k", "6: l|");
    assertThat(records("a,b\rc,\"d\re\"\rf,g", 2))
        .as("an old Mac's file")
        .containsExactly("1: a|b", "2: c|d\re", "4: f|g");
    assertThat(records("a,b\rc\nd,e", 2))
        .as("a return alone is part of a cell when other lines end properly")
        .containsExactly("1: a|b\rc", "2: d|e");
  }

  @Test
  void quotesThatMeanNothing_areKept() throws IOException {
    assertThat(records("a,5\" pipe\n\"b\" ,\"\"\n", 2)).containsExactly("1: a|5\" pipe", "2: b|");
  }

  @Test
  void unclosedQuote_isFoundWhereItBegan() throws IOException {
    assertThat(records("1,\"Ann\n2,Bo\n3,\"Cy\"\n", 2))
        .as("it seems to end before Cy, where no cell can end")
        .containsExactly("1! row.unclosed-quote:3 1,\"Ann", "2: 2|Bo", "3: 3|Cy");
    assertThat(records("1,Ann\n2,王\"Bo\n3,\"王\n4,Di\n", 2))
        .as("none follows at all")
        .containsExactly("1: 1|Ann", "2: 2|王\"Bo", "3! row.unclosed-quote:3 3,\"王", "4: 4|Di");
    assertThat(records("1,\"a\nb\",\"c\n2,d,e\n", 3))
        .as("the record began a line earlier than the quote")
        .containsExactly("1! row.unclosed-quote:4 1,\"a\nb\",\"c", "3: 2|d|e");
    assertThat(records("1,\"a\"b\",c\n2,d,e\n", 3))
        .containsExactly("1! row.stray-quote:5 1,\"a\"b\",c", "2: 2|d|e");
  }

  @Test
  void surplusCells_countWhenTheySaySomething() throws IOException {
    assertThat(records("a,b,,\nc,d,,x\ne\n\n", 2))
        .containsExactly(
            "1: a|b||",
            "2! row.too-many-columns c,d,,x",
            "3! row.missing-columns e",
            "4! row.missing-columns ");
  }

  /** What was written properly is read as it was written, wherever the buffer happens to end. */
  @Test
  void writtenCells_areReadBack() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      var dice = new Random(seed);
      var written = new ArrayList<List<String>>();
      var text = new StringBuilder();
      for (int r = 0; r < 2_000; r++) {
        var cells = new ArrayList<String>();
        for (int c = 0; c < 3; c++) {
          var cell = new StringBuilder("x");
          int length = dice.nextInt(60);
          for (int i = 0; i < length; i++) cell.append("ab王,\"\n\r é".charAt(dice.nextInt(9)));
          cells.add(cell.toString());
          text.append(c > 0 ? "," : "").append('"').append(cell.toString().replace("\"", "\"\""));
          text.append('"');
        }
        written.add(cells);
        text.append(dice.nextBoolean() ? "\n" : "\r\n");
      }
      var read = new ArrayList<List<String>>();
      var in = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
      try (var records = new Records(in, ',', '"')) {
        while (records.next()) read.add(records.cells());
      }
      assertThat(read).isEqualTo(written);
    }
  }
}
