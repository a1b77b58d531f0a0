package io.gongbi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** An empty folder that is gone afterwards. */
record ScratchFolder(Path path) implements AutoCloseable {
  ScratchFolder(Path path) {
    try {
      this.path = Files.createTempDirectory(Files.createDirectories(path), "bench");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (var all = Files.walk(path)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
