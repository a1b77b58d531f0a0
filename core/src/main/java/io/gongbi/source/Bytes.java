package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a file is by its first bytes; its name is not believed. */
enum Bytes {
  TEXT,
  GZIP,
  ZIP,
  PARQUET;

  /** More than this, unpacked, is taken for a bomb. */
  static final long MOST_UNPACKED = 64L << 30;

  /** Beyond {@link #SMALL}, no text packs so well. */
  private static final long MOST_RATIO = 300;

  private static final long SMALL = 100L << 20;
  private static final int HEAD = 4096;
  private static final int OLE = 0xD0CF11E0;

  /**
   * Throws {@code source.empty-file}, {@code source.old-excel}, {@code source.binary}, {@code
   * source.nested-archive}, {@code source.packed-parquet}, {@code source.encrypted-parquet}.
   */
  static Bytes of(Path file, String name) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(HEAD);
      if (head.length == 0) throw Faults.bad("source.empty-file", name);
      if (head.length > 3 && isGzip(head)) {
        checkUnpacked(file, name);
        return GZIP;
      }
      if (starts(head, 'P', 'K', 3, 4)) return ZIP;
      if (isParquet(head)) return PARQUET;
      if (starts(head, 'P', 'A', 'R', 'E') && isBinary(head))
        throw Faults.bad("source.encrypted-parquet", name);
      if (head.length > 3 && word(head) == OLE) throw Faults.bad("source.old-excel", name);
      if (Encodings.wide(head).isEmpty() && isBinary(head)) throw Faults.bad("source.binary", name);
      return TEXT;
    }
  }

  private static boolean isGzip(byte[] head) {
    return starts(head, 0x1F, 0x8B);
  }

  private static void checkUnpacked(Path file, String name) throws IOException {
    try (var in = open(file, GZIP, name)) {
      var head = in.readNBytes(HEAD);
      if (head.length == 0) throw Faults.bad("source.empty-file", name);
      if (isGzip(head) || starts(head, 'P', 'K', 3, 4)) {
        throw Faults.bad("source.nested-archive", name);
      }
      if (isParquet(head)) throw Faults.bad("source.packed-parquet", name);
      if (Encodings.wide(head).isEmpty() && isBinary(head)) throw Faults.bad("source.binary", name);
    }
  }

  /** What follows the mark is never a character: a text may begin with PAR1 too. */
  private static boolean isParquet(byte[] head) {
    return starts(head, 'P', 'A', 'R', '1')
        && head.length > 4
        && (head[4] < 0 || (head[4] < ' ' && !Character.isWhitespace(head[4])));
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
    return true;
  }

  private static int word(byte[] head) {
    return (head[0] & 0xFF) << 24
        | (head[1] & 0xFF) << 16
        | (head[2] & 0xFF) << 8
        | (head[3] & 0xFF);
  }

  /** A damaged text may hold a zero byte or two; of a picture or a program, many bytes are none. */
  private static boolean isBinary(byte[] head) {
    int controls = 0;
    for (byte b : head) if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') controls++;
    return controls > Math.max(3, head.length / 50);
  }

  /** The bytes of the text itself, unpacked if they were packed. */
  static InputStream open(Path file, Bytes kind, String name) throws IOException {
    return open(file, kind, name, bytes -> {});
  }

  /** {@code told} hears now and then how many bytes of the file were read. */
  static InputStream open(Path file, Bytes kind, String name, LongConsumer told)
      throws IOException {
    var in = new BufferedInputStream(new Metered(Files.newInputStream(file), told), 1 << 16);
    if (kind != GZIP) return in;
    try {
      return new Limited(
          new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16),
          name,
          Files.size(file));
    } catch (ZipException | EOFException e) {
      in.close();
      throw Archive.damaged(name, e);
    }
  }

  /** Stops a small archive from filling the disk. */
  private static final class Limited extends java.io.FilterInputStream {
    private final String name;
    private final long packed;
    private long size;

    Limited(InputStream in, String name, long packed) {
      super(in);
      this.name = name;
      this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) count(1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = unpack(buffer, offset, length);
      if (n > 0) count(n);
      return n;
    }

    private int unpack(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (ZipException | EOFException e) {
        throw Archive.damaged(name, e);
      }
    }

    private void count(long n) {
      size += n;
      if (size > MOST_UNPACKED || (size > SMALL && size / packed > MOST_RATIO)) {
        throw new FaultException(
            new Fault.TooLarge(
                "source.too-large-unpacked", name, Map.of("most", (size >> 20) + " MB")));
      }
    }
  }
}
