package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Label;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.CancelledException;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.TableName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are read in parts, while the parts before are stored. */
final class ReadingTest extends LandingFolder {
  /**
   * Parts of at least 12 bytes of text: two rows, one, and the rest; the third has a line break.
   */
  @Test
  void rowsOfSeveralParts_areOneBatch() throws IOException {
    landing = new Landing(warehouse, folder.resolve("incoming"), NOON, 12);
    var batch =
        land(
            "a.csv",
            "卡号,姓名\nA1,Ann\nA2,Bob\nA3,\"Zoe\nZoe Zhang\"\nA4\nA5,Eve\n",
            Layout.csv(),
            "卡号",
            "姓名");
    assertThat(batch).isEqualTo(new Landing.Batch(1, batch.feed(), "a.csv", 4, 1));
    assertThat(landed())
        .containsExactly(
            "1|2|||A1|Ann",
            "1|3|||A2|Bob",
            "1|4|||A3|Zoe\nZoe Zhang",
            "1|6|row.missing-columns|A4||",
            "1|7|||A5|Eve");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  /** The first parts are read by then. */
  @Test
  void wrongEncodingInTheLastPart_leavesNothing() throws IOException {
    landing = new Landing(warehouse, folder.resolve("incoming"), NOON, 12);
    var text = new ByteArrayOutputStream();
    text.writeBytes("no,name\n1,Ann\n2,Bob\n3,Cy\n4,Dee\n".getBytes(StandardCharsets.UTF_8));
    text.writeBytes("5,王芳\n".getBytes(Charset.forName("GB18030")));
    var file = Files.write(folder.resolve("upload"), text.toByteArray());
    assertThatThrownBy(
            () ->
                TestLanding.land(
                    landing,
                    file,
                    "a.csv",
                    CrmMembers.columns(Layout.csv(), "no", "name"),
                    false,
                    Progress.NONE))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.wrong-encoding")
        .hasMessageContaining("a.csv:6");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
    assertThat(landing.landed().end()).isEqualTo(Position.START);
    assertThat(warehouse.spec(TableName.of("source.crm_members"))).isEmpty();
  }

  /**
   * 50,000 objects lie between a key that all have and one that the last alone has: parts of 100 kB
   * have been stored by then, and are stored anew with the column that came too late.
   */
  @Test
  void keyFarDown_makesWhatWasStoredVoid() throws IOException {
    var text = new StringBuilder();
    for (int i = 1; i < 50_000; i++) text.append("{\"卡号\":\"A%05d\"}\n".formatted(i));
    text.append("{\"卡号\":\"A50000\",\"城市\":\"上海\"}\n");
    var file = Files.writeString(folder.resolve("upload"), text);
    var inParts = new Landing(warehouse, folder.resolve("incoming"), NOON, 100_000);
    var layout = Looks.look(file, "a.ndjson").layout();
    assertThat(
            TestLanding.land(
                    inParts,
                    file,
                    "a.ndjson",
                    CrmMembers.columns(layout, "卡号"),
                    false,
                    Progress.NONE)
                .rows())
        .isEqualTo(50_000);
    assertThat(landed()).hasSize(50_000).first().isEqualTo("1|1|||A00001|");
    assertThat(landed()).last().isEqualTo("1|50000|||A50000|上海");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  /** Hears how far the reading is that lands rows; stops it once so many bytes were read. */
  private static final class Watching implements Progress {
    private final long most;
    private final List<String> steps = new ArrayList<>();
    private final List<List<Long>> read = new ArrayList<>();

    Watching(long most) {
      this.most = most;
    }

    @Override
    public void step(String name, Label label) {
      steps.add(name);
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public synchronized void read(long bytes, long size, long rows) {
      if (!steps.getLast().equals("source.read")) return;
      if (bytes > most) throw new CancelledException();
      read.add(List.of(bytes, size, rows));
    }

    @Override
    public void onCancel(Runnable stop) {}
  }

  /** 300,000 rows of 20 bytes below 14 of the header: 6,000,014 bytes, of which each MB is told. */
  private Path sixMegabytes() throws IOException {
    var text = new StringBuilder("卡号,姓名\n");
    for (int i = 0; i < 300_000; i++) text.append("C%08d,王芳芳\n".formatted(i));
    return Files.writeString(folder.resolve("upload"), text);
  }

  /** A part is about a million bytes, so that the last word is of some parts and not of all. */
  @Test
  void reading_tellsBytesOfTheFile_andRowsOfWholeParts() throws IOException {
    var file = sixMegabytes();
    long size = Files.size(file);
    var inParts = new Landing(warehouse, folder.resolve("incoming"), NOON, 1_000_000);
    var watching = new Watching(Long.MAX_VALUE);
    TestLanding.land(
        inParts, file, "a.csv", CrmMembers.columns(Layout.csv(), "卡号", "姓名"), false, watching);
    assertThat(watching.steps).containsExactly("source.compare", "source.read", "source.land");
    assertThat(watching.read).hasSize(5).allMatch(told -> told.get(1) == size);
    assertThat(watching.read)
        .extracting(told -> told.get(0) >> 20)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(watching.read.getLast().get(2)).isBetween(1L, 300_000L);
  }

  @Test
  void stoppedInTheMiddleOfAFile_nothingOfItIsThere_andItGoesInAfterwards() throws IOException {
    var file = sixMegabytes();
    var mapping = CrmMembers.columns(Layout.csv(), "卡号", "姓名");
    assertThatThrownBy(
            () -> TestLanding.land(landing, file, "a.csv", mapping, false, new Watching(3 << 20)))
        .isInstanceOf(CancelledException.class);
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
    assertThat(TestLanding.land(landing, file, "a.csv", mapping, false, Progress.NONE).rows())
        .isEqualTo(300_000);
    assertThat(landed()).hasSize(300_000);
  }
}
