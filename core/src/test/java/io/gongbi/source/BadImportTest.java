package io.gongbi.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.CancelledException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that nothing is wrong with, handed in wrongly or at the wrong moment. */
final class BadImportTest extends BadInput {
  @Test
  void zipBomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("orders.csv"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 150; i++) zip.write(zeros);
    }
    assertThat(outcome("orders.zip", bytes.toByteArray()))
        .isEqualTo("refused: source.too-large-unpacked");
    try (var left = Files.list(folder.resolve("data/uploads"))) {
      assertThat(left).as("nothing of it stays on the disk").isEmpty();
    }
  }

  @Test
  void sameFileTwice() {
    var text = HEAD + "A1,2026-03-01,10\n";
    assertThat(outcome("a.csv", text)).isEqualTo("landed 1 = clean 1 + quarantined 0");
    assertThat(outcome("b.csv", text)).isEqualTo("refused: source.same-file");
    assertThat(revenue()).isEqualTo("10");
  }

  /** Stopped between reading and writing: nothing of it is there, and the same file goes in. */
  @Test
  void cancelInTheMiddle() {
    var upload = handedIn("a.csv", (HEAD + "A1,2026-03-01,10\n").getBytes(UTF_8));
    var look = Looks.look(upload.path(), "a.csv");
    var mapping = mapping(upload, look);
    assertThatThrownBy(
            () ->
                TestLanding.land(
                    gongbi.landing(), upload.path(), "a.csv", mapping, false, new Stopping()))
        .isInstanceOf(CancelledException.class);
    assertThat(gongbi.landing().batches(Viewer.system(), gongbi.gate()).rows()).isEmpty();
    assertThat(folder.resolve("data/incoming")).isEmptyDirectory();
    assertThat(imported(upload, look, mapping)).isEqualTo("landed 1 = clean 1 + quarantined 0");
  }

  /** Somebody who stops the work when its rows are about to be written. */
  private static final class Stopping implements Progress {
    private Runnable stop = () -> {};

    @Override
    public void step(String name, Label label) {
      if (name.equals("source.land")) stop.run();
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public void onCancel(Runnable how) {
      stop = how;
    }
  }

  /** On a disk of 256 kB a file of 3 MB does not fit; once there is room it is tried again. */
  @Test
  void diskFull() throws Exception {
    var incoming = folder.resolve("data/incoming");
    assumeTrue(
        mount("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", incoming.toString()),
        "SKIPPED: no small disk can be mounted here (needs root on Linux)");
    boolean mounted = true;
    try {
      var text = new StringBuilder(HEAD);
      for (int i = 0; i < 100_000; i++) text.append('A').append(i).append(",2026-03-01,10\n");
      var upload = handedIn("a.csv", text.toString().getBytes(UTF_8));
      var run = brought(upload, mapping(upload, Looks.look(upload.path(), "a.csv")));
      assertThat(refused(run.faults())).isEqualTo("refused: source.disk-full");
      assertThat(gongbi.landing().batches(Viewer.system(), gongbi.gate()).rows()).isEmpty();
      assertThat(incoming).isEmptyDirectory();
      mounted = !mount("umount", incoming.toString());
      var again = gongbi.runs().await(gongbi.imports().retry(UserId.SYSTEM, run.id()));
      assertThat(again.result()).containsEntry("landed", "100000");
      assertThat(account(1)).isEqualTo("landed 100000 = clean 100000 + quarantined 0");
    } finally {
      if (mounted) mount("umount", incoming.toString());
    }
  }

  private static boolean mount(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
