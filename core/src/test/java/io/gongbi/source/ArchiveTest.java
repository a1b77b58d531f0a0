package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.FaultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {
  private static final byte[] MEMBERS = "卡号,姓名\nA1,王芳\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private Uploads uploads() {
    return new Uploads(
        folder.resolve("uploads"),
        1 << 20,
        Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC));
  }

  private static byte[] zip(Charset names, Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes, names)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    return zip(StandardCharsets.UTF_8, files);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private List<Uploads.Upload> store(byte[] bytes) {
    return uploads().store(new ByteArrayInputStream(bytes), "导出.zip", true);
  }

  private void assertRefused(byte[] bytes, String code) throws IOException {
    assertThatThrownBy(() -> store(bytes))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining(code);
    try (var left = Files.list(folder.resolve("uploads"))) {
      assertThat(left).as("nothing of it is kept").isEmpty();
    }
  }

  @Test
  void everyFile_isOneOfItsOwn() throws IOException {
    var found =
        store(
            zip(
                Charset.forName("GB18030"),
                Map.of(
                    "导出/订单.ndjson",
                    "{\"no\":1}\n{\"no\":2}\n".getBytes(StandardCharsets.UTF_8),
                    "导出/会员.csv",
                    MEMBERS,
                    "__MACOSX/._会员.csv",
                    new byte[] {0, 1, 2},
                    "导出/.DS_Store",
                    new byte[] {0, 1, 2})));
    assertThat(found).extracting(Uploads.Upload::name).containsExactly("会员.csv", "订单.ndjson");
    assertThat(found.stream().map(f -> Looks.look(f.path(), f.name()).rows()))
        .containsExactly(List.of(List.of("A1", "王芳")), List.of(List.of("1"), List.of("2")));
    try (var left = Files.list(folder.resolve("uploads"))) {
      assertThat(left).as("the archive itself is gone").hasSize(2);
    }
  }

  @Test
  void workbook_isNoArchive() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
      var sheet = workbook.newWorksheet("会员");
      sheet.value(0, 0, "卡号");
      sheet.value(1, 0, "A1");
    }
    assertThat(store(bytes.toByteArray())).hasSize(1);
    assertThat(store(zip(Map.of("会员.xlsx", bytes.toByteArray()))))
        .extracting(Uploads.Upload::name)
        .containsExactly("会员.xlsx");
  }

  @Test
  void archivesInArchives_areRefused() throws IOException {
    assertRefused(zip(Map.of("a.zip", zip(Map.of("a.csv", MEMBERS)))), "source.nested-archive");
    assertRefused(zip(Map.of("a.csv.gz", gzip(MEMBERS))), "source.nested-archive");
    assertRefused(gzip(gzip(MEMBERS)), "source.nested-archive");
    assertRefused(gzip(zip(Map.of("a.csv", MEMBERS))), "source.nested-archive");
  }

  /** 150 MB of zeros pack to 150 kB: a thousand to one, and no table. */
  @Test
  void bomb_isStoppedByWhatReallyComesOut() throws IOException {
    var zeros = new byte[1 << 20];
    var path = folder.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
      out.putNextEntry(new ZipEntry("a.csv"));
      for (int i = 0; i < 150; i++) out.write(zeros);
    }
    assertThatThrownBy(() -> read(new Archive(path, "bomb.zip")))
        .hasMessageContaining("source.too-large-unpacked");
    var packed = folder.resolve("bomb.csv.gz");
    var line = "a,b\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      for (int i = 0; i < 150; i++) out.write(line);
    }
    assertThatThrownBy(
            () -> {
              try (var in = Bytes.open(packed, Bytes.GZIP, "bomb.csv.gz")) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
              }
            })
        .hasMessageContaining("source.too-large-unpacked");
  }

  @Test
  void total_isLimited_overAllFiles() throws IOException {
    var path = folder.resolve("big.zip");
    Files.write(path, zip(Map.of("a.csv", new byte[600], "b.csv", new byte[600])));
    assertThatThrownBy(() -> read(new Archive(path, "big.zip", 1_000)))
        .hasMessageContaining("source.too-large-unpacked");
    read(new Archive(path, "big.zip", 1_200));
  }

  private static void read(Archive archive) throws IOException {
    archive.each((in, name) -> in.transferTo(java.io.OutputStream.nullOutputStream()));
  }

  @Test
  void whatCannotBeOpened_saysWhy() throws IOException {
    var whole = zip(Map.of("a.csv", MEMBERS));
    assertRefused(java.util.Arrays.copyOf(whole, whole.length - 30), "source.damaged-archive");
    assertRefused(zip(Map.of("__MACOSX/a", MEMBERS)), "source.empty-archive");
    var packed = gzip("卡号,姓名\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
    var file = Files.write(folder.resolve("f.gz"), java.util.Arrays.copyOf(packed, 60));
    assertThatThrownBy(() -> Looks.look(file, "f.csv.gz"))
        .hasMessageContaining("source.damaged-archive");
    assertRefused(locked(), "source.encrypted-zip");
  }

  /** A stored entry whose flag says that it is encrypted; its content matters to nobody then. */
  private static byte[] locked() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry("a.csv");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(MEMBERS.length);
      var crc = new CRC32();
      crc.update(MEMBERS);
      entry.setCrc(crc.getValue());
      out.putNextEntry(entry);
      out.write(MEMBERS);
    }
    var zip = bytes.toByteArray();
    zip[6] |= 1;
    for (int i = 0; i + 4 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) zip[i + 8] |= 1;
    }
    return zip;
  }
}
