package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks an archive once and counts what really comes out, because the sizes that it states are
 * whatever its maker wrote. A 1 MB workbook whose sheet unpacks to 10 GB is stopped at 100 MB,
 * since no sheet packs 300 to 1.
 */
final class Unpacked {
  private static final long MOST = 4L << 30;
  private static final long MOST_RATIO = 300;
  private static final long SMALL = 100L << 20;

  /** What is read into memory whole: styles, the list of sheets. */
  private static final long MOST_IN_MEMORY = 512L << 20;

  private static final int MOST_ENTRIES = 5_000;

  private final ZipFile zip;
  private final String name;
  private final byte[] buffer = new byte[1 << 16];
  private long total;

  Unpacked(ZipFile zip, String name) {
    this.zip = zip;
    this.name = name;
  }

  /** Sees the unpacked bytes of one entry, piece by piece. */
  interface Eye {
    void see(byte[] bytes, int length);
  }

  /**
   * Unpacks everything; {@code streamed} says which entries are never held in memory whole, or have
   * an eye that says itself when they are too large for that.
   */
  void count(Predicate<ZipEntry> streamed, java.util.function.Function<ZipEntry, Eye> eyes)
      throws IOException {
    if (zip.size() > MOST_ENTRIES) throw tooLarge(zip.size() + " entries");
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      try (var in = zip.getInputStream(entry)) {
        count(entry, in, streamed.test(entry) ? MOST : MOST_IN_MEMORY, eyes.apply(entry));
      }
    }
  }

  private void count(ZipEntry entry, InputStream in, long most, Eye eye) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    long size = 0;
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      size += n;
      total += n;
      eye.see(buffer, n);
      if (size > most || total > MOST) throw tooLarge((size >> 20) + " MB");
      if (size > SMALL && size / packed > MOST_RATIO) throw tooLarge(entry.getName());
    }
  }

  private FaultException tooLarge(String what) {
    return new FaultException(
        new Fault.TooLarge("source.too-large-unpacked", name, Map.of("most", what)));
  }
}
