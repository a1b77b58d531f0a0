package io.gongbi.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts that are not as they should be. */
final class BadInputTest extends BadInput {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void wrongEncoding() {
    var bytes = (HEAD + "A1,2026-03-01,10\nA2,2026-03-02,二十\n").getBytes(GB18030);
    assertThat(outcome("gbk.csv", bytes))
        .as("found by itself")
        .isEqualTo("landed 2 = clean 1 + quarantined 1 (3: quality.number-invalid)");
    // The head is ASCII and only the last line is not of the encoding that was chosen.
    var mixed = "no,paid,amount\nA1,2026-03-01,10\nA2,2026-03-02,二十元\n".getBytes(GB18030);
    var upload = handedIn("mixed.csv", mixed);
    var found = mapping(upload, Looks.look(upload.path(), "mixed.csv", Layout.csv()));
    assertThat(refused(brought(upload, found).faults()))
        .isEqualTo("refused: source.wrong-encoding");
  }

  @Test
  void raggedRows() {
    assertThat(outcome("a.csv", HEAD + "A1,2026-03-01,10\nA2,2026-03-02\nA3,2026-03-03,3,4,5\n"))
        .isEqualTo(
            "landed 3 = clean 1 + quarantined 2"
                + " (3: quality.row-missing-columns, 4: quality.row-too-many-columns)");
  }

  @Test
  void fileWithoutLineBreaks() {
    assertThat(outcome("cells.csv", "A1,2026-03-01,10,".repeat(30_000)))
        .isEqualTo("refused: source.too-many-columns");
    // Longer than any line may be: shown as no row before anything is mapped.
    var upload = handedIn("long.csv", "A1,2026-03-01,10,".repeat(200_000).getBytes(UTF_8));
    assertThat(Looks.look(upload.path(), "long.csv").noRows())
        .extracting(n -> known(n.why().reason()))
        .containsExactly("quality.row-too-long");
  }

  @Test
  void fiveThousandColumns() {
    var row = IntStream.range(0, 5_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertThat(outcome("wide.csv", row + "\n" + row + "\n"))
        .isEqualTo("refused: source.too-many-columns");
  }

  @Test
  void duplicateHeaders() {
    assertThat(outcome("a.csv", "订单编号,付款时间,实付金额,实付金额\nA1,2026-03-01,10,11\n"))
        .isEqualTo("landed 1 = clean 1 + quarantined 0");
    assertThat(revenue()).as("the first of the two").isEqualTo("10");
    assertThat(gongbi.mappings().all().getFirst().lines())
        .extracting(Mapping.Line::column)
        .containsExactly("订单编号", "付款时间", "实付金额");
  }

  @Test
  void emptyFile() {
    assertThat(outcome("a.csv", "")).isEqualTo("refused: source.empty-file");
    assertThat(outcome("head.csv", HEAD)).isEqualTo("refused: source.no-rows");
  }

  @Test
  void orderNumbersThatExcelRounded() {
    assertThat(
            outcome(
                "a.csv",
                HEAD
                    + "123456789012345000,2026-03-01,10\n"
                    + "223456789012345000,2026-03-02,20\n"
                    + "323456789012345000,2026-03-03,30\n"))
        .isEqualTo("refused: source.rounded-numbers");
    assertThat(outcome("b.csv", HEAD + "1.23457E+17,2026-03-01,10\nA2,2026-03-02,20\n"))
        .isEqualTo("landed 2 = clean 1 + quarantined 1" + " (2: quality.code-rounded)");
  }

  @Test
  void dayZero_andMoneyAsPeopleWriteIt() {
    assertThat(
            outcome(
                "a.csv",
                HEAD
                    + "A1,2026-03-01,\"¥1,200.50\"\n"
                    + "A2,0000-00-00,12\n"
                    + "A3,2026-03-03,1299元\n"
                    + "A4,2026-03-04,十块\n"))
        .isEqualTo(
            "landed 4 = clean 2 + quarantined 2"
                + " (3: quality.time-zero, 5: quality.number-invalid)");
    assertThat(revenue()).isEqualTo("2499.5");
  }

  @Test
  void nulBytes() {
    assertThat(outcome("a.csv", HEAD + "A1,2026-03-01,10\nA2,2026-03-02,2\0\nA3,2026-03-03,30\n"))
        .isEqualTo("landed 3 = clean 2 + quarantined 1 (3: quality.row-nul)");
  }

  /** Three equal lines of a till are three sales; the file of the same name replaces them. */
  @Test
  void mappingWithoutAKey() {
    var head = "小票号,交易时间,商品名称,数量,金额\n";
    var line = "R1,2026-03-01 10:00:00,龙井,1,50\n";
    assertThat(outcome("pos.csv", head + line + line + line))
        .isEqualTo("landed 3 = clean 3 + quarantined 0");
    assertThat(gongbi.mappings().all().getFirst().key()).isEmpty();
    assertThat(outcome("pos.csv", head + line + line))
        .isEqualTo("landed 2 = clean 2 + quarantined 0");
    assertThat(account(1))
        .isEqualTo("landed 3 = clean 0 + quarantined 0 + merged 0 + superseded 3");
    assertThat(revenue()).isEqualTo("100");
  }
}
