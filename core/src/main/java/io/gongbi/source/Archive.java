package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A .zip of tables: {@code 导出.zip} with {@code 会员.csv} and {@code 订单.xlsx} is two files, each
 * handed in by itself. What really comes out is counted, because the sizes that an archive states
 * are whatever its maker wrote.
 */
final class Archive {
  /** Together, unpacked. */
  static final long MOST = 16L << 30;

  private static final long MOST_RATIO = 300;
  private static final long SMALL = 100L << 20;
  private static final int MOST_FILES = 200;

  private final Path path;
  private final String name;
  private final long most;

  Archive(Path path, String name) {
    this(path, name, MOST);
  }

  Archive(Path path, String name, long most) {
    this.path = path;
    this.name = name;
    this.most = most;
  }

  /** Takes one file of the archive. */
  interface Taker {
    void take(InputStream in, String name) throws IOException;
  }

  /** Packed, and no workbook, which is a packed folder too. */
  static boolean is(Path path, String name) throws IOException {
    if (Bytes.of(path, name) != Bytes.ZIP) return false;
    try (var zip = open(path, name)) {
      return zip.getEntry("xl/workbook.xml") == null;
    }
  }

  /**
   * Gives every file, in the order of their names. Throws {@code source.empty-archive}, {@code
   * source.encrypted-zip}, {@code source.damaged-archive}, {@code source.too-many-in-archive},
   * {@code source.too-large-unpacked}.
   */
  void each(Taker taker) throws IOException {
    try (var zip = open(path, name)) {
      var files = files(zip);
      if (files.isEmpty()) throw Faults.bad("source.empty-archive", name);
      if (files.size() > MOST_FILES) {
        throw new FaultException(
            new Fault.TooLarge(
                "source.too-many-in-archive", name, Map.of("most", "" + MOST_FILES)));
      }
      long[] total = {0};
      for (var file : files) {
        try (var in = new Counted(zip.getInputStream(file), file, total)) {
          taker.take(in, plain(file.getName()));
        }
      }
    } catch (ZipException e) {
      throw damaged(name, e);
    }
  }

  private static List<ZipEntry> files(ZipFile zip) {
    var files = new ArrayList<ZipEntry>();
    for (var all = zip.entries(); all.hasMoreElements(); ) {
      var entry = all.nextElement();
      if (!entry.isDirectory() && !isLitter(entry.getName())) files.add(entry);
    }
    files.sort(Comparator.comparing(ZipEntry::getName));
    return files;
  }

  /**
   * What packers of other systems, and jobs that write a folder of parts, leave beside the files.
   */
  private static boolean isLitter(String entry) {
    return entry.startsWith("__MACOSX/")
        || plain(entry).startsWith(".")
        || plain(entry).equalsIgnoreCase("Thumbs.db")
        || plain(entry).equals("_SUCCESS");
  }

  private static String plain(String entry) {
    return entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
  }

  private static ZipFile open(Path path, String name) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      if (isEncrypted(e)) throw Faults.bad("source.encrypted-zip", name);
    }
    try {
      // Windows in China writes names as it always did.
      return new ZipFile(path.toFile(), Charset.forName("GB18030"));
    } catch (ZipException e) {
      throw damaged(name, e);
    }
  }

  private static boolean isEncrypted(ZipException e) {
    return Objects.requireNonNullElse(e.getMessage(), "").contains("encrypted");
  }

  /** A workbook is an archive as well, but whoever brought it knows it as a workbook. */
  static FaultException damaged(String name, Exception e) {
    var code =
        name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
            ? "source.damaged-xlsx"
            : "source.damaged-archive";
    return new FaultException(
        new Fault.BadQuestion(code, name, Map.of("detail", String.valueOf(e.getMessage()))));
  }

  /** Stops a small archive from filling the disk. */
  private final class Counted extends Counting {
    private final ZipEntry file;
    private final long[] total;
    private long size;

    Counted(InputStream in, ZipEntry file, long[] total) {
      super(in);
      this.file = file;
      this.total = total;
    }

    @Override
    void count(int n) {
      size += n;
      total[0] += n;
      long packed = Math.max(1, file.getCompressedSize());
      if (total[0] > most || (size > SMALL && size / packed > MOST_RATIO)) {
        throw new FaultException(
            new Fault.TooLarge(
                "source.too-large-unpacked",
                name,
                Map.of("most", plain(file.getName()) + ": " + (size >> 20) + " MB")));
      }
    }
  }
}
