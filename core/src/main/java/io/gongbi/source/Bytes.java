package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What a file is by its first bytes; its name is not believed. */
enum Bytes {
  TEXT,
  GZIP,
  ZIP;

  /** More than this, unpacked, is taken for a bomb. */
  static final long MOST_UNPACKED = 64L << 30;

  private static final int OLE = 0xD0CF11E0;

  /** Throws {@code source.empty-file}, {@code source.old-excel}, {@code source.binary}. */
  static Bytes of(Path file, String name) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(4096);
      if (head.length == 0) throw Faults.bad("source.empty-file", name);
      if (head.length > 3 && starts(head, 0x1F, 0x8B)) return GZIP;
      if (starts(head, 'P', 'K', 3, 4)) return ZIP;
      if (head.length > 3 && word(head) == OLE) throw Faults.bad("source.old-excel", name);
      if (Encodings.wide(head).isEmpty() && isBinary(head)) throw Faults.bad("source.binary", name);
      return TEXT;
    }
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
    var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return kind == GZIP
        ? new Limited(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16), name)
        : in;
  }

  /** Stops a small archive from filling the disk. */
  private static final class Limited extends java.io.FilterInputStream {
    private final String name;
    private long left = MOST_UNPACKED;

    Limited(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) count(1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) count(n);
      return n;
    }

    private void count(long n) {
      left -= n;
      if (left < 0) {
        throw new FaultException(
            new Fault.TooLarge(
                "source.too-large-unpacked", name, Map.of("most", (MOST_UNPACKED >> 30) + " GB")));
      }
    }
  }
}
