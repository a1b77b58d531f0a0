package io.gongbi;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data folder, held by one process at a time. */
final class Folder implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private Folder(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Makes the folder when it is missing. Throws {@code folder.in-use}, {@code folder.unusable}. */
  static Folder hold(Path path) {
    try {
      Files.createDirectories(path);
      var channel =
          FileChannel.open(
              path.resolve("gongbi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new FaultException(
            new Fault.Conflict(
                "folder.in-use", path.toString(), Map.of("folder", path.toString())));
      }
      return new Folder(channel, lock);
    } catch (IOException e) {
      throw new FaultException(
          new Fault.Unavailable(
              "folder.unusable",
              path.toString(),
              Map.of("folder", path.toString(), "detail", String.valueOf(e.getMessage()))));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
