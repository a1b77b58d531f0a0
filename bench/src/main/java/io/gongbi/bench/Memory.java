package io.gongbi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that a process ever held, native memory of DuckDB included; Linux tells. */
final class Memory {
  private static final Path MINE = Path.of("/proc/self/status");

  private Memory() {}

  static OptionalLong peakBytes() throws IOException {
    return peakBytes(MINE);
  }

  static OptionalLong peakBytes(Path status) throws IOException {
    if (!Files.isReadable(status)) return OptionalLong.empty();
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmHWM:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) * 1024)
        .findFirst();
  }
}
