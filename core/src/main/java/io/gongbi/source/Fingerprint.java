package io.gongbi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SHA-256 of all bytes of a file, by which the same file is known again whatever it is called.
 * Taken while the bytes pass by anyway, since reading 2 GB only for it takes many seconds.
 */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void take(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** Of all that was taken: 64 hexadecimal digits. To be asked for once, at the end. */
  String end() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of a file that nobody looked at on its way in. {@code told} hears how far reading is. */
  static String of(Path file, LongConsumer told) throws IOException {
    var fingerprint = new Fingerprint();
    try (InputStream in = new Metered(Files.newInputStream(file), told)) {
      var buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) fingerprint.take(buffer, n);
    }
    return fingerprint.end();
  }

  /** Of what is read of a file: two worksheets of one workbook are two contents. */
  static String ofContent(String file, Layout layout) {
    if (layout.format() != Layout.Format.XLSX) return file;
    var sheets =
        Stream.concat(
            layout.sheet().stream(), layout.stack().stream().flatMap(s -> s.sheets().stream()));
    return Stream.concat(Stream.of(file), sheets).collect(Collectors.joining(" "));
  }
}
