package io.gongbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders of tests in the machine's memory, where it has a folder for that with some
 * room. A fresh store is a dozen files and twice as many waits for the disk: 0.5 s there, 0.05 s
 * here. What a test proves about the death of a process is the same, since the files outlive it;
 * what it would prove about the loss of power it could not prove on a disk either.
 */
public final class MemoryFolder implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 4L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
        ? Files.createTempDirectory(MEMORY, "gongbi")
        : Files.createTempDirectory("gongbi");
  }
}
