package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.Position;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files land, whole or not at all. */
final class LandingTest extends LandingFolder {
  @Test
  void sameFile_isRefusedOnce_andTakenWhenAskedFor() throws IOException {
    land("a.csv", "卡号,姓名\nA1,王芳\n", Layout.csv(), "卡号", "姓名");
    assertThatThrownBy(() -> land("b.csv", "卡号,姓名\nA1,王芳\n", Layout.csv(), "卡号", "姓名"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.same-file")
        .hasMessageContaining("a.csv");
    TestLanding.land(
        landing,
        folder.resolve("upload"),
        "b.csv",
        CrmMembers.columns(Layout.csv(), "卡号", "姓名"),
        true,
        Progress.NONE);
    assertThat(landed()).hasSize(2);
  }

  @Test
  void missingColumns_areAllNamed_andNothingLands() {
    assertThatThrownBy(() -> land("a.csv", "x,y\n1,2\n", Layout.csv(), "卡号", "姓名"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("卡号")
        .hasMessageContaining("姓名");
    assertThat(landing.landed().end()).isEqualTo(Position.START);
  }

  @Test
  void wrongEncoding_isToldWithItsLine() throws IOException {
    var bytes = "卡号,姓名\nA1,王芳\n".getBytes(Charset.forName("GB18030"));
    var file = Files.write(folder.resolve("upload"), bytes);
    assertThatThrownBy(
            () ->
                TestLanding.land(
                    landing,
                    file,
                    "a.csv",
                    CrmMembers.columns(Layout.csv(), "卡号", "姓名"),
                    false,
                    Progress.NONE))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void numbersThatExcelCutOff_areRefused_whereTheyNameSomething() throws IOException {
    var text = "卡号,姓名\n123456789012345000,a\n223456789012345600,b\n323456789012345000,c\n";
    var other =
        "卡号,姓名\n123456789012345000,a\n223456789012345678,b\n323456789012345000,c\n423456789012345000,d\n";
    assertThat(land("a.csv", other, Layout.csv(), "卡号", "姓名").rows())
        .as("one of them has all its digits: the others may be chance")
        .isEqualTo(4);
    assertThatThrownBy(
            () ->
                land(
                    "b.csv",
                    text.replace("223456789012345600", "223456789012345000"),
                    Layout.csv(),
                    "卡号",
                    "姓名"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.rounded-numbers")
        .hasMessageContaining("卡号");
  }

  @Test
  void filesWithoutAnyRow_areRefused_andNothingLands() {
    for (var text : List.of("卡号,姓名\n", "卡号,姓名", "卡号,姓名\n\n,\n  \n")) {
      assertThatThrownBy(() -> land("a.csv", text, Layout.csv(), "卡号", "姓名"))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("source.no-rows");
    }
    for (var text : List.of("", "\n\n", ",\n")) {
      assertThatThrownBy(() -> land("a.csv", text, Layout.csv(), "卡号", "姓名"))
          .isInstanceOf(FaultException.class);
    }
    assertThat(landing.landed().end()).isEqualTo(Position.START);
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void feed_givesBatchesInOrder() throws IOException {
    land("a.csv", "卡号,姓名\nA1,王芳\n", Layout.csv(), "卡号", "姓名");
    land("b.csv", "卡号,姓名\nA2,李雷\n", Layout.csv(), "卡号", "姓名");
    assertThat(landing.landed().after(new Position(1), 10))
        .extracting(e -> e.position().value())
        .containsExactly(2L);
    assertThat(landing.landed().end()).isEqualTo(new Position(2));
  }

  private Imports.Item item(String name, String text, String... columns) throws IOException {
    var file = Files.writeString(folder.resolve("upload-" + name), text);
    return new Imports.Item(file, name, CrmMembers.columns(Layout.csv(), columns));
  }

  /** b.csv has no column of cards, and d.csv says what a.csv said. */
  @Test
  void severalFiles_landInTheirOrder_andTheRefusedCostNoOther() throws IOException {
    var files =
        List.of(
            item("a.csv", "卡号,姓名\nA1,王芳\n", "卡号", "姓名"),
            item("b.csv", "会员,姓名\nA2,李雷\n", "卡号", "姓名"),
            item("c.csv", "卡号,姓名\nA3,韩梅梅\nA4,李雷\n", "卡号", "姓名"),
            item("d.csv", "卡号,姓名\nA1,王芳\n", "卡号", "姓名"));
    assertThatThrownBy(() -> TestLanding.land(landing, files, false, Progress.NONE))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactly("source.column-missing", "source.same-file"));
    assertThat(landed()).containsExactly("1|2|||A1|王芳", "2|2|||A3|韩梅梅", "2|3|||A4|李雷");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }
}
